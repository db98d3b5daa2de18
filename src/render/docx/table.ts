/** Tables (表格). */

import {
  AlignmentType,
  HeightRule,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType
} from 'docx'
import {type CellAlign, plainText, type Table as TableNode, type TableRow as TableRowNode} from '../../model/body.js'
import {textWidthEm} from '../../text/width.js'
import {ptToTwips} from '../sheet.js'
import {columnAligns, setTable, type TableSetting} from '../table.js'
import {type Draft, type Flow, paragraph} from './draft.js'
import {sum} from './line-count.js'
import {alignments, linesToTwips, ruleBorder} from './measures.js'
import {plain, runs, textRun} from './phrasing.js'

/** A table under way. */
interface Setting extends TableSetting {
  readonly draft: Draft
  readonly widths: readonly number[]
  readonly aligns: readonly CellAlign[]
  /** Where the columns were too many for the style's size. */
  readonly shrunkPt: number | null
}

/**
 * A table as wide as the type area, between two lines of white, which together are a whole line of the grid. Widths are
 * stated in all three places: WPS reads the grid, Word the table and its cells. The first row is repeated on each page;
 * no row is broken; a table of few rows stays whole.
 */
export function table(node: TableNode, draft: Draft): Flow[] {
  const {tables, rules} = draft.sheet
  const set = setTable(node, draft.sheet)
  const widths = wholeTwips(set.widthsPt)
  const shrunkPt = set.sizePt < draft.sheet.styles.tableCell.sizePt ? set.sizePt : null
  const setting: Setting = {...set, draft, widths, aligns: columnAligns(node), shrunkPt}
  const margin = ptToTwips(set.marginPt)
  const padding = Math.floor(linesToTwips(tables.rowPaddingLines, draft.sheet) / 2)
  const border = ruleBorder(rules.table, draft.sheet)
  const heights = node.children.map((row, index) => rowLines(row, index, setting))
  const last = node.children.length - 1
  const staysWhole = last < tables.keepTogetherRows && sum(heights) < draft.sheet.grid.linesPerPage

  const words = new Table({
    rows: node.children.map((row, index) =>
      tableRow(row, {index, lines: heights[index] ?? 1, keepNext: staysWhole && index < last}, setting)
    ),
    width: {size: sum(widths), type: WidthType.DXA},
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: {marginUnitType: WidthType.DXA, left: margin, right: margin, top: padding, bottom: padding},
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border
    }
  })
  return [paragraph(draft, 'tableAbove', []), words, paragraph(draft, 'tableBelow', [])]
}

interface Row {
  /** 0 is the head. */
  readonly index: number
  /** Its least height, in lines of the grid. */
  readonly lines: number
  readonly keepNext: boolean
}

/** Not broken over pages, but where it takes most of one and would leave the page before empty. */
function tableRow(row: TableRowNode, place: Row, setting: Setting): TableRow {
  const {sheet} = setting.draft
  const isWhole = place.lines <= sheet.grid.linesPerPage / 2
  return new TableRow({
    ...(isWhole ? {cantSplit: true} : {}),
    ...(place.index === 0 ? {tableHeader: true} : {}),
    height: {value: linesToTwips(isWhole ? place.lines : 1, sheet), rule: HeightRule.ATLEAST},
    children: row.children.map(
      (cell, column) =>
        new TableCell({
          width: {size: setting.widths[column] ?? 0, type: WidthType.DXA},
          verticalAlign: VerticalAlign.CENTER,
          children: [cellParagraph(cell.children, column, place, setting)]
        })
    )
  })
}

/** The lines that a row surely needs, rounded up to whole lines of the grid. */
function rowLines(row: TableRowNode, index: number, setting: Setting): number {
  const {sheet} = setting.draft
  const lines = Math.max(
    1,
    ...row.children.map((cell, column) => leastLines(plainText(cell.children), column, setting))
  )
  return Math.max(
    1,
    Math.ceil(lines * sheet.styles[roleOf({index})].lineLines + sheet.tables.rowPaddingLines - tolerance)
  )
}

/** Of sums of shares of a line, which are not exact. */
const tolerance = 1e-6

function leastLines(text: string, column: number, {widthsPt, marginPt, sizePt}: Setting): number {
  const room = (widthsPt[column] ?? 0) - 2 * marginPt
  return Math.ceil((textWidthEm(text.trim()) * sizePt) / room - tolerance)
}

function cellParagraph(
  children: TableRowNode['children'][number]['children'],
  column: number,
  {index, keepNext}: Row,
  {draft, aligns, shrunkPt}: Setting
) {
  const role = roleOf({index})
  const align = index === 0 ? null : (aligns[column] ?? null)
  const own = {
    ...(keepNext ? {keepNext} : {}),
    ...(align === null || align === draft.sheet.styles[role].align ? {} : {alignment: alignments[align]})
  }
  return paragraph(draft, role, runs(children, plain(draft, shrunkPt)), own)
}

function roleOf({index}: Pick<Row, 'index'>): 'tableHead' | 'tableCell' {
  return index === 0 ? 'tableHead' : 'tableCell'
}

/** The rows of a table as lines, for notes, which Word's model of this package fills with paragraphs only. */
export function tableAsLines(node: TableNode, draft: Draft): ParagraphChild[][] {
  const marks = plain(draft)
  return node.children.map((row) =>
    row.children.flatMap((cell, column) => [
      ...(column === 0 ? [] : [textRun('　', marks)]),
      ...runs(cell.children, marks)
    ])
  )
}

/** Edges are rounded, not widths, so that what is lost on one column is not added up. */
function wholeTwips(widthsPt: readonly number[]): number[] {
  let edge = 0
  return widthsPt.map((width) => {
    const start = ptToTwips(edge)
    edge += width
    return ptToTwips(edge) - start
  })
}
