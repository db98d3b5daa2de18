/** Widths, size and alignment of a table's columns, the same in every format. */

import {type CellAlign, type Phrasing, plainText, type Table} from '../model/body.js'
import type {Sheet} from '../model/sheet.js'
import {type ColumnNeed, columnNeed} from '../text/table-columns.js'
import {typeAreaWidthPt} from './sheet.js'

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

/** How a table is set. */
export interface TableSetting {
  /** Their sum is the type area's width. */
  readonly widthsPt: readonly number[]
  /** Of heads and cells: the style's own, or smaller where the columns are too many for it. */
  readonly sizePt: number
  /** White on either side of a cell's text, shrunk with the size. */
  readonly marginPt: number
  /** Whether all fits; else numbers or words reach over their cells. */
  readonly fits: boolean
}

/**
 * Set a table into the type area's width.
 *
 * Every column gets at least what its widest number or word needs; what is left goes to those that would need more to
 * stand on one line, and if all do, to all in proportion. Where the least needs are too much, the size goes down by half
 * points as far as the sheet allows.
 */
export function setTable(table: Table, sheet: Sheet): TableSetting {
  const {tables, styles} = sheet
  const totalPt = typeAreaWidthPt(sheet)
  const needs = table.align.map((_, column) => columnNeed(columnTexts(table, column)))
  const ownPt = styles.tableCell.sizePt
  const leastPt = Math.min(ownPt, tables.smallestSizePt)

  for (let sizePt = ownPt; ; sizePt = Math.max(leastPt, sizePt - 0.5)) {
    const marginPt = (tables.cellMarginPt * sizePt) / ownPt
    const widthPt = (em: number): number => em * sizePt + 2 * marginPt
    const fits = sum(needs.map(({leastEm}) => widthPt(leastEm))) <= totalPt
    if (fits || sizePt === leastPt) {
      return {widthsPt: shareOut(needs, widthPt, totalPt), sizePt, marginPt, fits}
    }
  }
}

function shareOut(needs: readonly ColumnNeed[], widthPt: (em: number) => number, totalPt: number): number[] {
  const whole = needs.map(({wholeEm}) => widthPt(wholeEm))
  const least = needs.map(({leastEm}) => widthPt(leastEm))
  const wholeSum = sum(whole)
  if (wholeSum <= totalPt) return whole.map((width) => (width / wholeSum) * totalPt)
  const leastSum = sum(least)
  if (leastSum >= totalPt) return least.map((width) => (width / leastSum) * totalPt)

  const widths = new Map<number, number>()
  let left = totalPt
  let leastLeft = leastSum
  // Those that miss least first: what they leave goes to the wider ones.
  const order = needs.map((_, column) => column).sort((a, b) => missing(a) - missing(b) || a - b)
  function missing(column: number): number {
    return (whole[column] ?? 0) - (least[column] ?? 0)
  }
  order.forEach((column, done) => {
    const own = least[column] ?? 0
    leastLeft -= own
    const share = (left - leastLeft - own) / (needs.length - done)
    const width = own + Math.min(missing(column), Math.max(0, share))
    widths.set(column, width)
    left -= width
  })
  return needs.map((_, column) => widths.get(column) ?? 0)
}

function columnTexts({children}: Table, column: number): string[] {
  return children.map((row) => cellText(row.children[column]?.children ?? []))
}

function cellText(children: readonly Phrasing[]): string {
  return plainText(children).trim()
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
