/** Address labels (标签) → Typst source: texts as string literals, each label at its place on the sheet. */

import {type FontSet, lastResortFamily} from '../../model/artifact.js'
import type {AddressLabel, LabelSheet} from '../../model/dispatch.js'
import {a4} from '../../model/paper.js'
import type {Face, LabelMeasures, Sheet} from '../../model/sheet.js'
import {mmToPt} from '../sheet.js'
import {array, decimal, literal, pt} from '../typst/literal.js'

/** Under which the typesetter tells the labels whose text has no room, each by its number from 0. */
export const crowdedLabels = 'crowded'

/** By which a text is set smaller until it fits. */
const shrinkStep = 0.05

/** Labels of one sheet of paper. */
export function labelsPerPage({columns, rows}: LabelMeasures): number {
  return columns * rows
}

/**
 * Write Typst source.
 *
 * A text too long for its label breaks into lines, and is set smaller, with all of its label, down to the sheet's
 * smallest size; what has no room even so is told by the mark `crowdedLabels`.
 *
 * @param skip - labels of the first sheet of paper that are used up, fewer than it has.
 */
export function writeLabels(
  {title, author, identity, labels}: LabelSheet,
  sheet: Sheet,
  fonts: FontSet,
  skip: number
): string {
  const measures = sheet.labels
  const perPage = labelsPerPage(measures)
  const pages: string[][] = []
  labels.forEach((label, index) => {
    const slot = skip + index
    const page = Math.floor(slot / perPage)
    pages[page] = [...(pages[page] ?? []), place(label, index, slot % perPage, measures)]
  })
  const {year, month, day} = identity.date
  return `#set document(title: ${literal(title)}, author: ${array([literal(author)])}, date: datetime(year: ${year}, month: ${month}, day: ${day}))
#set page(width: ${decimal(a4.widthMm)}mm, height: ${decimal(a4.heightMm)}mm, margin: 0pt)
#set text(fallback: false, lang: "zh", region: "cn", cjk-latin-spacing: none, hyphenate: false)
#set par(leading: 0pt, spacing: 0pt, justify: false)
${functions(sheet, fonts)}
#{
${pages.map((page) => page.join('\n')).join('\npagebreak()\n')}
}
#context [#metadata(query(<${crowdedLabels}-mark>).map(found => (found.value, found.location().page(), 0, 0)))<${crowdedLabels}>]
`
}

function place(label: AddressLabel, index: number, slot: number, measures: LabelMeasures): string {
  const {columns, widthMm, heightMm, marginTopMm, marginLeftMm, gapXMm, gapYMm} = measures
  const x = marginLeftMm + (slot % columns) * (widthMm + gapXMm)
  const y = marginTopMm + Math.floor(slot / columns) * (heightMm + gapYMm)
  const {postcode, address, name, attention, copies, numbers} = label
  const upper = [part('postcode', postcode), part('address', address), part('name', name), part('name', attention)]
  const lower = [part('copies', numbers === null ? copies : `${copies}　${numbers}`)]
  return `label-at(${decimal(x)}mm, ${decimal(y)}mm, ${index}, ${array(upper.flat())}, ${array(lower.flat())})`
}

type FaceName = 'postcode' | 'address' | 'name' | 'copies'

/** Its face, its text, and what in it cannot be broken. */
function part(face: FaceName, text: string | null): string[] {
  if (text === null) return []
  return [`(${literal(face)}, ${literal(text)}, ${array(unbreakable(text).map(literal))})`]
}

/** Words of letters and digits; between Chinese characters a line may break. */
function unbreakable(text: string): string[] {
  return text.match(/[^\s\u2e80-\u{10ffff}]+/gu) ?? []
}

function functions({labels, glyphs}: Sheet, fonts: FontSet): string {
  const {widthMm, heightMm, paddingMm, lineEm} = labels
  const faces = (['postcode', 'address', 'name', 'copies'] as const).map(
    (name) => `  ${name}: ${face(labels[name], fonts)},`
  )
  return `#let faces = (
${faces.join('\n')}
)
#let inner-width = ${pt(mmToPt(widthMm - 2 * paddingMm))}
#let inner-height = ${pt(mmToPt(heightMm - 2 * paddingMm))}
#let scales = ${array(scales(labels).map(decimal))}

#let set-in(name, scale, body) = {
  let face = faces.at(name)
  let size = face.size * scale
  let height = ${decimal(lineEm)} * size
  let top = (height - size) / 2 + ${decimal(glyphs.ascentEm)} * size
  text(font: face.font, weight: face.weight, size: size, top-edge: top, bottom-edge: top - height, body)
}
#let lines(parts, scale) = block(width: inner-width, parts.map(((name, body, words)) => block(above: 0pt, below: 0pt, set-in(name, scale, body))).join())
#let fits(upper, lower, scale) = {
  let words = (upper + lower).map(((name, body, words)) => words.map(word => measure(set-in(name, scale, word)).width)).flatten()
  let height = measure(lines(upper, scale)).height + measure(lines(lower, scale)).height
  height <= inner-height and calc.max(0pt, ..words) <= inner-width
}
#let label-at(x, y, index, upper, lower) = place(top + left, dx: x, dy: y, block(width: ${decimal(widthMm)}mm, height: ${decimal(heightMm)}mm, inset: ${decimal(paddingMm)}mm, context {
  let scale = scales.find(scale => fits(upper, lower, scale))
  if scale == none [#metadata(str(index))<${crowdedLabels}-mark>]
  let scale = if scale == none { scales.last() } else { scale }
  place(top + left, lines(upper, scale))
  place(bottom + left, lines(lower, scale))
}))`
}

/** From 1 down, the last one the name's smallest size. */
function scales({name, smallestSizePt}: LabelMeasures): number[] {
  const least = Math.min(1, smallestSizePt / name.sizePt)
  const steps = Math.floor((1 - least) / shrinkStep)
  const down = Array.from({length: steps + 1}, (_, step) => 1 - step * shrinkStep)
  return [...down.filter((scale) => scale > least), least]
}

function face({font, sizePt}: Face, fonts: FontSet): string {
  const {family, weight} = fonts[font]
  const latin = `(name: ${literal(fonts.latin.family)}, covers: "latin-in-cjk")`
  return `(font: ${array([latin, literal(family), literal(lastResortFamily)])}, weight: ${weight}, size: ${pt(sizePt)})`
}
