/** Where something stands in a file of the workspace. */

/** Lines and columns count from 1, columns in UTF-16 units, so that editors jump to the spot. */
export interface Point {
  readonly line: number
  readonly column: number
}

/** A stretch of one file; `file` is relative to the workspace, with `/`. */
export interface Place {
  readonly file: string
  readonly start: Point
  readonly end: Point
}

/** The place that stands for a whole file: its first character. */
export function startOf(file: string): Place {
  return {file, start: {line: 1, column: 1}, end: {line: 1, column: 1}}
}
