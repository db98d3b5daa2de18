/** Masthead (版头): classification, name, numbers, imprint, and the red rule. */

import type {Paragraph} from 'docx'
import type {Handlers, Imprint, Masthead, MastheadPart} from '../../model/tree.js'
import {type Draft, paragraph} from './draft.js'
import {styledLines, tabbedLine} from './phrasing.js'

export function masthead({children}: Masthead, draft: Draft): Paragraph[] {
  return [...children.flatMap((node) => part(node, draft)), paragraph(draft, 'mastheadRule', [])]
}

const handlers: Handlers<MastheadPart, Paragraph[], Draft> = {
  classification: ({children}, draft) => [styledLines(draft, 'classification', [children])],
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
  const above = issuers.slice(0, -1)
  const last = issuers.at(-1) ?? []
  return [
    ...above.map((issuer) => styledLines(draft, 'imprint', [issuer])),
    date.length === 0 ? styledLines(draft, 'imprint', [last]) : tabbedLine(draft, 'imprint', last, date)
  ]
}
