/** The parts of an issue, in order → paragraphs and tables. */

import {InternalHyperlink, Paragraph, Table} from 'docx'
import type {Article, ContentsEntry, Handlers, IssueBlock} from '../../model/tree.js'
import {blocks} from './blocks.js'
import {colophon} from './colophon.js'
import {type Draft, type Flow, paragraph} from './draft.js'
import {masthead} from './masthead.js'
import {plain, runs, styledLines} from './phrasing.js'

/** All of the issue's flow; it ends with a paragraph, and no two tables touch, since Word would make one of them. */
export function issueFlow(nodes: readonly IssueBlock[], draft: Draft): Flow[] {
  const flow = nodes.flatMap((node) => part(node, draft))
  const apart = flow.flatMap((block, index) =>
    block instanceof Table && !(flow[index + 1] instanceof Paragraph) ? [block, paragraph(draft, 'body', [])] : [block]
  )
  return apart.length > 0 ? apart : [paragraph(draft, 'body', [])]
}

const handlers: Handlers<IssueBlock, Flow[], Draft> = {
  masthead: (node, draft) => masthead(node, draft),
  contents: ({children}, draft) =>
    children.map((child) =>
      child.type === 'contentsHead' ? styledLines(draft, 'contentsHead', [child.children]) : contentsEntry(child, draft)
    ),
  editorNote: ({children}, draft) => blocks(children, 'editorNote', draft),
  columnHead: ({children}, draft) => [styledLines(draft, 'columnHead', [children])],
  article: (node, draft) => article(node, draft),
  colophon: (node, draft) => colophon(node, draft)
}

function part<Type extends IssueBlock['type']>(node: Extract<IssueBlock, {type: Type}>, draft: Draft): Flow[] {
  const handler: (node: Extract<IssueBlock, {type: Type}>, draft: Draft) => Flow[] = handlers[node.type as Type]
  return handler(node, draft)
}

/** A title that leads to its article; without page numbers, which only a typesetter knows. */
function contentsEntry({article: id, children}: ContentsEntry, draft: Draft): Paragraph {
  const anchor = draft.bookmarks.get(id)
  if (anchor === undefined) throw new RangeError(`no article has the id ${id}`)

  const link = new InternalHyperlink({anchor, children: runs(children, plain(draft))})
  return paragraph(draft, 'contentsEntry', [link])
}

function article({id, title, children}: Article, draft: Draft): Flow[] {
  draft.pendingBookmark = draft.bookmarks.get(id) ?? null
  return [
    // A title that runs into the first paragraph has no paragraph of its own.
    ...(title.length === 0 ? [] : [styledLines(draft, 'articleTitle', title)]),
    ...children.flatMap((node) =>
      node.type === 'credit' ? [styledLines(draft, 'credit', [node.children])] : blocks([node], 'body', draft)
    )
  ]
}
