/** The parts of an issue, in order → paragraphs and tables. */

import type {Phrasing} from '../../model/body.js'
import type {Article, Handlers, IssueBlock} from '../../model/tree.js'
import {titleLines} from '../title.js'
import {articleBlocks, blocks} from './blocks.js'
import {colophon} from './colophon.js'
import {contents} from './contents.js'
import {type Draft, type Flow, type Line, paragraph} from './draft.js'
import {masthead} from './masthead.js'
import {styledLines} from './phrasing.js'

/** All of the issue's flow: never empty, and, since white follows every table, it ends with a paragraph. */
export function issueFlow(nodes: readonly IssueBlock[], draft: Draft): Flow[] {
  const flow = nodes.flatMap((node) => part(node, draft))
  return flow.length > 0 ? flow : [paragraph(draft, 'body', [])]
}

const handlers: Handlers<IssueBlock, Flow[], Draft> = {
  masthead: (node, draft) => masthead(node, draft),
  contents: (node, draft) => contents(node, draft),
  editorNote: ({children}, draft) => blocks(children, 'editorNote', draft),
  columnHead: ({children}, draft) => [headLines([children], 'columnHead', draft)],
  article: (node, draft) => article(node, draft),
  colophon: (node, draft) => colophon(node, draft)
}

function part<Type extends IssueBlock['type']>(node: Extract<IssueBlock, {type: Type}>, draft: Draft): Flow[] {
  const handler: (node: Extract<IssueBlock, {type: Type}>, draft: Draft) => Flow[] = handlers[node.type as Type]
  return handler(node, draft)
}

function article({id, title, children}: Article, draft: Draft): Flow[] {
  draft.pendingArticle = id
  return [
    // A title that runs into the first paragraph has no paragraph of its own.
    ...(title.length === 0 ? [] : [headLines(title, 'articleTitle', draft)]),
    ...articleBlocks(children, draft)
  ]
}

/** A head in lines as wished, too long ones broken by sense. */
function headLines(lines: readonly (readonly Phrasing[])[], role: 'articleTitle' | 'columnHead', draft: Draft): Line {
  return styledLines(draft, role, titleLines(lines, draft.sheet.styles[role], draft.sheet))
}
