/** The sheet (版式) as named Word styles, which an editor can restyle in Word. */

import {
  AlignmentType,
  DocumentDefaults,
  type IParagraphPropertiesOptions,
  type IRunStylePropertiesOptions,
  LineRuleType,
  ShadingType,
  StyleForCharacter,
  StyleForParagraph,
  TabStopType
} from 'docx'
import {type Align, type Rule, type Sheet, type StyleRole, styleRoles, type TextStyle} from '../../model/sheet.js'
import {mmToTwips, ptToTwips, typeAreaWidthPt} from '../sheet.js'
import {alignments, charsToTwips, fonts, halfPoints, indent, linesToTwips, ruleBorder} from './measures.js'

/** Ids of the styles that stand beside the roles' own: rules, pictures, marks. */
export const extraStyles = {
  mastheadRule: '版头红线',
  colophonOuterRule: '版记粗线',
  colophonInnerRule: '版记细线',
  colophonAnchor: '版记定位',
  picture: '图片',
  pageNumberEven: '双页页码'
} as const
export type ExtraStyle = keyof typeof extraStyles

/** The thinnest exact line that Word takes, in twips: 0.7 pt. */
const thinnestLine = 14

export const emphasisStyle = 'emphasis'

/** Outline levels (大纲级别), from 0: article titles are 级别 1, 一、 is 级别 2. */
const outlineLevels: Partial<Record<StyleRole, number>> = {
  articleTitle: 0,
  heading1: 1,
  heading2: 2,
  heading3: 3,
  heading4: 4
}

/** Their white stands above and below a group of their paragraphs, not between them. */
const groupedRoles: readonly StyleRole[] = ['contentsEntry', 'editorNote']

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
 * A role's style has the role as its id and the sheet's Chinese name as its name. Lines are exact, in whole twips, so
 * that Word's grid cannot stretch them.
 */
export function wordStyles(sheet: Sheet): (DocumentDefaults | StyleForParagraph | StyleForCharacter)[] {
  const {body} = sheet.styles
  // Typed apart: the package's options for defaults and styles leave out widowControl, which Word and the package take.
  const paragraph: IParagraphPropertiesOptions = {widowControl: false}

  return [
    new DocumentDefaults({
      paragraph,
      run: {font: fonts(sheet, body.font), size: halfPoints(body.sizePt), language: {value: 'en-US', eastAsia: 'zh-CN'}}
    }),
    new StyleForParagraph({id: 'Normal', name: 'Normal', uiPriority: 99}),
    ...styleRoles.map((role, index) => roleStyle(role, index + 1, sheet)),
    ...ruleStyles(sheet),
    ...helperStyles(sheet),
    new StyleForCharacter({id: emphasisStyle, name: '楷体强调', run: {font: fonts(sheet, 'kaiti')}}),
    new StyleForCharacter({id: 'FootnoteReference', name: 'footnote reference', run: {superScript: true}})
  ]
}

function roleStyle(role: StyleRole, uiPriority: number, sheet: Sheet): StyleForParagraph {
  const style = sheet.styles[role]
  const outlineLevel = outlineLevels[role]
  const next = followers[role]
  const paragraph: IParagraphPropertiesOptions = {
    ...(groupedRoles.includes(role) ? {contextualSpacing: true} : {}),
    ...(style.keepWithNext || role === 'articleTitle' ? {keepNext: true} : {}),
    ...(role === 'imprint' || role === 'classification'
      ? {tabStops: [{type: TabStopType.RIGHT, position: rightTab(style, sheet)}]}
      : {}),
    spacing: {
      before: linesToTwips(style.spaceBeforeLines, sheet),
      after: linesToTwips(style.spaceAfterLines, sheet),
      line: lineTwips(role, sheet),
      lineRule: LineRuleType.EXACT
    },
    indent: indent(style),
    alignment: alignments[style.align],
    ...(outlineLevel === undefined ? {} : {outlineLevel})
  }

  return new StyleForParagraph({
    id: role,
    name: style.name,
    basedOn: 'Normal',
    ...(next === undefined ? {} : {next}),
    uiPriority,
    quickFormat: true,
    paragraph,
    run: runProperties(style, sheet)
  })
}

