/** Masthead (版头): classification, name, numbers, imprint, and the red rule. */

import {type Phrasing, plainText} from '../../model/body.js'
import type {Classification, Handlers, Imprint, Masthead, MastheadPart} from '../../model/tree.js'
import {textWidthEm} from '../../text/width.js'
import {titleLines} from '../title.js'
import {type Draft, type Line, paragraph} from './draft.js'
import {styledLines, tabbedLines} from './phrasing.js'
import {copyNumberMarkStyle} from './style-names.js'

export function masthead({children}: Masthead, draft: Draft): Line[] {
  return [...children.flatMap((node) => part(node, draft)), paragraph(draft, 'mastheadRule', [])]
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
