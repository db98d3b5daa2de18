/** Tables (表格). */

import {
  AlignmentType,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType
} from 'docx'
import type {CellAlign, Phrasing, Table as TableNode} from '../../model/body.js'
import {ptToTwips} from '../sheet.js'
import {columnAligns, setTable} from '../table.js'
import {type Draft, paragraph} from './draft.js'
import {alignments, ruleBorder} from './measures.js'
import {plain, runs} from './phrasing.js'

/**
 * A table as wide as the type area, with its widths stated in all three places: WPS reads the grid, Word the table and
 * its cells. The first row is repeated on each page; no row is broken.
 */
export function table(node: TableNode, draft: Draft): Table {
  const widths = columnWidths(node, draft)
  const aligns = columnAligns(node)
  const margin = ptToTwips(setTable(node, draft.sheet).marginPt)
  const border = ruleBorder(draft.sheet.rules.table, draft.sheet)

  const rows = node.children.map(
    (row, rowIndex) =>
      new TableRow({
        cantSplit: true,
        ...(rowIndex === 0 ? {tableHeader: true} : {}),
        children: row.children.map(
          (cell, column) =>
            new TableCell({
              width: {size: widths[column] ?? 0, type: WidthType.DXA},
              verticalAlign: VerticalAlign.CENTER,
              children: [
                cellParagraph(cell.children, rowIndex === 0 ? null : (aligns[column] ?? null), rowIndex, draft)
              ]
            })
        )
      })
  )

  return new Table({
    rows,
    width: {size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA},
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: {marginUnitType: WidthType.DXA, left: margin, right: margin, top: 0, bottom: 0},
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border
    }
  })
}

/** The rows of a table as lines, for notes, which Word's model of this package fills with paragraphs only. */
export function tableAsLines(node: TableNode, draft: Draft): ParagraphChild[][] {
  const marks = plain(draft)
  return node.children.map((row) =>
    row.children.flatMap((cell, column) => [
      ...(column === 0 ? [] : runs([{type: 'text', value: '　'}], marks)),
      ...runs(cell.children, marks)
    ])
  )
}

function cellParagraph(children: readonly Phrasing[], align: CellAlign, rowIndex: number, draft: Draft) {
  const role = rowIndex === 0 ? 'tableHead' : 'tableCell'
  const own = align === null || align === draft.sheet.styles[role].align ? {} : {alignment: alignments[align]}
  return paragraph(draft, role, runs(children, plain(draft)), own)
}

/** In whole twips. Edges are rounded, not widths, so that what is lost on one column is not added up. */
function columnWidths(node: TableNode, {sheet}: Draft): number[] {
  let edge = 0
  return setTable(node, sheet).widthsPt.map((width) => {
    const start = ptToTwips(edge)
    edge += width
    return ptToTwips(edge) - start
  })
}
