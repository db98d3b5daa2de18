/** Widths of a table's columns. */

import {plainText, type TableRow} from '../model/body.js'
import {textWidthEm} from '../text/width.js'

/** No column is narrower than this, and none asks for more than that: the rest wraps. In 字. */
const narrowestEm = 3
const widestEm = 16

/** Share the width out by what each column holds: its widest cell, within bounds. The shares add up to 1. */
export function columnShares(rows: readonly TableRow[]): number[] {
  const count = Math.max(...rows.map((row) => row.children.length))
  const widths = Array.from({length: count}, (_, column) => {
    const cells = rows.map((row) => textWidthEm(plainText(row.children[column]?.children ?? [])))
    return Math.min(Math.max(...cells, narrowestEm), widestEm)
  })
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => width / total)
}
