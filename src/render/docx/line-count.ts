/** How many lines a text takes: bounds, since only a typesetter knows. */

import {type Block, type Phrasing, plainText} from '../../model/body.js'
import type {Sheet} from '../../model/sheet.js'
import type {Credit, Handlers} from '../../model/tree.js'
import {textWidthEm} from '../../text/width.js'

/** A paragraph of the flow, or a row of a table. */
export interface Piece {
  readonly words: readonly Phrasing[]
  readonly leastLines: number
}

/** Characters of a size in a line. */
export function charsOfLine(sizePt: number, {grid}: Sheet): number {
  return (grid.charsPerLine * grid.charPitchPt) / sizePt
}

export function blockPieces<Type extends (Block | Credit)['type']>(
  node: Extract<Block | Credit, {type: Type}>,
  chars: number
): Piece[] {
  const handler: (node: Extract<Block | Credit, {type: Type}>, chars: number) => Piece[] = handlers[node.type as Type]
  return handler(node, chars)
}

const handlers: Handlers<Block | Credit, Piece[], number> = {
  paragraph: ({children}, chars) => [setPiece(children, chars)],
  heading: ({children}, chars) => [setPiece(children, chars)],
  credit: ({children}) => [{words: children, leastLines: 1}],
  list: ({children}, chars) => children.flatMap((item) => item.children.flatMap((block) => blockPieces(block, chars))),
  table: ({children}) => children.map((row) => ({words: row.children.flatMap((cell) => cell.children), leastLines: 1})),
  figure: () => [{words: [], leastLines: 1}],
  blockquote: ({children}, chars) => children.flatMap((block) => blockPieces(block, chars)),
  thematicBreak: () => [{words: [], leastLines: 1}]
}

function setPiece(words: readonly Phrasing[], chars: number): Piece {
  return {words, leastLines: leastLines(words, chars)}
}

/** Squeezed punctuation, half a character at a line's end or between two marks, saves no more than a twentieth. */
export function leastLines(words: readonly Phrasing[], chars: number): number {
  return Math.max(1, Math.ceil((textWidthEm(plainText(words)) * 0.95) / chars))
}

/** A line may end a character early, before a mark that must not begin one. */
export function mostLines(words: readonly Phrasing[], chars: number): number {
  return Math.max(1, Math.ceil(textWidthEm(plainText(words)) / (chars - 1)))
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
