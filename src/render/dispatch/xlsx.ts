/** Dispatch sheet (发放登记表) → XLSX. */

import ExcelJS, {type Alignment, type Cell, type Worksheet} from 'exceljs'
import {strFromU8, strToU8, unzipSync} from 'fflate'
import type {DispatchSheet} from '../../model/dispatch.js'
import type {Face, Sheet} from '../../model/sheet.js'
import {textWidthEm} from '../../text/width.js'
import {printable, setProperties, zipParts} from '../package.js'
import {mmToPt} from '../sheet.js'
import {type SheetColumn, sheetColumns} from './columns.js'

/** Rows: title, date, heads; then one a recipient. */
const headRow = 3
/** Excel's number for A4. */
const paperA4 = 9
const stylesPart = 'xl/styles.xml'
/** Excel takes no higher row. */
const highestRowPt = 409
/** Beyond it a column holds sentences, not numbers. */
const longLineChars = 8
/** Text that stays text when its cell is edited: `=1+1`, `-5`, `000001`. */
const asText = '@'

/**
 * Set the dispatch sheet as a workbook of one sheet: the same bytes for the same words and measures.
 *
 * Every word is a string, so that none is ever a formula; the sum is one, with its value beside it.
 */
export async function writeDispatchXlsx(words: DispatchSheet, sheet: Sheet): Promise<Uint8Array> {
  const columns = sheetColumns(words, sheet.dispatch)
  const workbook = new ExcelJS.Workbook()
  const page = workbook.addWorksheet('发放登记表', {
    pageSetup: pageSetup(sheet, words.rows.length, columns.length),
    headerFooter: {oddFooter: '第 &P 页　共 &N 页'},
    views: [{state: 'frozen', xSplit: 0, ySplit: headRow}]
  })
  page.columns = columns.map(({widthMm}) => ({width: widthInCharacters(widthMm)}))
  writeHeading(page, words, columns, sheet)
  words.rows.forEach((row, index) => {
    writeRow(
      page,
      headRow + 1 + index,
      columns,
      columns.map(({of}) => of(row)),
      sheet
    )
  })
  writeTotal(page, words, columns, sheet)

  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()))
  parts[stylesPart] = strToU8(sortFonts(strFromU8(parts[stylesPart] ?? new Uint8Array())))
  const {title, bulletin, author, identity} = words
  setProperties(parts, {title, subject: bulletin, author, date: identity.date})
  return zipParts(parts)
}

function pageSetup({dispatch}: Sheet, rows: number, columns: number): Partial<ExcelJS.PageSetup> {
  const {marginTopMm, marginBottomMm, marginLeftMm, marginRightMm} = dispatch
  const inches = (mm: number): number => Math.round((mm / 25.4) * 10_000) / 10_000
  return {
    paperSize: paperA4,
    orientation: 'portrait',
    horizontalCentered: true,
    // One page wide, as many high as it takes.
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: {
      left: inches(marginLeftMm),
      right: inches(marginRightMm),
      top: inches(marginTopMm),
      bottom: inches(marginBottomMm),
      header: inches(marginTopMm / 2),
      footer: inches(marginBottomMm / 2)
    },
    printTitlesRow: `${headRow}:${headRow}`,
    // The package puts a $ before each corner only.
    printArea: `A$1:${letter(columns)}$${headRow + rows + 1}`
  }
}

function writeHeading(page: Worksheet, words: DispatchSheet, columns: readonly SheetColumn[], sheet: Sheet): void {
  const {dispatch} = sheet
  const widthMm = columns.reduce((sum, column) => sum + column.widthMm, 0)
  const across = (row: number, text: string, face: Face, horizontal: Alignment['horizontal']): void => {
    page.mergeCells(row, 1, row, columns.length)
    const cell = page.getCell(row, 1)
    writeText(cell, text, face, {horizontal, sheet})
    page.getRow(row).height = textHeightPt(text, widthMm, face, sheet) + face.sizePt / 2
  }
  across(1, words.title, dispatch.title, 'center')
  across(2, words.date, dispatch.date, 'right')
  columns.forEach(({head}, index) => {
    const cell = page.getCell(headRow, index + 1)
    writeText(cell, head, dispatch.head, {horizontal: 'center', sheet})
    frame(cell)
  })
  page.getRow(headRow).height = rowHeightPt(
    columns,
    columns.map(({head}) => head),
    dispatch.head,
    sheet
  )
}

