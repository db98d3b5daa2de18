/** Dispatch sheet (发放登记表) → DOCX. */

import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentDefaults,
  Footer,
  HeightRule,
  type IParagraphPropertiesOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  StyleForParagraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType
} from 'docx'
import type {DispatchSheet} from '../../model/dispatch.js'
import {a4} from '../../model/paper.js'
import type {Face, Sheet} from '../../model/sheet.js'
import {fonts, halfPoints, ruleBorder} from '../docx/measures.js'
import {packPlainDocument} from '../docx/pack.js'
import {printable} from '../package.js'
import {mmToTwips, ptToTwips} from '../sheet.js'
import {type SheetColumn, sheetColumns} from './columns.js'

/** The styles by id, named as Word shows them. */
const styleNames = {
  title: '登记表标题',
  date: '登记表日期',
  head: '登记表表头',
  cell: '登记表表文',
  footer: '登记表页码'
} as const
type StyleId = keyof typeof styleNames

const aligns = {title: 'center', date: 'right', head: 'center', cell: 'center', footer: 'center'} as const

/** Set the dispatch sheet as a Word document: the same bytes for the same words and measures. */
export function writeDispatchDocx(words: DispatchSheet, sheet: Sheet): Uint8Array {
  const {marginTopMm, marginBottomMm, marginLeftMm, marginRightMm} = sheet.dispatch
  const document = new Document({
    styles: {importedStyles: wordStyles(sheet)},
    compatibility: {version: 15},
    sections: [
      {
        properties: {
          page: {
            size: {width: mmToTwips(a4.widthMm), height: mmToTwips(a4.heightMm)},
            margin: {
              top: mmToTwips(marginTopMm),
              right: mmToTwips(marginRightMm),
              bottom: mmToTwips(marginBottomMm),
              left: mmToTwips(marginLeftMm),
              header: 0,
              footer: mmToTwips(marginBottomMm / 2),
              gutter: 0
            }
          }
        },
        footers: {default: footer()},
        children: [paragraph('title', words.title), paragraph('date', words.date), table(words, sheet)]
      }
    ]
  })
  const {title, bulletin, author, identity} = words
  return packPlainDocument(document, {title, subject: bulletin, author, date: identity.date})
}

function wordStyles(sheet: Sheet): (DocumentDefaults | StyleForParagraph)[] {
  const {dispatch} = sheet
  const defaults = new DocumentDefaults({
    paragraph: {widowControl: false} as IParagraphPropertiesOptions,
    run: {...run(dispatch.cell, sheet), language: {value: 'en-US', eastAsia: 'zh-CN'}}
  })
  const styles = (Object.keys(styleNames) as StyleId[]).map((id) => {
    const face = dispatch[id]
    // After the last line of the head stands the table, whose rows have air of their own.
    const after = id === 'title' || id === 'date' ? ptToTwips(face.sizePt / 2) : 0
    return new StyleForParagraph({
      id,
      name: styleNames[id],
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        alignment: aligns[id],
        spacing: {before: 0, after, line: lineTwips(face, sheet), lineRule: LineRuleType.EXACT}
      },
      run: run(face, sheet)
    })
  })
  return [defaults, new StyleForParagraph({id: 'Normal', name: 'Normal', uiPriority: 99}), ...styles]
}

function run(face: Face, sheet: Sheet) {
  return {font: fonts(sheet, face.font), size: halfPoints(face.sizePt)}
}

function lineTwips({sizePt}: Face, {dispatch}: Sheet): number {
  return ptToTwips(sizePt * dispatch.lineEm)
}

function footer(): Footer {
  const piece = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]) => new TextRun({children})
  const children = [piece(['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'])]
  return new Footer({children: [new Paragraph({style: 'footer', children})]})
}

function paragraph(style: StyleId, text: string, align?: SheetColumn['align']): Paragraph {
  const own = align === undefined || align === aligns[style] ? {} : {alignment: AlignmentType.LEFT}
  // In pieces, because the package writes `{key}` for ids and replaces it all over the part.
  return new Paragraph({...own, style, children: [new TextRun({children: printable(text).split(/(?<=\{)/)})]})
}

/** Its widths stated in all three places: WPS reads the grid, Word the table and its cells. */
function table(words: DispatchSheet, sheet: Sheet): Table {
  const columns = sheetColumns(words, sheet.dispatch)
  const widths = columns.map(({widthMm}) => mmToTwips(widthMm))
  const margin = mmToTwips(sheet.dispatch.cellPaddingMm)
  const border = {...ruleBorder(sheet.rules.table, sheet), style: BorderStyle.SINGLE}
  const row = (texts: readonly (string | number | null)[], style: StyleId, isHead = false): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(isHead ? {tableHeader: true} : {}),
      height: {value: mmToTwips(sheet.dispatch.rowMm), rule: HeightRule.ATLEAST},
      children: texts.map(
        (text, index) =>
          new TableCell({
            width: {size: widths[index] ?? 0, type: WidthType.DXA},
            verticalAlign: VerticalAlign.CENTER,
            children: [paragraph(style, String(text ?? ''), isHead ? undefined : columns[index]?.align)]
          })
      )
    })
  const total = columns.map(({column}) => {
    if (column === 'recipient') return words.total.text
    return column === 'copies' ? words.total.copies : null
  })
  return new Table({
    rows: [
      row(
        columns.map(({head}) => head),
        'head',
        true
      ),
      ...words.rows.map((entry) =>
        row(
          columns.map(({of}) => of(entry)),
          'cell'
        )
      ),
      row(total, 'cell')
    ],
    width: {size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA},
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: {marginUnitType: WidthType.DXA, left: margin, right: margin, top: margin / 2, bottom: margin / 2},
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
