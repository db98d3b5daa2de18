/** Measures of the papers that go with an issue: dispatch sheet (发放登记表), labels (标签). */

import {z} from 'zod'
import {type DispatchColumn, dispatchColumns} from '../../model/dispatch.js'

const least = z.number().finite().min(0)
const positive = z.number().finite().positive()
const count = positive.int()

const face = z.strictObject({
  font: z.enum(['xiaobiaosong', 'fangsong', 'heiti', 'kaiti', 'songti']),
  sizePt: positive
})

export const dispatchMeasures = z.strictObject({
  marginTopMm: least,
  marginBottomMm: least,
  marginLeftMm: least,
  marginRightMm: least,
  rowMm: positive,
  cellPaddingMm: least,
  lineEm: positive.min(1),
  title: face,
  date: face,
  head: face,
  cell: face,
  footer: face,
  widthsMm: z.strictObject(
    Object.fromEntries(dispatchColumns.map((column) => [column, positive])) as Record<DispatchColumn, typeof positive>
  )
})

export const labelMeasures = z.strictObject({
  columns: count,
  rows: count,
  widthMm: positive,
  heightMm: positive,
  marginTopMm: least,
  marginLeftMm: least,
  gapXMm: least,
  gapYMm: least,
  paddingMm: least,
  lineEm: positive.min(1),
  smallestSizePt: positive,
  postcode: face,
  address: face,
  name: face,
  copies: face
})
