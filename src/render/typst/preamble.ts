/**
 * The sheet as Typst: page, grid, one named style a role, and the few functions that the body of the source calls.
 *
 * Grid: every line's box is exactly a whole number of pitches high (its edges are set as lengths, leading is none), so
 * that lines of facing pages stand on the same height whatever stands between them.
 */

import {type FontSet, lastResortFamily} from '../../model/artifact.js'
import type {Rule, Sheet, TextStyle} from '../../model/sheet.js'
import {styleRoles} from '../../model/sheet.js'
import type {IssueTree} from '../../model/tree.js'
import {charWidthPt, mmToPt, typeAreaHeightPt, typeAreaWidthPt} from '../sheet.js'
import {flowMarks, marksLabel, type NoteSwap} from './context.js'
import {array, decimal, literal, pt} from './literal.js'

export interface Setting {
  readonly sheet: Sheet
  readonly fonts: FontSet
  readonly swap: NoteSwap | null
}

export function preamble(tree: IssueTree, {sheet, fonts, swap}: Setting): string {
  return [documentRules(tree), styles(sheet, fonts), swapFunctions(swap), functions(sheet), pageRules(sheet)].join('\n')
}

/**
 * Bottom floats stand above a page's notes; what is printed is moved past them, what is laid out stays.
 *
 * The rule over the notes does not know its page: the typesetter takes those of all pages for one. So it is drawn with
 * the first note of each.
 */
function swapFunctions(swap: NoteSwap | null): string {
  if (!swap)
    return '#let lowered(body) = body\n#let raised(body) = body\n#let over-notes(rule) = rule\n#let over-note(rule) = none'
  const {page, notesPt, colophonPt} = swap
  return `#let lowered(body) = move(dy: ${pt(notesPt)}, body)
#let raised(body) = context if here().page() == ${page} { move(dy: -${pt(colophonPt)}, body) } else { body }
#let over-notes(rule) = []
#let over-note(rule) = {
  context if query(selector(<jianbao-note>).before(here())).all(note => note.location().page() != here().page()) { place(rule) }
  [#metadata(none)<jianbao-note>]
}`
}

function documentRules({meta, identity}: IssueTree): string {
  const {year, month, day} = identity.date
  return `#set document(title: ${literal(meta.title)}, author: ${array([literal(meta.author)])}, date: datetime(year: ${year}, month: ${month}, day: ${day}))`
}

/** Page number: songti between two 一字线, 7 mm below the type area, outside, one character in (GB/T 9704—2012, 7.5). */
function pageRules({page, pageNumberBelowMm}: Sheet): string {
  return `#set page(
  width: ${decimal(page.widthMm)}mm,
  height: ${decimal(page.heightMm)}mm,
  margin: (top: ${decimal(page.topMm)}mm, bottom: ${decimal(page.bottomMm)}mm, inside: ${decimal(page.leftMm)}mm, outside: ${decimal(page.rightMm)}mm),
  footer-descent: ${decimal(pageNumberBelowMm)}mm,
  footer: context page-number(counter(page).get().first()),
)`
}

function styles(sheet: Sheet, fonts: FontSet): string {
  const entries = styleRoles.map((role) => `  ${role}: ${style(sheet.styles[role], sheet, fonts)},`)
  return `#let pitch = ${pt(sheet.grid.linePitchPt)}\n#let styles = (\n${entries.join('\n')}\n)`
}

function style(text: TextStyle, sheet: Sheet, fonts: FontSet): string {
  const {family, weight} = fonts[text.font]
  const latin = text.ownLatin ? [] : [`(name: ${literal(fonts.latin.family)}, covers: "latin-in-cjk")`]
  const charPt = charWidthPt(text, sheet)
  return `(font: ${array([...latin, literal(family), literal(lastResortFamily)])}, weight: ${weight}, bold: ${text.bold}, size: ${pt(text.sizePt)}, char: ${pt(charPt)}, fill: rgb(${literal(sheet.colors[text.color])}), align: ${text.align === 'justify' ? 'left' : text.align}, justify: ${text.align === 'justify'}, first: ${decimal(text.firstLineChars)}, start: ${decimal(text.startChars)}, end: ${decimal(text.endChars)}, lines: ${decimal(text.lineLines)}, before: ${decimal(text.spaceBeforeLines)}, after: ${decimal(text.spaceAfterLines)}, sticky: ${text.keepWithNext}, squeeze: false)`
}

