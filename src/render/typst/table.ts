/** Tables (表格): rows of whole lines of the grid, the head repeated on every page. */

import {type CellAlign, plainText, type Table, type TableCell} from '../../model/body.js'
import type {StyleRole} from '../../model/sheet.js'
import {textWidthEm} from '../../text/width.js'
import {columnAligns, setTable} from '../table.js'
import type {Context} from './context.js'
import {write} from './handlers.js'
import {array, decimal, pt} from './literal.js'

/** A cell of more lines than this may be split over pages. */
const mostLinesKept = 12
/** A text that needs no more of its cell's width than this surely stands on one line. */
const surelyFits = 0.9

export function writeTable(node: Table, context: Context): string {
  const {sheet} = context
  const {widthsPt, sizePt, marginPt} = setTable(node, sheet)
  const scale = sizePt / sheet.styles.tableCell.sizePt
  const aligns = columnAligns(node).map((side) => side ?? (sheet.styles.tableCell.align as CellAlign))
  const cell = (role: StyleRole) => (entry: TableCell, column: number) => {
    const size = sheet.styles[role].sizePt * scale
    const room = (widthsPt[column] ?? 0) - 2 * marginPt
    const lines = (textWidthEm(plainText(entry.children)) * size) / room
    const kind = lines <= surelyFits ? 'one-line' : lines <= mostLinesKept ? 'some-lines' : 'many-lines'
    const side = role === 'tableHead' ? ', align: center + horizon' : ''
    return `${kind}("${role}", ${write(entry, context)}, ${decimal(scale)}${side})`
  }

  const [head, ...rows] = node.children
  const named = [
    `columns: ${array(widthsPt.map(pt))}`,
    `aligns: ${array(aligns.map(String))}`,
    `margin: ${pt(marginPt)}`,
    `whole: ${node.children.length <= sheet.tables.keepTogetherRows}`
  ].join(', ')
  const heads = (head?.children ?? []).map(cell('tableHead'))
  const cells = rows.flatMap((row) => row.children.map(cell('tableCell')))
  return `data-table(${named}, ${array(heads)}, ${array(cells)})`
}
