/** Masthead (版头): classification, name, numbers, imprint, and the red rule. */

import {LineRuleType} from 'docx'
import {type Phrasing, plainText} from '../../model/body.js'
import type {Sheet} from '../../model/sheet.js'
import type {BulletinTitle, Classification, Handlers, Imprint, Masthead, MastheadPart} from '../../model/tree.js'
import {textWidthEm} from '../../text/width.js'
import {fittedSizePt, mmToTwips} from '../sheet.js'
import {titleLines} from '../title.js'
import {type Draft, type Line, paragraph} from './draft.js'
import {sum} from './line-count.js'
import {centredLine, linesToTwips, whiteBelowMasthead} from './measures.js'
import {styledLines, tabbedLines} from './phrasing.js'
import {copyNumberMarkStyle} from './style-names.js'

export function masthead({children}: Masthead, draft: Draft): Line[] {
  const {sheet} = draft
  const lines = children.flatMap((node, index) => {
    const own = node.type === 'bulletinTitle' ? titleSpacing(node, sheet).before : styleBefore(node, sheet)
    return belowTitle(children[index - 1], own, part(node, draft), sheet)
  })
  const rule = mastheadRule(children, draft)
  return [...lines, ...belowTitle(children.at(-1), mmToTwips(sheet.rules.masthead.aboveMm), [rule], sheet)]
}

function styleBefore({type}: MastheadPart, sheet: Sheet): number {
  return linesToTwips(sheet.styles[type].spaceBeforeLines, sheet)
}

/**
 * Of the white below one paragraph and above the next, Word shows the greater only; below a title both belong there.
 *
 * @param own - white above the first of the lines, in twips.
 */
function belowTitle(title: MastheadPart | undefined, own: number, lines: Line[], sheet: Sheet): Line[] {
  const [first, ...rest] = lines
  if (title?.type !== 'bulletinTitle' || first === undefined || own === 0) return lines
  return [first.withWhiteAbove(titleSpacing(title, sheet).after + own), ...rest]
}

/** Its style makes whole lines where the masthead above is of whole lines, as a rule. */
function mastheadRule(above: readonly MastheadPart[], draft: Draft): Line {
  const {sheet} = draft
  const line = whiteBelowMasthead(sum(above.map((node) => heightLines(node, draft))), sheet)
  const own = line === whiteBelowMasthead(0, sheet) ? {} : {spacing: {line, lineRule: LineRuleType.EXACT}}
  return paragraph(draft, 'mastheadRule', [], own)
}

function titleSpacing({children}: BulletinTitle, sheet: Sheet) {
  const style = sheet.styles.bulletinTitle
  return centredLine(style, fittedSizePt(style, plainText(children), sheet), sheet)
}

/** In lines of the grid. */
function heightLines(node: MastheadPart, draft: Draft): number {
  const {lineLines, spaceBeforeLines, spaceAfterLines} = draft.sheet.styles[node.type]
  if (node.type !== 'imprint') return lineLines + spaceBeforeLines + spaceAfterLines

  const last = node.issuers.at(-1) ?? []
  const lines = Math.max(0, node.issuers.length - 1) + besideDate(last, node.date, draft).length
  return lines * lineLines + spaceBeforeLines + spaceAfterLines
}

const handlers: Handlers<MastheadPart, Line[], Draft> = {
  classification: (node, draft) => [firstLine(node, draft)],
  bulletinTitle: ({children}, draft) => [styledLines(draft, 'bulletinTitle', [children])],
  issueNumberLine: ({children}, draft) => [styledLines(draft, 'issueNumberLine', [children])],
  imprint: (node, draft) => imprint(node, draft)
}

function part<Type extends MastheadPart['type']>(node: Extract<MastheadPart, {type: Type}>, draft: Draft): Line[] {
  const handler: (node: Extract<MastheadPart, {type: Type}>, draft: Draft) => Line[] = handlers[node.type as Type]
  return handler(node, draft)
}

/** Classification left, the copy's number right. */
function firstLine({children, copyNumber}: Classification, draft: Draft): Line {
  if (copyNumber.length === 0) return styledLines(draft, 'classification', [children])
  if (children.length === 0) return styledLines(draft, 'copyNumber', [copyNumber])
  return tabbedLines(draft, 'classification', [children], {right: copyNumber, style: copyNumberMarkStyle})
}

/** Issuing offices one under the other; the date stands on the last one's line, at the right. */
function imprint({issuers, date}: Imprint, draft: Draft): Line[] {
  const offices = issuers.length === 0 ? [[]] : issuers
  return offices.map((issuer, index) =>
    index === offices.length - 1 && date.length > 0
      ? tabbedLines(draft, 'imprint', besideDate(issuer, date, draft), {right: date})
      : styledLines(draft, 'imprint', [issuer])
  )
}

/** An office's name in lines that leave room for the date: Word would let the date run over the end of a long one. */
function besideDate(issuer: readonly Phrasing[], date: readonly Phrasing[], {sheet}: Draft) {
  const style = sheet.styles.imprint
  // Between the two there is at least as much white as before the name.
  const taken = textWidthEm(plainText(date)) + style.startChars
  return titleLines([issuer], {...style, endChars: style.endChars + taken}, sheet)
}
