/** Masthead (版头): classification, name, numbers, imprint, and the red rule. */

import type {Paragraph} from 'docx'
import type {Handlers, Imprint, Masthead, MastheadPart} from '../../model/tree.js'
import {type Draft, paragraph} from './draft.js'
import {styledLines, tabbedLine} from './phrasing.js'

export function masthead({children}: Masthead, draft: Draft): Paragraph[] {
  return [...children.flatMap((node) => part(node, draft)), paragraph(draft, 'mastheadRule', [])]
}

const handlers: Handlers<MastheadPart, Paragraph[], Draft> = {
  classification: ({children, copyNumber}, draft) => [
    copyNumber.length > 0
      ? tabbedLine(draft, 'classification', children, copyNumber)
      : styledLines(draft, 'classification', [children])
  ],
  bulletinTitle: ({children}, draft) => [styledLines(draft, 'bulletinTitle', [children])],
  issueNumberLine: ({children}, draft) => [styledLines(draft, 'issueNumberLine', [children])],
  imprint: (node, draft) => imprint(node, draft)
}

function part<Type extends MastheadPart['type']>(node: Extract<MastheadPart, {type: Type}>, draft: Draft): Paragraph[] {
  const handler: (node: Extract<MastheadPart, {type: Type}>, draft: Draft) => Paragraph[] = handlers[node.type as Type]
  return handler(node, draft)
}

/** Issuing offices one under the other; the date stands on the last one's line, at the right. */
function imprint({issuers, date}: Imprint, draft: Draft): Paragraph[] {
  const last = issuers.length - 1
  return (issuers.length === 0 ? [[]] : issuers).map((issuer, index) => {
    // The white above the imprint stands above its first line only.
    const own = index === 0 ? {} : {spacing: {before: 0}}
    return index >= last && date.length > 0
      ? tabbedLine(draft, 'imprint', issuer, date, own)
      : styledLines(draft, 'imprint', [issuer], own)
  })
}
