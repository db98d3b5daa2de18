/** How wide a table's columns have to be, in em. Pure. */

import {textWidthEm} from './width.js'

export interface ColumnNeed {
  /** On one line. */
  readonly wholeEm: number
  /** The widest piece that cannot be broken: a number, a Latin word, two Chinese characters. */
  readonly leastEm: number
}

const pieces = /[\p{Script=Latin}\p{N}.,%+\-/@_％]+|[^\s]/gu

/** What the texts of one column need. */
export function columnNeed(texts: readonly string[]): ColumnNeed {
  let wholeEm = 1
  let leastEm = 1
  for (const text of texts) {
    const trimmed = text.trim()
    wholeEm = Math.max(wholeEm, textWidthEm(trimmed))
    // Two characters a line, where there are two: columns of single characters are not read.
    leastEm = Math.max(leastEm, Math.min(2, textWidthEm(trimmed)))
    for (const [piece] of trimmed.matchAll(pieces)) leastEm = Math.max(leastEm, textWidthEm(piece))
  }
  return {wholeEm, leastEm}
}
