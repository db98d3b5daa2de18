/** Set a tree in rounds, until no last line is lonely and the end block does not stand alone, as far as the text lets it. */

import type {Typeset} from '../../model/host.js'
import type {PageLayout} from '../../model/layout.js'
import type {Sheet} from '../../model/sheet.js'
import type {IssueTree} from '../../model/tree.js'
import {isLonely} from '../../text/tail.js'
import {isOfText, lastLineOf, linesAbove, type Marks, marksByName, readLayout, textEndOf} from '../layout.js'
import type {Setting} from '../setting.js'
import {mmToPt} from '../sheet.js'
import {
  type Adjustments,
  endMark,
  flowMarks,
  type MarkedParagraph,
  type NoteSwap,
  noAdjustments,
  startMark
} from './context.js'
import {writeTypst} from './write.js'

export interface Settled {
  readonly typeset: Typeset
  readonly layout: PageLayout
}

interface Round {
  readonly typeset: Typeset
  readonly marks: Marks
  readonly paragraphs: readonly MarkedParagraph[]
}

/** Words of no lonely line. */
const ordinary = '两字'

/** White that is higher than what is left of a page, by however little, goes to the next one. */
const roundingPt = 0.01

/** Lines more that are tried where those that should go along do not: a paragraph of three goes whole. */
const mostMoreLines = 3

/**
 * Set a tree.
 *
 * The first round shows how the lines fall. Where a paragraph ends on a lonely character, the marks of that paragraph
 * are squeezed in the second. Where the end block went to a page of its own, white at the foot of the page before sends
 * the text's last lines after it. Where notes came to stand under the end block, they change places.
 *
 * @param set - sets one source; a round differs little from the one before, which makes it cheap.
 */
export async function settle(
  tree: IssueTree,
  setting: Setting,
  set: (source: string) => Promise<Typeset>
): Promise<Settled> {
  const {sheet} = setting
  const round = async (adjustments: Adjustments): Promise<Round> => {
    const {source, paragraphs} = writeTypst(tree, setting, adjustments)
    const typeset = await set(source)
    return {typeset, marks: marksByName(typeset.marks), paragraphs}
  }

  let last = await round(noAdjustments)
  const squeezed = new Set(lonelyParagraphs(last, sheet))
  let adjustments: Adjustments = {...noAdjustments, squeezed}
  if (squeezed.size > 0) last = await round(adjustments)

  const textEnd = textEndOf(last, sheet)
  const least = sheet.colophon.leastLinesBefore
  const company = companyLines(last, sheet)
  for (let more = 0; more <= mostMoreLines && company !== null && company < least; more++) {
    const white = whiteFor(last, {sheet, lines: least - company + more})
    if (!white) break
    const next = await round({...adjustments, white})
    if ((companyLines(next, sheet) ?? 0) < least || next.typeset.pages !== last.typeset.pages) continue
    adjustments = {...adjustments, white}
    last = next
    break
  }
  const swap = swapFor(last, sheet)
  if (swap) last = await round({...adjustments, swap})
  return {typeset: last.typeset, layout: readLayout(last.typeset.pages, {...last, sheet}, textEnd)}
}

function lonelyParagraphs({marks, paragraphs}: Round, sheet: Sheet): string[] {
  return paragraphs
    .filter((paragraph) => isLonely(lastLineOf(paragraph, marks, sheet)?.text ?? ordinary))
    .map(({name}) => name)
}

/** Lines of text on the page of the end block, where that is not the first page; null where there is no such page. */
function companyLines(round: Round, sheet: Sheet): number | null {
  const text = textEndOf(round, sheet)
  const colophon = round.marks.get(flowMarks.colophonTop)
  if (text === null || colophon === undefined || colophon.page === 1) return null
  return text.page < colophon.page ? 0 : linesAbove(text, sheet)
}

/**
 * White that leaves the last lines of the page before the end block's no room.
 *
 * It is placed before the last paragraph from which on it still fits that page; else before one that began on an earlier
 * page, from where it goes on to this one.
 *
 * @param lines - that should go to the next page.
 */
function whiteFor(round: Round, {sheet, lines}: {readonly sheet: Sheet; readonly lines: number}): Adjustments['white'] {
  const {grid, page: paper} = sheet
  const textEnd = textEndOf(round, sheet)
  const colophon = round.marks.get(flowMarks.colophonTop)
  if (textEnd === null || colophon === undefined) return null
  const page = colophon.page - 1
  // Where text stands beside the end block already, the page before is full.
  const taken = textEnd.page === page ? linesAbove(textEnd, sheet) : grid.linesPerPage
  const footPt = mmToPt(paper.heightMm - paper.bottomMm - paper.topMm)
  const heightPt = footPt - (taken - lines) * grid.linePitchPt - roundingPt
  const before = round.paragraphs.findLast((paragraph) => {
    const {name, role} = paragraph
    if (!isOfText(paragraph) || role === 'articleTitle' || role.startsWith('heading')) return false
    const start = round.marks.get(startMark(name))
    if (!start || start.page > page) return false
    if (start.page === page) return linesAbove(start, sheet) <= taken - lines
    // Before one that a table or a picture follows, the white would send that away and not the last lines.
    return round.marks.get(endMark(name))?.page === page
  })
  return before && taken > lines ? {before: before.name, heightPt} : null
}

/** Null where no notes stand under the end block. */
function swapFor({marks}: Round, {page}: Sheet): NoteSwap | null {
  const top = marks.get(flowMarks.colophonTop)
  const end = marks.get(flowMarks.colophonEnd)
  if (!top || !end || top.page !== end.page) return null
  const notesPt = mmToPt(page.heightMm - page.bottomMm) - end.yPt
  return notesPt > 1 ? {page: end.page, notesPt, colophonPt: end.yPt - top.yPt} : null
}
