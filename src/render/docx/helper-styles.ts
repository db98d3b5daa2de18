/** Styles of lines that hold no words: rules, white around tables, pictures, the end block's anchor; and even pages. */

import {
  AlignmentType,
  type IParagraphPropertiesOptions,
  type IRunStylePropertiesOptions,
  LineRuleType,
  ShadingType,
  StyleForParagraph
} from 'docx'
import type {Align, Rule, Sheet} from '../../model/sheet.js'
import {mmToTwips, ptToTwips} from '../sheet.js'
import {alignments, indent, linesToTwips, ruleBorder, thinnestLine, whiteBelowMasthead} from './measures.js'
import {type ExtraStyle, extraStyles, styleId} from './style-names.js'

/** The smallest type that Word takes, in half points, so that what stands in an empty line cannot make it higher. */
const smallestType = 2
/** Behind the roles' own in Word's list. */
const uiPriority = 50

export function helperStyles(sheet: Sheet): StyleForParagraph[] {
  const {rules, tables, pictures, footnotes} = sheet
  return [
    mastheadRule(rules.masthead, sheet),
    shadedRule('colophonOuterRule', rules.colophonOuter, sheet),
    shadedRule('colophonInnerRule', rules.colophonInner, sheet),
    emptyLine('colophonBelow', exact(linesToTwips(footnotes.aboveLines, sheet))),
    emptyLine('colophonAnchor', exact(thinnestLine)),
    emptyLine('tableAbove', {keepNext: true, ...exact(linesToTwips(tables.aboveLines, sheet))}),
    emptyLine('tableBelow', exact(linesToTwips(tables.belowLines, sheet))),
    emptyLine('pictureAbove', {keepNext: true, ...exact(linesToTwips(pictures.aboveLines, sheet))}),
    picture(),
    evenPages(sheet),
    footnoteSeparator(sheet)
  ]
}

function emptyLine(id: ExtraStyle, paragraph: IParagraphPropertiesOptions): StyleForParagraph {
  return helper(id, paragraph, {size: smallestType})
}

function helper(
  id: ExtraStyle,
  paragraph: IParagraphPropertiesOptions,
  run?: IRunStylePropertiesOptions
): StyleForParagraph {
  const name = extraStyles[id]
  return new StyleForParagraph({id, name, basedOn: 'Normal', uiPriority, paragraph, ...(run ? {run} : {})})
}

function exact(line: number, {before = 0, after = 0} = {}): IParagraphPropertiesOptions {
  return {spacing: {before, after, line: Math.max(thinnestLine, line), lineRule: LineRuleType.EXACT}}
}

/**
 * An empty line with an upper border: apart from the text, a rule is as wide as the type area whatever its indents. The
 * line itself is the white below, which no white above the next paragraph can swallow.
 */
function mastheadRule(rule: Rule, sheet: Sheet): StyleForParagraph {
  const before = mmToTwips(rule.aboveMm)
  const white = exact(whiteBelowMasthead(0, sheet), {before})
  return emptyLine('mastheadRule', {border: {top: ruleBorder(rule, sheet)}, ...white})
}

/**
 * An empty line as high as the rule is thick, filled with its colour.
 *
 * Not a border: LibreOffice drops a frame whose paragraphs differ in their borders, and the colophon stands in one.
 */
function shadedRule(id: ExtraStyle, rule: Rule, sheet: Sheet): StyleForParagraph {
  const white = {before: mmToTwips(rule.aboveMm), after: mmToTwips(rule.belowMm)}
  return emptyLine(id, {
    shading: {type: ShadingType.CLEAR, color: 'auto', fill: sheet.colors[rule.color]},
    ...exact(ptToTwips(rule.thicknessPt), white)
  })
}

/** Not exact: an exact line would show only a slice of the picture. Tiny type leaves no white below it. */
function picture(): StyleForParagraph {
  return emptyLine('picture', {
    keepNext: true,
    spacing: {before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO},
    alignment: AlignmentType.CENTER
  })
}

function evenPages({styles: {pageNumber}}: Sheet): StyleForParagraph {
  return new StyleForParagraph({
    id: 'pageNumberEven',
    name: extraStyles.pageNumberEven,
    basedOn: styleId('pageNumber'),
    uiPriority,
    paragraph: {
      indent: indent({...pageNumber, startChars: pageNumber.endChars, endChars: pageNumber.startChars}),
      alignment: mirrored(pageNumber.align)
    }
  })
}

function mirrored(align: Align): (typeof alignments)[Align] {
  if (align === 'right') return alignments.left
  return align === 'left' ? alignments.right : alignments[align]
}

/** The line with the rule over a page's notes, as high as the sheet's white there. */
function footnoteSeparator(sheet: Sheet): StyleForParagraph {
  return emptyLine('footnoteSeparator', exact(linesToTwips(sheet.footnotes.aboveLines, sheet)))
}