function writeRow(
  page: Worksheet,
  row: number,
  columns: readonly SheetColumn[],
  values: readonly (string | number | null)[],
  sheet: Sheet
): void {
  const face = sheet.dispatch.cell
  columns.forEach(({align}, index) => {
    const cell = page.getCell(row, index + 1)
    const value = values[index] ?? null
    if (typeof value === 'number') writeNumber(cell, value, face, sheet)
    else writeText(cell, value, face, {horizontal: align, sheet})
    frame(cell)
  })
  page.getRow(row).height = rowHeightPt(columns, values, face, sheet)
}

/** Under the copies stands their sum, which follows when a number is changed by hand. */
function writeTotal(
  page: Worksheet,
  {rows, total}: DispatchSheet,
  columns: readonly SheetColumn[],
  sheet: Sheet
): void {
  const row = headRow + rows.length + 1
  writeRow(
    page,
    row,
    columns,
    columns.map(({column}) => (column === 'recipient' ? total.text : null)),
    sheet
  )
  const index = columns.findIndex(({column}) => column === 'copies') + 1
  const cell = page.getCell(row, index)
  writeNumber(cell, total.copies, sheet.dispatch.cell, sheet)
  const copies = letter(index)
  cell.value = {formula: `SUM(${copies}${headRow + 1}:${copies}${row - 1})`, result: total.copies}
}

function writeText(
  cell: Cell,
  text: string | null,
  face: Face,
  {horizontal, sheet}: {readonly horizontal: Alignment['horizontal']; readonly sheet: Sheet}
): void {
  if (text !== null && text !== '') cell.value = printable(text)
  cell.numFmt = asText
  cell.font = font(face, sheet)
  cell.alignment = {horizontal, vertical: 'middle', wrapText: true}
}

function writeNumber(cell: Cell, value: number, face: Face, sheet: Sheet): void {
  cell.value = value
  cell.numFmt = '0'
  cell.font = font(face, sheet)
  cell.alignment = {horizontal: 'center', vertical: 'middle'}
}

function font(face: Face, sheet: Sheet): Partial<ExcelJS.Font> {
  // 134: the character set of simplified Chinese, by which Excel finds a stand-in for a font that is not there.
  return {name: sheet.officeFonts[face.font], size: face.sizePt, charset: 134}
}

function frame(cell: Cell): void {
  const side = {style: 'thin'} as const
  cell.border = {top: side, bottom: side, left: side, right: side}
}

/** Excel does not raise rows whose height is given, so they are given what their texts need. */
function rowHeightPt(
  columns: readonly SheetColumn[],
  values: readonly (string | number | null)[],
  face: Face,
  sheet: Sheet
): number {
  const heights = columns.map(({widthMm}, index) => textHeightPt(String(values[index] ?? ''), widthMm, face, sheet))
  return Math.min(highestRowPt, Math.max(mmToPt(sheet.dispatch.rowMm), ...heights))
}

function textHeightPt(text: string, widthMm: number, {sizePt}: Face, {dispatch}: Sheet): number {
  const roomPt = mmToPt(widthMm - 2 * dispatch.cellPaddingMm)
  const fitting = Math.floor(roomPt / sizePt)
  // Of a long line the last character may have to go to the next: no mark may begin one.
  const perLine = Math.max(1, fitting > longLineChars ? fitting - 1 : fitting)
  return Math.ceil(Math.max(1, textWidthEm(text) / perLine)) * sizePt * dispatch.lineEm
}

/** Widths of columns are in digits of Excel's own font (7 pixels of 96 an inch), and 5 pixels of margin. */
function widthInCharacters(mm: number): number {
  return Math.round((((mm / 25.4) * 96 - 5) / 7) * 100) / 100
}

/** `A` for 1; there are fewer columns than letters. */
function letter(column: number): string {
  return String.fromCodePoint(0x40 + column)
}

/** What a font says, in the schema's order, which the package does not keep. */
function sortFonts(xml: string): string {
  const rank = (element: string): number => fontOrder.indexOf(/^<([A-Za-z]+)/.exec(element)?.[1] ?? '')
  return xml.replace(/(<font>)(.*?)(<\/font>)/gs, (_, open: string, inside: string, close: string) => {
    const elements = inside.match(/<[^>]*\/>/g) ?? []
    return `${open}${elements.sort((a, b) => rank(a) - rank(b)).join('')}${close}`
  })
}

/** Source: ECMA-376, part 1, 18.8.22 (CT_Font), those that the package writes here. */
const fontOrder = ['sz', 'color', 'name', 'family', 'charset', 'scheme']