/** The page number stands outside the grid: its line is as high as its type, so that its dashes lie in the middle. */
function lineTwips(role: StyleRole, sheet: Sheet): number {
  const {lineLines, sizePt} = sheet.styles[role]
  return role === 'pageNumber' ? ptToTwips(sizePt) : linesToTwips(lineLines, sheet)
}

/** Where the date or the copy's number ends: the type area's right edge, less the style's indent. */
function rightTab(style: TextStyle, sheet: Sheet): number {
  return ptToTwips(typeAreaWidthPt(sheet)) - charsToTwips(style.endChars, style.sizePt)
}

function runProperties(style: TextStyle, sheet: Sheet): IRunStylePropertiesOptions {
  const characterSpacing = cellSpacing(style, sheet)
  return {
    font: fonts(sheet, style.font),
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

/** Rules as lines of their own: apart from the text, they are as wide as the type area whatever its indents. */
function ruleStyles(sheet: Sheet): StyleForParagraph[] {
  const {masthead, colophonOuter, colophonInner} = sheet.rules
  return [
    borderRule('mastheadRule', masthead, sheet),
    shadedRule('colophonOuterRule', colophonOuter, sheet),
    shadedRule('colophonInnerRule', colophonInner, sheet)
  ]
}

/** An empty line with a lower border. */
function borderRule(id: ExtraStyle, rule: Rule, sheet: Sheet): StyleForParagraph {
  const line = Math.max(thinnestLine, mmToTwips(rule.aboveMm))
  return ruleStyle(id, {
    border: {bottom: ruleBorder(rule, sheet)},
    spacing: {before: 0, after: mmToTwips(rule.belowMm), line, lineRule: LineRuleType.EXACT}
  })
}

/**
 * An empty line as high as the rule is thick, filled with its colour.
 *
 * Not a border: LibreOffice drops a frame whose paragraphs differ in their borders, and the colophon stands in one.
 */
function shadedRule(id: ExtraStyle, rule: Rule, sheet: Sheet): StyleForParagraph {
  const line = Math.max(thinnestLine, ptToTwips(rule.thicknessPt))
  return ruleStyle(id, {
    shading: {type: ShadingType.CLEAR, color: 'auto', fill: sheet.colors[rule.color]},
    spacing: {before: mmToTwips(rule.aboveMm), after: mmToTwips(rule.belowMm), line, lineRule: LineRuleType.EXACT}
  })
}

function ruleStyle(id: ExtraStyle, paragraph: IParagraphPropertiesOptions): StyleForParagraph {
  return new StyleForParagraph({
    id,
    name: extraStyles[id],
    basedOn: 'Normal',
    uiPriority: 50,
    paragraph,
    run: {size: 2}
  })
}

function helperStyles(sheet: Sheet): StyleForParagraph[] {
  const {pageNumber} = sheet.styles
  return [
    new StyleForParagraph({
      id: 'picture',
      name: extraStyles.picture,
      basedOn: 'Normal',
      uiPriority: 50,
      // Not exact: an exact line would show only a slice of the picture.
      paragraph: {
        keepNext: true,
        spacing: {before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO},
        alignment: AlignmentType.CENTER
      }
    }),
    new StyleForParagraph({
      id: 'colophonAnchor',
      name: extraStyles.colophonAnchor,
      basedOn: 'Normal',
      uiPriority: 50,
      paragraph: {spacing: {before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT}},
      run: {size: 2}
    }),
    new StyleForParagraph({
      id: 'pageNumberEven',
      name: extraStyles.pageNumberEven,
      basedOn: 'pageNumber',
      uiPriority: 50,
      paragraph: {
        indent: indent({...pageNumber, startChars: pageNumber.endChars, endChars: pageNumber.startChars}),
        alignment: mirrored(pageNumber.align)
      }
    })
  ]
}

function mirrored(align: Align): (typeof alignments)[Align] {
  if (align === 'right') return alignments.left
  return align === 'left' ? alignments.right : alignments[align]
}
