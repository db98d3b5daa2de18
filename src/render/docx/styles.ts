/** The sheet (版式) as named Word styles, which an editor can restyle in Word. */

import {
  DocumentDefaults,
  type IParagraphPropertiesOptions,
  type IRunStylePropertiesOptions,
  LeaderType,
  LineRuleType,
  StyleForCharacter,
  StyleForParagraph,
  TabStopType
} from 'docx'
import {type Sheet, type StyleRole, styleRoles, type TextStyle} from '../../model/sheet.js'
import {ptToTwips, typeAreaWidthPt} from '../sheet.js'
import {helperStyles} from './helper-styles.js'
import {alignments, centredLine, charsToTwips, fonts, halfPoints, indent, linesToTwips} from './measures.js'
import {copyNumberMarkStyle, emphasisStyle, noteMarkStyle, roleParagraphStyle, styleId} from './style-names.js'

/** Outline levels (大纲级别), from 0: article titles are 级别 1, 一、 is 级别 2. */
const outlineLevels: Partial<Record<StyleRole, number>> = {
  articleTitle: 0,
  heading1: 1,
  heading2: 2,
  heading3: 3,
  heading4: 4
}

/** Their white stands above and below a group of their paragraphs, not between them. */
const groupedRoles: readonly StyleRole[] = ['imprint', 'contentsEntry', 'editorNote']

const followers: Partial<Record<StyleRole, StyleRole>> = {
  articleTitle: 'body',
  heading1: 'body',
  heading2: 'body',
  heading3: 'body',
  heading4: 'body'
}

/**
 * All styles of a document, its defaults first.
 *
 * Lines are exact, in whole twips, so that Word's grid cannot stretch them. No
 * paragraph leaves one line alone on a page (孤行控制), as in the PDF.
 */
export function wordStyles(sheet: Sheet): (DocumentDefaults | StyleForParagraph | StyleForCharacter)[] {
  const {body, copyNumber} = sheet.styles
  // Typed apart: the package's options for defaults and styles leave out widowControl, which Word and the package take.
  const paragraph: IParagraphPropertiesOptions = {widowControl: true}

  return [
    new DocumentDefaults({
      paragraph,
      run: {font: fonts(sheet, body.font), size: halfPoints(body.sizePt), language: {value: 'en-US', eastAsia: 'zh-CN'}}
    }),
    new StyleForParagraph({id: 'Normal', name: 'Normal', uiPriority: 99}),
    ...styleRoles.map((role, index) => roleStyle(role, index + 1, sheet)),
    ...helperStyles(sheet),
    new StyleForCharacter({id: emphasisStyle, name: '楷体强调', run: {font: fonts(sheet, 'kaiti')}}),
    new StyleForCharacter({
      id: copyNumberMarkStyle,
      name: `${copyNumber.name}文字`,
      run: runProperties(copyNumber, sheet)
    }),
    new StyleForCharacter({id: noteMarkStyle, name: 'footnote reference', run: {superScript: true}})
  ]
}

function roleStyle(role: StyleRole, uiPriority: number, sheet: Sheet): StyleForParagraph {
  const style = sheet.styles[role]
  const outlineLevel = outlineLevels[role]
  const next = followers[role]
  const tabStops = tabStopsOf(role, sheet)
  const paragraph: IParagraphPropertiesOptions = {
    ...(groupedRoles.includes(role) ? {contextualSpacing: true} : {}),
    ...(style.keepWithNext || role === 'articleTitle' ? {keepNext: true} : {}),
    ...(tabStops.length > 0 ? {tabStops} : {}),
    spacing: {...spacingOf(role, sheet), lineRule: LineRuleType.EXACT},
    indent: indent(style),
    alignment: alignments[style.align],
    ...(outlineLevel === undefined ? {} : {outlineLevel})
  }

  return roleParagraphStyle(role, style.name, {
    basedOn: 'Normal',
    ...(next === undefined ? {} : {next: styleId(next)}),
    uiPriority,
    quickFormat: true,
    paragraph,
    run: runProperties(style, sheet)
  })
}

function spacingOf(role: StyleRole, sheet: Sheet): {before: number; after: number; line: number} {
  const style = sheet.styles[role]
  if (role === 'bulletinTitle') return centredLine(style, style.sizePt, sheet)
  return {
    before: linesToTwips(style.spaceBeforeLines, sheet),
    after: linesToTwips(style.spaceAfterLines, sheet),
    // The page number stands outside the grid: its line is as high as its type, so that its dashes lie in the middle.
    line: role === 'pageNumber' ? ptToTwips(style.sizePt) : linesToTwips(style.lineLines, sheet)
  }
}

/** Where the date, the copy's number and pages in the contents end: at the right edge, less the style's indent. */
function tabStopsOf(role: StyleRole, sheet: Sheet) {
  const {styles, contents} = sheet
  switch (role) {
    case 'imprint':
      return [{type: TabStopType.RIGHT, position: rightEdge(styles.imprint, sheet)}]
    case 'classification':
      return [{type: TabStopType.RIGHT, position: rightEdge(styles.copyNumber, sheet)}]
    case 'contentsEntry':
      return contents.pageNumbers
        ? [{type: TabStopType.RIGHT, position: rightEdge(styles.contentsEntry, sheet), leader: LeaderType.DOT}]
        : []
    default:
      return []
  }
}

function rightEdge(style: TextStyle, sheet: Sheet): number {
  return ptToTwips(typeAreaWidthPt(sheet)) - charsToTwips(style.endChars, style.sizePt)
}

function runProperties(style: TextStyle, sheet: Sheet): IRunStylePropertiesOptions {
  const characterSpacing = cellSpacing(style, sheet)
  return {
    font: fonts(sheet, style.font, style.ownLatin ? style.font : 'latin'),
    ...(style.bold ? {bold: true} : {}),
    color: sheet.colors[style.color],
    ...(characterSpacing === 0 ? {} : {characterSpacing}),
    size: halfPoints(style.sizePt)
  }
}

/**
 * What is taken from between characters of the body's size so that a line holds `charsPerLine`, in whole twips.
 *
 * A document grid of characters would be the obvious means, but LibreOffice gives each character two cells where the
 * pitch is below the size. Rounded away from zero: −4 leaves 27 in a line of 28.
 */
function cellSpacing(style: TextStyle, sheet: Sheet): number {
  if (style.sizePt !== sheet.styles.body.sizePt) return 0
  return Math.floor(ptToTwips((sheet.grid.charPitchPt - style.sizePt) * 100) / 100)
}
