/** Set a tree in rounds, until no last line is lonely and the end block does not stand alone, as far as the text lets it. */

import type {Typeset} from '../../model/host.js'
import type {LayoutMark, PageLayout} from '../../model/layout.js'
import type {Sheet} from '../../model/sheet.js'
import type {IssueTree} from '../../model/tree.js'
import {isLonely} from '../../text/tail.js'
import type {Setting} from '../issue.js'
import {isOfText, lastLineOf, linesAbove, type Marks, marksByName, readLayout, textEndOf} from '../layout.js'
import {mmToPt} from '../sheet.js'
import {type Adjustments, flowMarks, type MarkedParagraph, noAdjustments, startMark} from './context.js'
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

/** Lines more that are tried where those that should go along do not: a paragraph of three goes whole. */
const mostMoreLines = 3

/**
 * Set a tree.
 *
 * The first round shows how the lines fall. Where a paragraph ends on a lonely character, the marks of that paragraph
 * are squeezed in the second. Where the end block went to a page of its own, white at the foot of the page before sends
 * the text's last lines after it.
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
  if (squeezed.size > 0) last = await round({squeezed, white: null})

  const textEnd = textEndOf(last, sheet)
  for (let more = 0; more <= mostMoreLines && textEnd && endsAlone(last, sheet); more++) {
    const white = whiteFor(textEnd, last, {sheet, lines: sheet.colophon.leastLinesBefore + more})
    const next = white && (await round({squeezed, white}))
    if (!next) break
    if (!endsAlone(next, sheet) && next.typeset.pages === last.typeset.pages) last = next
  }
  return {typeset: last.typeset, layout: readLayout(last.typeset.pages, {...last, sheet}, textEnd)}
}

function lonelyParagraphs({marks, paragraphs}: Round, sheet: Sheet): string[] {
  return paragraphs
    .filter((paragraph) => isLonely(lastLineOf(paragraph, marks, sheet)?.text ?? ordinary))
    .map(({name}) => name)
}

/** Whether no text stands on the page of the end block. */
function endsAlone(round: Round, sheet: Sheet): boolean {
  const text = textEndOf(round, sheet)
  const colophon = round.marks.get(flowMarks.colophonTop)
  return text !== null && colophon !== undefined && text.page < colophon.page
}

/**
 * White that leaves the text's last lines no room on their page.
 *
 * It is placed before the last paragraph from which on it still fits the page; else before one that began on an earlier
 * page, from where it goes on to this one.
 */
function whiteFor(
  textEnd: LayoutMark,
  {marks, paragraphs}: Round,
  {sheet, lines}: {readonly sheet: Sheet; readonly lines: number}
): Adjustments['white'] {
  const {grid, page} = sheet
  const footPt = mmToPt(page.heightMm - page.bottomMm)
  const heightPt = footPt - textEnd.yPt + lines * grid.linePitchPt
  const latest = linesAbove(textEnd, sheet) - lines
  if (latest <= 0) return null
  const before = paragraphs.findLast((paragraph) => {
    const {name, role} = paragraph
    if (!isOfText(paragraph) || role === 'articleTitle' || role.startsWith('heading')) return false
    const start = marks.get(startMark(name))
    if (!start || start.page > textEnd.page) return false
    return start.page < textEnd.page || linesAbove(start, sheet) <= latest
  })
  return before ? {before: before.name, heightPt} : null
}