function functions(sheet: Sheet): string {
  const {rules, glyphs, tables, pictures, footnotes} = sheet
  return `
// Places of the flow, told by name once the pages stand.
#let mark(name) = [#metadata(name)<${marksLabel}-mark>]
#let marked(name, body) = { mark(name + "<"); body; mark(name + ">") }
#let marks-found = context [#metadata(query(<${marksLabel}-mark>).map(found => {
  let at = found.location().position()
  (found.value, at.page, at.x.pt(), at.y.pt())
}))<${marksLabel}>]

// Typst draws no bold of its own where the family has none, and Chinese text faces have none: a thin outline does.
#let bold(body) = context text(stroke: (paint: text.fill, thickness: ${decimal(glyphs.fakeBoldEm)}em), body)
#let emphasis(body) = text(font: styles.heading2.font, body)
#let deleted(body) = strike(offset: -${decimal(glyphs.strikeRiseEm)}em, body)

// Typst takes a quotation mark for a Chinese one, which is squeezed beside other marks and at a line's ends, only where
// it is one em wide: tracking makes it less. Marks beside quotation marks are set without, in the size that makes up for
// it and for the character before them, which gets none either as the last one of its run.
#let marks = "。，、；：？！…（）《》〈〉【】〔〕「」『』"
#let quotes = regex("[" + marks + "]*[“”‘’][" + marks + "“”‘’]*")

// What is longer than any word, like an address or a file’s number, may break anywhere: beside empty boxes lines break,
// and they take no character out of the width as a zero-width space would.
#show regex("[!-%'-,.0->@-~]{25,}"): it => it.text.clusters().join(box())

// Words in a style, inside of another one's paragraph or not.
#let text-in(style, body) = {
  let height = style.lines * pitch
  let top = (height - style.size) / 2 + ${decimal(glyphs.ascentEm)} * style.size
  set text(font: style.font, weight: style.weight, size: style.size, fill: style.fill, tracking: style.char - style.size, top-edge: top, bottom-edge: top - height)
  show: body => if style.char == style.size { body } else {
    show quotes: set text(size: 2 * style.char - style.size, tracking: 0pt)
    body
  }
  body
}
#let credit-line(body) = {
  let style = styles.credit
  linebreak()
  h(1fr)
  text-in(style, body)
  h(style.end * style.char)
}

// A text in a style, without a block of its own.
#let set-in(style, body) = {
  show: text-in.with(style)
  // Lines are filled one after the other, marks in their full width; "optimized" would squeeze some lines and not others.
  set par(leading: 0pt, spacing: 0pt, justify: style.justify, linebreaks: if style.squeeze { "optimized" } else { "simple" }, first-line-indent: (amount: calc.max(style.first, 0) * style.char, all: true), hanging-indent: calc.max(-style.first, 0) * style.char)
  set align(style.align) if style.align != auto
  // A heading's own size and weight would win over the style's.
  show heading: it => text(size: style.size, weight: style.weight, it.body)
  if style.bold { bold(body) } else { body }
}

// Roles whose white stands above and below a group of their paragraphs, not between them.
#let grouped = ("contentsEntry", "editorNote")
#let group(role, body) = {
  let style = styles.at(role)
  block(width: 100%, above: style.before * pitch, below: style.after * pitch, body)
}

// A paragraph of a role; named arguments change its style here only. Lines are wider by what a character is wider than
// its cell: the last one of a full line may be the last of its run, which gets no tracking.
#let paragraph(role, body, ..changes) = {
  let style = styles.at(role) + (if role in grouped { (before: 0, after: 0) }) + changes.named()
  block(width: 100%, above: style.before * pitch, below: style.after * pitch, inset: (left: style.start * style.char, right: style.end * style.char - (style.size - style.char)), sticky: style.sticky, set-in(style, par(body)))
}

// A block on whole lines of the grid, whatever it holds.
#let on-grid(body, ..options) = layout(area => {
  let height = measure(block(width: area.width, body)).height
  block(width: 100%, height: calc.ceil(height / pitch - 0.001) * pitch, above: 0pt, below: 0pt, ..options, body)
})

// White at the foot of this page, which sends its last lines to the next one.
#let white-at-foot(height) = place(bottom, float: true, clearance: 0pt, block(height: height))

#let rule(thickness, paint, above, below) = block(above: above, below: below, line(length: 100%, stroke: (thickness: thickness, paint: paint)))
#let masthead-rule = ${ruleCall(rules.masthead, sheet)}
#let outer-rule = ${ruleCall(rules.colophonOuter, sheet)}
#let inner-rule = ${ruleCall(rules.colophonInner, sheet)}
#let table-stroke = ${stroke(rules.table, sheet)}

// A note in a table's head, which is drawn again on every page: set once, then its number alone.
#let once(name, number, note) = context if query(selector(label(name)).before(here(), inclusive: false)).len() == 0 { note } else { super(str(number)) }

// Cells: the size may be scaled down; a row is a whole number of lines high.
#let row-padding = ${decimal(tables.rowPaddingLines)} * pitch
#let cell-style(role, scale) = {
  let style = styles.at(role) + (align: auto)
  style + (size: style.size * scale, char: style.char * scale)
}
#let one-line(role, body, scale, ..options) = table.cell(breakable: false, ..options, set-in(cell-style(role, scale), body))
#let some-lines(role, body, scale, ..options) = table.cell(breakable: false, ..options, layout(area => {
  let text = set-in(cell-style(role, scale), body)
  let height = measure(block(width: area.width, text)).height
  block(width: 100%, height: calc.ceil((height + row-padding) / pitch - 0.001) * pitch - row-padding, text)
}))
#let many-lines(role, body, scale, ..options) = table.cell(..options, set-in(cell-style(role, scale), body))
#let data-table(columns: (), aligns: (), margin: 0pt, whole: true, head, cells) = block(width: 100%, above: 0pt, below: 0pt, breakable: not whole, inset: (top: ${decimal(tables.aboveLines)} * pitch, bottom: ${decimal(tables.belowLines)} * pitch), table(
  columns: columns, align: aligns.map(side => side + horizon), stroke: table-stroke, inset: (x: margin, y: row-padding / 2), table.header(..head), ..cells,
))

#let picture(image, caption) = on-grid(breakable: false, {
  v(${decimal(pictures.aboveLines)} * pitch)
  align(center, image)
  if caption != none { paragraph("caption", caption) }
})

// Classification left, the copy's number right.
#let first-line(classification, number) = block(width: 100%, above: 0pt, below: 0pt, grid(columns: (1fr, auto),
  set-in(styles.classification, classification), set-in(styles.copyNumber, number)))

// Issuers left, one under the other; the date right, on the last one's line.
#let imprint(issuers, date) = {
  let style = styles.imprint
  block(width: 100%, above: style.before * pitch, below: 0pt, inset: (left: style.start * style.char, right: style.end * style.char), set-in(style, grid(columns: (1fr, auto), align: (left + bottom, right + bottom), stack(..issuers), date)))
  masthead-rule
}

// Dots to the line's end. Their box stands on the line with its lower edge, so it is let down to their own baseline.
#let leaders = {
  let style = styles.contentsEntry
  let height = style.lines * pitch
  box(width: 1fr, baseline: (height + style.size) / 2 - ${decimal(glyphs.ascentEm)} * style.size, repeat("·"))
}
#let contents-entry(to, title) = {
  let number = ${sheet.contents.pageNumbers ? 'leaders + context str(counter(page).at(to).first())' : 'none'}
  paragraph("contentsEntry", link(to, { title; number }))
}

// The end block stands at the foot of the last page, whole: where it does not fit, at the foot of one more page. One
// that is higher than a page goes on over pages as text does.
#let colophon(above, parts) = context {
  let body = {
    mark("${flowMarks.colophonTop}")
    lowered({
      above
      if parts.len() > 0 { outer-rule }
      parts.join(inner-rule)
      if parts.len() > 0 { outer-rule }
    })
    mark("${flowMarks.colophonEnd}")
  }
  let height = measure(block(width: ${pt(typeAreaWidthPt(sheet))}, body)).height
  if height > ${pt(typeAreaHeightPt(sheet))} { block(width: 100%, body) } else {
    place(bottom, float: true, clearance: 0pt, block(width: 100%, breakable: false, body))
  }
}

#let page-number(number) = {
  let style = styles.pageNumber
  set align(if calc.odd(number) { right } else { left })
  // The line box begins at the height of the dashes, which the standard measures to.
  pad(left: style.start * style.char, right: style.end * style.char, text(font: style.font, size: style.size, fill: style.fill, top-edge: ${decimal(glyphs.dashRiseEm)}em, "— " + str(number) + " —"))
}

#let note-style = styles.footnote
#let note-rule = line(length: ${decimal(footnotes.ruleShare * 100)}%, stroke: ${stroke(rules.footnote, sheet)})
#set footnote.entry(separator: over-notes(note-rule), clearance: ${decimal(footnotes.aboveLines)} * pitch, gap: 0pt, indent: 0pt)
#show footnote.entry: it => raised({ over-note(note-rule); set-in(note-style, it) })
#set text(fallback: false, lang: "zh", region: "cn", cjk-latin-spacing: none, hyphenate: false, overhang: false)
`
}

function stroke({thicknessPt, color}: Rule, {colors}: Sheet): string {
  return `(thickness: ${pt(thicknessPt)}, paint: rgb(${literal(colors[color])}))`
}

function ruleCall({thicknessPt, color, aboveMm, belowMm}: Rule, sheet: Sheet): string {
  return `rule(${pt(thicknessPt)}, rgb(${literal(sheet.colors[color])}), ${pt(mmToPt(aboveMm))}, ${pt(mmToPt(belowMm))})`
}
