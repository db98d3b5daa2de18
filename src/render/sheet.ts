/** Arithmetic on a sheet (版式) that the writers share: lengths, the type area (版心), sizes that fit a line. */

import type {Sheet, TextStyle} from '../model/sheet.js'
import {textWidthEm} from '../text/width.js'

const pointsPerMm = 72 / 25.4
const twipsPerPoint = 20

export function mmToPt(mm: number): number {
  return mm * pointsPerMm
}

/** Whole twips (twentieths of a point), as Word counts lengths. */
export function mmToTwips(mm: number): number {
  return ptToTwips(mmToPt(mm))
}

/** Whole twips. */
export function ptToTwips(pt: number): number {
  return Math.round(pt * twipsPerPoint)
}

/** Width of the type area (版心): the page without 订口 and 切口. Source: GB/T 9704—2012, 5.2.1 (156 mm on A4). */
export function typeAreaWidthPt({page}: Sheet): number {
  return mmToPt(page.widthMm - page.leftMm - page.rightMm)
}

/** Height of the type area (版心). Source: GB/T 9704—2012, 5.2.1 (225 mm on A4). */
export function typeAreaHeightPt({page}: Sheet): number {
  return mmToPt(page.heightMm - page.topMm - page.bottomMm)
}

/**
 * The size at which a text is set.
 *
 * @param text - one line, without breaks.
 * @returns in pt: the style's own size, or, where the style says `fit` and the line would be wider than the type area
 *   less the style's indents, the largest half point at which it fits; never below the sheet's smallest size.
 */
export function fittedSizePt(style: TextStyle, text: string, sheet: Sheet): number {
  if (!style.fit) return style.sizePt

  const widthEm = lineWidthPt(style, text, 1)
  if (widthEm * style.sizePt <= typeAreaWidthPt(sheet)) return style.sizePt

  return Math.max(sheet.glyphs.smallestSizePt, Math.floor((typeAreaWidthPt(sheet) / widthEm) * 2) / 2)
}

/** Width of a character's cell in a style: those of the body's size stand in the grid's cells, others keep their own. */
export function charWidthPt(style: TextStyle, {styles, grid}: Sheet): number {
  return style.sizePt === styles.body.sizePt ? grid.charPitchPt : style.sizePt
}

/** Width of a text on one line in a size, with the style's indents: they are in 字 of that size. */
export function lineWidthPt({startChars, endChars}: TextStyle, text: string, sizePt: number): number {
  return (textWidthEm(text) + startChars + endChars) * sizePt
}
