/** Tables (表格): rows of whole lines of the grid, the head repeated on every page. */

import {type CellAlign, plainText, type Table, type TableCell, type TableRow} from '../../model/body.js'
import type {StyleRole} from '../../model/sheet.js'
import {textWidthEm} from '../../text/width.js'
import {columnAligns, setTable} from '../table.js'
import type {Context} from './context.js'
import {write} from './handlers.js'
import {array, decimal, pt} from './literal.js'

/** A row of more lines than this may be split over pages. */
const mostLinesKept = 12
/** A text that needs no more of its cell's width than this surely stands on one line. */
const surelyFits = 0.9

export function writeTable(node: Table, context: Context): string {
  const {sheet} = context
  const {widthsPt, sizePt, marginPt} = setTable(node, sheet)
  const scale = sizePt / sheet.styles.tableCell.sizePt
  const aligns = columnAligns(node).map((side) => side ?? (sheet.styles.tableCell.align as CellAlign))
  const linesOf = (role: StyleRole, {children}: TableCell, column: number): number => {
    const size = sheet.styles[role].sizePt * scale
    const room = (widthsPt[column] ?? 0) - 2 * marginPt
    return (textWidthEm(plainText(children)) * size) / room
  }
  const rowOf = (role: StyleRole, {children}: TableRow, inside: Context): {cells: string[]; lines: number} => {
    const lines = children.map((entry, column) => linesOf(role, entry, column))
    const most = Math.max(1, ...lines)
    const side = role === 'tableHead' ? ', align: center + horizon' : ''
    const cells = children.map((entry, column) => {
      // A row is split over pages where all of its cells may be.
      const kept = (lines[column] ?? 0) <= surelyFits ? 'one-line' : 'some-lines'
      const kind = most > mostLinesKept ? 'many-lines' : kept
      return `${kind}("${role}", ${write(entry, inside)}, ${decimal(scale)}${side})`
    })
    return {cells, lines: Math.ceil(most)}
  }

  const [first, ...others] = node.children
  const head = first ? rowOf('tableHead', first, {...context, repeated: true}) : {cells: [], lines: 0}
  const rows = others.map((row) => rowOf('tableCell', row, context))
  // Counted as if lines of cells were as high as those of the grid, which leaves room for lines that are broken early.
  const lines = rows.reduce((sum, row) => sum + row.lines, head.lines)
  const isWhole = node.children.length <= sheet.tables.keepTogetherRows && lines <= sheet.grid.linesPerPage
  const named = [
    `columns: ${array(widthsPt.map(pt))}`,
    `aligns: ${array(aligns.map(String))}`,
    `margin: ${pt(marginPt)}`,
    `whole: ${isWhole}`
  ].join(', ')
  return `data-table(${named}, ${array(head.cells)}, ${array(rows.flatMap(({cells}) => cells))})`
}
