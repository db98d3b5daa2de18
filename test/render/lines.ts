/** Lines of a drawn page, their boxes, and what stands where it must not. */

import type {Drawing, Frame, Glyph, Stroke} from './drawing.js'

/** Words on one baseline, in a table of one cell; blanks at its ends and marks of footnotes left out. */
export interface Line extends Frame {
  readonly page: number
  readonly text: string
  readonly glyphs: readonly Glyph[]
  readonly baselineMm: number
  /** Of its largest glyph. */
  readonly sizePt: number
}

const mmPerPt = 25.4 / 72
/** From the upper edge of the character's body to the baseline, and on to the lower edge. */
const ascentEm = 0.88
const descentEm = 0.12
/** What touching boxes and rounded lengths come to. */
const slackMm = 0.3

/** Marks that fill the left half of their body, and those that fill the right one. */
export const closing = '。，、；：？！）》”’〉】〕」』'
export const opening = '（《“‘〈【〔「『'

/** The box of what is drawn: half of the body where the mark is a half one. */
export function inkOf({text, leftMm, nextMm, baselineMm, sizePt}: Glyph): Frame {
  const em = sizePt * mmPerPt
  const whole = closing.includes(text) || opening.includes(text) ? em : nextMm - leftMm
  return {
    leftMm: opening.includes(text) ? leftMm + em / 2 : leftMm,
    rightMm: closing.includes(text) ? leftMm + em / 2 : leftMm + whole,
    topMm: baselineMm - ascentEm * em,
    bottomMm: baselineMm + descentEm * em
  }
}

/** The lines of a page in the order of reading. */
export function linesOf({page, glyphs, strokes}: Drawing): Line[] {
  const upright = strokes.filter(({leftMm, rightMm}) => rightMm - leftMm < 0.01)
  const lines: Glyph[][] = []
  for (const glyph of glyphs) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (last && isRaised(glyph, last)) continue
    if (line && last && isNext(glyph, last, upright)) line.push(glyph)
    else lines.push([glyph])
  }
  return lines.flatMap((line) => lineOf(page, line) ?? [])
}

/** A footnote's mark, at six tenths of the size. */
function isRaised(glyph: Glyph, last: Glyph): boolean {
  const raised = last.baselineMm - glyph.baselineMm
  return glyph.sizePt < 0.65 * last.sizePt && raised > 0.1 && raised < last.sizePt * mmPerPt
}

function isNext(glyph: Glyph, last: Glyph, upright: readonly Stroke[]): boolean {
  const isOver = inkOf(glyph).leftMm < inkOf(last).rightMm - slackMm
  if (Math.abs(glyph.baselineMm - last.baselineMm) > 0.05 || isOver) return false
  return !upright.some(
    ({leftMm, topMm, bottomMm}) =>
      leftMm > last.leftMm && leftMm < glyph.leftMm && topMm < glyph.baselineMm && bottomMm > glyph.baselineMm
  )
}

function lineOf(page: number, all: readonly Glyph[]): Line | null {
  const isBlank = ({text}: Glyph): boolean => /^[\s\u200B]*$/.test(text)
  const first = all.findIndex((glyph) => !isBlank(glyph))
  const glyphs = all.slice(first, all.findLastIndex((glyph) => !isBlank(glyph)) + 1)
  const [head] = glyphs
  if (first < 0 || !head) return null
  const inks = glyphs.map(inkOf)
  return {
    page,
    text: glyphs.map(({text}) => text).join(''),
    glyphs,
    baselineMm: head.baselineMm,
    sizePt: Math.max(...glyphs.map(({sizePt}) => sizePt)),
    leftMm: Math.min(...inks.map(({leftMm}) => leftMm)),
    rightMm: Math.max(...inks.map(({rightMm}) => rightMm)),
    topMm: Math.min(...inks.map(({topMm}) => topMm)),
    bottomMm: Math.max(...inks.map(({bottomMm}) => bottomMm))
  }
}

/** The type area of a page: what is given is that of odd ones; on even ones the binding edge is at the right. */
export function areaOn(area: Frame, {page, widthMm}: Pick<Drawing, 'page' | 'widthMm'>): Frame {
  return page % 2 === 1 ? area : {...area, leftMm: widthMm - area.rightMm, rightMm: widthMm - area.leftMm}
}

/**
 * Everything on the pages that stands on something else or outside of the type area.
 *
 * @param odd - the type area of odd pages; page numbers stand below it and are left out.
 * @returns one sentence each, for people.
 */
export function findCollisions(drawings: readonly Drawing[], odd: Frame): string[] {
  return drawings.flatMap((drawing) => {
    const area = areaOn(odd, drawing)
    const lines = linesOf(drawing).filter(({text}) => !isPageNumber(text))
    const boxes = [
      ...lines.map((line) => ({name: line.text, box: line as Frame})),
      ...drawing.pictures.map((box) => ({name: 'a picture', box}))
    ]
    const outside = boxes.filter(({box}) => !isInside(box, area)).map(({name}) => `runs off the type area: ${name}`)
    const sorted = [...boxes].sort((a, b) => a.box.topMm - b.box.topMm)
    const overlaps = sorted.flatMap(({name, box}, index) => {
      const found: string[] = []
      for (const other of sorted.slice(index + 1)) {
        if (other.box.topMm >= box.bottomMm) break
        if (isOver(box, other.box)) found.push(`overlap: ${name} | ${other.name}`)
      }
      return found
    })
    const strokes = drawing.strokes
      .filter((stroke) => !isInside(stroke, area))
      .map(() => 'runs off the type area: a rule')
    const struck = drawing.strokes.flatMap((stroke) =>
      boxes.filter(({box}) => isStruck(box, stroke)).map(({name}) => `a rule strikes: ${name}`)
    )
    return [...outside, ...overlaps, ...strokes, ...struck].map((what) => `page ${drawing.page}: ${what}`)
  })
}

export function isPageNumber(text: string): boolean {
  return /^—\s\d+\s—$/.test(text)
}

function isInside({leftMm, rightMm, topMm, bottomMm}: Frame, area: Frame): boolean {
  return (
    leftMm > area.leftMm - slackMm &&
    rightMm < area.rightMm + slackMm &&
    topMm > area.topMm - slackMm &&
    bottomMm < area.bottomMm + slackMm
  )
}

function isOver(a: Frame, b: Frame): boolean {
  const widthMm = Math.min(a.rightMm, b.rightMm) - Math.max(a.leftMm, b.leftMm)
  const heightMm = Math.min(a.bottomMm, b.bottomMm) - Math.max(a.topMm, b.topMm)
  return widthMm > slackMm && heightMm > slackMm
}

/** Whether a rule crosses the inside of a box. */
function isStruck(box: Frame, rule: Frame): boolean {
  return (
    rule.leftMm < box.rightMm - slackMm &&
    rule.rightMm > box.leftMm + slackMm &&
    rule.topMm < box.bottomMm - slackMm &&
    rule.bottomMm > box.topMm + slackMm
  )
}
