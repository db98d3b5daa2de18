/** From the typesetter's marks to what an editor wants to know of the pages: lines left, lines over, lonely lines. */

import type {LastLine, LayoutMark, PageLayout} from '../model/layout.js'
import type {Sheet} from '../model/sheet.js'
import {isLonely, tailOfWidth} from '../text/tail.js'
import {charWidthPt, mmToPt} from './sheet.js'
import {endMark, flowMarks, type MarkedParagraph, startMark} from './typst/context.js'

/** Marks by name. */
export type Marks = ReadonlyMap<string, LayoutMark>

export function marksByName(marks: readonly LayoutMark[]): Marks {
  return new Map(marks.map((mark) => [mark.name, mark]))
}

/** What a half point of rounding must not turn into a line. */
const slackLines = 0.05

/**
 * Read a layout from marks.
 *
 * @param textEnd - where the text ended before white was made, where that is not where it ends now.
 */
export function readLayout(
  pages: number,
  {
    marks,
    paragraphs,
    sheet
  }: {readonly marks: Marks; readonly paragraphs: readonly MarkedParagraph[]; readonly sheet: Sheet},
  textEnd: LayoutMark | null = textEndOf({marks, paragraphs}, sheet)
): PageLayout {
  const {linesPerPage} = sheet.grid
  const linesOf = (wanted: readonly MarkedParagraph[]): LastLine[] =>
    wanted.flatMap((paragraph) => lastLineOf(paragraph, marks, sheet) ?? [])
  const end = textEnd ? {page: textEnd.page, lines: linesAbove(textEnd, sheet)} : {page: pages, lines: linesPerPage}
  const colophonLines = colophonHeightLines(marks, sheet)
  return {
    pages,
    linesPerPage,
    articlePages: articlePages(paragraphs, marks),
    textEnd: end,
    colophonLines,
    linesLeft: linesLeft(pages, {marks, paragraphs}, sheet),
    lastLines: linesOf(paragraphs.filter(canBeCut)),
    lonely: linesOf(paragraphs).filter(({text}) => isLonely(text))
  }
}

/** What a round of setting left behind. */
export interface Traces {
  readonly marks: Marks
  readonly paragraphs: readonly MarkedParagraph[]
}

/**
 * Where the text ends: the lower edge of its last line or block; null where nothing was marked.
 *
 * The mark behind the text goes on to the next page where the end block does; the text itself did not.
 */
export function textEndOf({marks, paragraphs}: Traces, sheet: Sheet): LayoutMark | null {
  const end = marks.get(flowMarks.textEnd)
  if (!end) return null
  const last = paragraphs.findLast(isOfText)
  const line = last && marks.get(endMark(last.name))
  if (linesAbove(end, sheet) > 0 || end.page === 1 || line?.page === end.page) return end
  const lines = line?.page === end.page - 1 ? linesAbove(line, sheet) + 1 : sheet.grid.linesPerPage
  return {...end, page: end.page - 1, yPt: mmToPt(sheet.page.topMm) + lines * sheet.grid.linePitchPt}
}

/** Whether a paragraph is of the text and not of the end block. */
export function isOfText({role}: MarkedParagraph): boolean {
  return role !== 'distribution'
}

/** Titles and recipients are not shortened to save a line. */
function canBeCut(paragraph: MarkedParagraph): boolean {
  return isOfText(paragraph) && paragraph.role !== 'articleTitle' && !paragraph.role.startsWith('heading')
}

/** Null for paragraphs of one line. */
export function lastLineOf(
  {name, article, role, lineStartChars, text}: MarkedParagraph,
  marks: Marks,
  sheet: Sheet
): LastLine | null {
  const start = marks.get(startMark(name))
  const end = marks.get(endMark(name))
  if (!start || !end || text === '') return null
  if (start.page === end.page && Math.abs(start.yPt - end.yPt) < sheet.grid.linePitchPt / 2) return null
  const charPt = charWidthPt(sheet.styles[role], sheet)
  const widthEm = (end.xPt - leftEdgePt(end.page, sheet)) / charPt - lineStartChars
  return {article, page: end.page, line: linesAbove(end, sheet) + 1, text: tailOfWidth(text, widthEm)}
}

/** The type area's left edge: the binding edge (订口) is at the left of odd pages, at the right of even ones. */
function leftEdgePt(page: number, {page: {leftMm, rightMm}}: Sheet): number {
  return mmToPt(page % 2 === 1 ? leftMm : rightMm)
}

/** Whole lines between the page's first line and a point of a line or between lines. */
export function linesAbove({yPt}: LayoutMark, {page, grid}: Sheet): number {
  return Math.max(0, Math.floor((yPt - mmToPt(page.topMm)) / grid.linePitchPt + slackLines))
}

function colophonHeightLines(marks: Marks, {grid}: Sheet): number {
  const top = marks.get(flowMarks.colophonTop)
  const end = marks.get(flowMarks.colophonEnd)
  if (!top || !end || top.page !== end.page) return 0
  return Math.ceil((end.yPt - top.yPt) / grid.linePitchPt - slackLines)
}

function linesLeft(pages: number, traces: Traces, sheet: Sheet): number {
  const {grid, page} = sheet
  const text = textEndOf(traces, sheet)
  const top = traces.marks.get(flowMarks.colophonTop)
  const upper = text?.page === pages ? text.yPt : mmToPt(page.topMm)
  const lower = top?.page === pages ? top.yPt : mmToPt(page.heightMm - page.bottomMm)
  return Math.max(0, Math.floor((lower - upper) / grid.linePitchPt + slackLines))
}

function articlePages(paragraphs: readonly MarkedParagraph[], marks: Marks): Map<string, number> {
  const pages = new Map<string, number>()
  for (const {name, article} of paragraphs) {
    const page = marks.get(startMark(name))?.page
    if (article !== null && page !== undefined && !pages.has(article.id)) pages.set(article.id, page)
  }
  return pages
}
