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
