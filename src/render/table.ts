/** Widths and alignment of a table's columns, the same in every format. */

import {type CellAlign, type Phrasing, plainText, type Table} from '../model/body.js'
import type {Sheet} from '../model/sheet.js'
import {textWidthEm} from '../text/width.js'
import {typeAreaWidthPt} from './sheet.js'

/** White on either side of a cell's text. */
export const cellMarginPt = 4.25

/** A figure as officials write it: digits, signs, with a measure or without; `—` and blank where there is none. */
const numeric = /^[约近超]?[-+−]?[\d,，]+(?:\.\d+)?\s*(?:%|％|‰|[\p{Script=Han}㎡]{0,4})$/u
const none = /^[-—–/]*$/

/** One entry a column: as the author says, else right for a column of figures, so that their digits line up. */
export function columnAligns({align, children}: Table): CellAlign[] {
  return align.map((side, column) => {
    if (side !== null) return side
    const texts = children.slice(1).map((row) => cellText(row.children[column]?.children ?? []))
    const isFigures =
      texts.some((text) => numeric.test(text)) && texts.every((text) => numeric.test(text) || none.test(text))
    return isFigures ? 'right' : null
  })
}

/**
 * Widths in pt, their sum the type area's.
 *
 * A column that needs less than an even share gets what it needs; the others share what is left. If all needs are met,
 * the rest is shared out in proportion to them.
 */
export function columnWidthsPt(table: Table, sheet: Sheet): number[] {
  const total = typeAreaWidthPt(sheet)
  const needs = table.align.map((_, column) => columnNeedPt(table, column, sheet))
  const needed = needs.reduce((sum, need) => sum + need, 0)
  return needed <= total ? needs.map((need) => (need / needed) * total) : shareOut(needs, total)
}

function columnNeedPt({children}: Table, column: number, {styles}: Sheet): number {
  const widths = children.map((row, index) => {
    const {sizePt} = index === 0 ? styles.tableHead : styles.tableCell
    return Math.max(1, textWidthEm(cellText(row.children[column]?.children ?? []))) * sizePt
  })
  return Math.max(0, ...widths) + 2 * cellMarginPt
}

function shareOut(needs: readonly number[], total: number): number[] {
  const widths = new Map<number, number>()
  let left = total
  // Narrowest first: what they leave of their even share goes to the wider ones.
  const order = needs.map((_, column) => column).sort((a, b) => (needs[a] ?? 0) - (needs[b] ?? 0) || a - b)
  order.forEach((column, done) => {
    const width = Math.min(needs[column] ?? 0, left / (needs.length - done))
    widths.set(column, width)
    left -= width
  })
  return needs.map((_, column) => widths.get(column) ?? 0)
}

function cellText(children: readonly Phrasing[]): string {
  return plainText(children).trim()
}
