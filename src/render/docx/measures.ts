/** The sheet's measures in Word's units: twips, half points, eighths of a point. */

import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type IIndentAttributesProperties,
  type IRunStylePropertiesOptions
} from 'docx'
import type {Align, FontRole, Rule, Sheet, TextStyle} from '../../model/sheet.js'
import {mmToTwips, ptToTwips} from '../sheet.js'

/** `w:jc` of each alignment. */
export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH
} as const satisfies Record<Align, string>

/**
 * Fonts of a run: digits and Latin letters in the Latin font, all else, curly quotes and — included, in the Chinese.
 *
 * @param latinRole - of the font for digits and Latin letters, where that is not the Latin one.
 */
export function fonts(
  sheet: Sheet,
  role: FontRole,
  latinRole: FontRole = 'latin'
): NonNullable<IRunStylePropertiesOptions['font']> {
  const latin = sheet.officeFonts[latinRole]
  return {ascii: latin, hAnsi: latin, eastAsia: sheet.officeFonts[role], cs: latin, hint: 'eastAsia'}
}

/** Half points, in which Word counts sizes. */
export function halfPoints(sizePt: number): number {
  return Math.round(sizePt * 2)
}

/** Height of so many lines of the grid, in whole twips. */
export function linesToTwips(lines: number, sheet: Sheet): number {
  return Math.round(lines * ptToTwips(sheet.grid.linePitchPt))
}

/** Width of so many 字 of a size, in whole twips. */
export function charsToTwips(chars: number, sizePt: number): number {
  return ptToTwips(chars * sizePt)
}

/**
 * Indents in 字 of the style's size, moved right by `extraChars`.
 *
 * The first line's indent is given twice: Word takes `firstLineChars`, LibreOffice only `firstLine`.
 */
export function indent(style: TextStyle, extraChars = 0): IIndentAttributesProperties {
  const {firstLineChars, sizePt} = style
  const start = style.startChars + extraChars
  const right = charsToTwips(style.endChars, sizePt)

  if (firstLineChars < 0) {
    return {
      left: charsToTwips(start - firstLineChars, sizePt),
      right,
      hanging: charsToTwips(-firstLineChars, sizePt)
    }
  }

  const left = charsToTwips(start, sizePt)
  if (firstLineChars === 0) return {left, right, firstLine: 0}
  return {
    left,
    right,
    firstLine: charsToTwips(firstLineChars, sizePt),
    firstLineChars: Math.round(firstLineChars * 100)
  }
}

/** The thinnest exact line that Word takes, in twips: 0.7 pt. */
export const thinnestLine = 14

/** Of an exact line's height, above the baseline, in Word and in LibreOffice after it. */
const baselineShare = 0.8

/**
 * Spacing of a line far higher than its type, in whole twips: an exact line in whose middle the type stands, and the
 * rest of the height as white above and below it.
 */
export function centredLine(
  {lineLines, spaceBeforeLines, spaceAfterLines}: TextStyle,
  sizePt: number,
  sheet: Sheet
): {before: number; after: number; line: number} {
  const height = linesToTwips(lineLines, sheet)
  const line = Math.min(height, ptToTwips(((sheet.glyphs.ascentEm - 1 / 2) / (baselineShare - 1 / 2)) * sizePt))
  const before = Math.floor((height - line) / 2)
  return {
    before: before + linesToTwips(spaceBeforeLines, sheet),
    after: height - line - before + linesToTwips(spaceAfterLines, sheet),
    line
  }
}

/**
 * White below the red rule, so that what follows the masthead stands on the grid, in twips.
 *
 * @param lines - of the masthead above the rule, in lines of the grid.
 */
export function whiteBelowMasthead(lines: number, sheet: Sheet): number {
  const {aboveMm, belowMm, thicknessPt} = sheet.rules.masthead
  const pitch = linesToTwips(1, sheet)
  const below = Math.max(thinnestLine, mmToTwips(belowMm))
  const height = linesToTwips(lines, sheet) + mmToTwips(aboveMm) + ptToTwips(thicknessPt) + below
  return below + Math.ceil(height / pitch) * pitch - height
}

/** A rule as the border of a paragraph or table, in eighths of a point: 0.35 mm is 8, 0.25 mm is 6. */
export function ruleBorder(rule: Rule, sheet: Sheet): IBorderOptions {
  const size = Math.max(2, Math.round(rule.thicknessPt * 8))
  return {style: BorderStyle.SINGLE, size, space: 0, color: sheet.colors[rule.color]}
}
