/** What may stand on an issue's last page. */

import {type Block, type Phrasing, plainText} from '../../model/body.js'
import type {Sheet} from '../../model/sheet.js'
import type {Credit, Handlers, IssueBlock} from '../../model/tree.js'
import {textWidthEm} from '../../text/width.js'

/**
 * Whether a footnote may stand at the foot of the last page.
 *
 * Only a typesetter knows its pages, so this errs on the safe side: it goes back from the end by the fewest lines that
 * the text can take, until they fill a page.
 */
export function mayEndInFootnotes(nodes: readonly IssueBlock[], {grid}: Sheet): boolean {
  let lines = 0
  for (const piece of nodes.flatMap((node) => partPieces(node, grid.charsPerLine)).reverse()) {
    if (piece.words.some(hasNote)) return true
    lines += piece.leastLines
    if (lines >= grid.linesPerPage) return false
  }
  return false
}

interface Piece {
  readonly words: readonly Phrasing[]
  readonly leastLines: number
}

function partPieces(node: IssueBlock, charsPerLine: number): Piece[] {
  switch (node.type) {
    case 'masthead':
    case 'colophon':
      return []
    case 'contents':
      return node.children.map((entry) => ({words: entry.children, leastLines: 1}))
    case 'editorNote':
      return node.children.flatMap((block) => blockPieces(block, charsPerLine))
    case 'columnHead':
      return [{words: node.children, leastLines: 1}]
    case 'article':
      return [
        ...node.title.map((words) => ({words, leastLines: 1})),
        ...node.children.flatMap((block) => blockPieces(block, charsPerLine))
      ]
  }
}

const handlers: Handlers<Block | Credit, Piece[], number> = {
  paragraph: ({children}, chars) => [setPiece(children, chars)],
  heading: ({children}, chars) => [setPiece(children, chars)],
  credit: ({children}) => [{words: children, leastLines: 1}],
  list: ({children}, chars) => children.flatMap((item) => item.children.flatMap((block) => blockPieces(block, chars))),
  // Rows may be lower than the grid's lines, and whole tables far higher.
  table: ({children}) =>
    children.map((row) => ({words: row.children.flatMap((cell) => cell.children), leastLines: 0.5})),
  figure: () => [],
  blockquote: ({children}, chars) => children.flatMap((block) => blockPieces(block, chars)),
  thematicBreak: () => [{words: [], leastLines: 1}]
}

function blockPieces<Type extends (Block | Credit)['type']>(
  node: Extract<Block | Credit, {type: Type}>,
  chars: number
): Piece[] {
  const handler: (node: Extract<Block | Credit, {type: Type}>, chars: number) => Piece[] = handlers[node.type as Type]
  return handler(node, chars)
}

/** Squeezed punctuation may save a tenth of the text's width at most. */
function setPiece(words: readonly Phrasing[], chars: number): Piece {
  return {words, leastLines: Math.max(1, Math.floor((textWidthEm(plainText(words)) * 0.9) / chars))}
}

function hasNote(node: Phrasing): boolean {
  if (node.type === 'footnoteReference') return true
  return 'children' in node && node.children.some(hasNote)
}
