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
import {type CellAlign, type Phrasing, plainText, type Table as TableNode} from '../../model/body.js'
import {textWidthEm} from '../../text/width.js'
import {ptToTwips, typeAreaWidthPt} from '../sheet.js'
import {type Draft, paragraph} from './draft.js'
import {alignments, ruleBorder} from './measures.js'
import {plain, runs} from './phrasing.js'

/** White on either side of a cell's text. */
const cellMarginTwips = 85

/** A figure as officials write it: digits, signs, with a measure or without; `—` and blank where there is none. */
const numeric = /^[约近超]?[-+−]?[\d,，]+(?:\.\d+)?\s*(?:%|％|‰|[\p{Script=Han}㎡]{0,4})$/u
const none = /^[-—–/]*$/

/**
 * A table as wide as the type area, with its widths stated in all three places: WPS reads the grid, Word the table and
 * its cells. The first row is repeated on each page; no row is broken.
 */
export function table(node: TableNode, draft: Draft): Table {
  const widths = columnWidths(node, draft)
  const aligns = node.align.map((align, column) => columnAlign(node, align, column))
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
    margins: {marginUnitType: WidthType.DXA, left: cellMarginTwips, right: cellMarginTwips, top: 0, bottom: 0},
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

/** As the author says; else right for a column of figures, so that their units stand under each other. */
function columnAlign(node: TableNode, align: CellAlign, column: number): CellAlign {
  if (align !== null) return align

  const texts = node.children.slice(1).map((row) => cellText(row.children[column]?.children ?? []))
  const isFigures =
    texts.some((text) => numeric.test(text)) && texts.every((text) => numeric.test(text) || none.test(text))
  return isFigures ? 'right' : null
}

function cellText(children: readonly Phrasing[]): string {
  return plainText(children).trim()
}

/**
 * Widths in twips, their sum the type area's.
 *
 * A column that needs less than an even share gets what it needs; the others share what is left. If all needs are met,
 * the rest is shared out in proportion to them.
 */
function columnWidths(node: TableNode, draft: Draft): number[] {
  const total = ptToTwips(typeAreaWidthPt(draft.sheet))
  const needs = node.align.map((_, column) => columnNeed(node, column, draft))
  const needed = needs.reduce((sum, need) => sum + need, 0)
  if (needed === 0) return []

  const exact = needed <= total ? needs.map((need) => (need / needed) * total) : shareOut(needs, total)
  // Edges are rounded, not widths, so that what is lost on one column is not added up.
  let edge = 0
  return exact.map((width) => {
    const start = Math.round(edge)
    edge += width
    return Math.round(edge) - start
  })
}

function columnNeed(node: TableNode, column: number, {sheet}: Draft): number {
  const widths = node.children.map((row, rowIndex) => {
    const {sizePt} = sheet.styles[rowIndex === 0 ? 'tableHead' : 'tableCell']
    return Math.max(1, textWidthEm(cellText(row.children[column]?.children ?? []))) * sizePt
  })
  return ptToTwips(Math.max(0, ...widths)) + 2 * cellMarginTwips
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
