/** Where a node of a body stands in its file. */

import type {Place} from '../model/place.js'
import type {RawBody} from '../model/raw.js'

/** A node with a place, as unist has it. */
export interface Positioned {
  readonly position?:
    | {
        readonly start: {readonly line: number; readonly column: number}
        readonly end: {readonly line: number; readonly column: number}
      }
    | undefined
}

export function placeOfNode(raw: Pick<RawBody, 'file' | 'lineOffset'>, node: Positioned): Place {
  const start = node.position?.start ?? {line: 1, column: 1}
  const end = node.position?.end ?? start
  return {
    file: raw.file,
    start: {line: start.line + raw.lineOffset, column: start.column},
    end: {line: end.line + raw.lineOffset, column: end.column}
  }
}

/** The place of a stretch of one line, by its offset in the body's text; lines and columns are the body's own. */
export function placeInText(text: string, offset: number, length: number): NonNullable<Positioned['position']> {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  const column = offset - lineStart + 1
  return {start: {line, column}, end: {line, column: column + length}}
}
