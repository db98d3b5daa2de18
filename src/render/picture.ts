/** Names and sizes of pictures. */

import type {Picture} from '../model/artifact.js'
import type {Sheet} from '../model/sheet.js'
import {typeAreaHeightPt, typeAreaWidthPt} from './sheet.js'

const pointsPerInch = 72

/** Scale a picture into the type area, its proportions kept; never enlarged. */
export function fitPicture(
  {widthPx, heightPx}: Pick<Picture, 'widthPx' | 'heightPx'>,
  sheet: Sheet
): {widthPt: number; heightPt: number} {
  const {largestShare, pixelsPerInch} = sheet.pictures
  const ptPerPx = pointsPerInch / pixelsPerInch
  const widthPt = widthPx * ptPerPx
  const heightPt = heightPx * ptPerPx
  const scale = Math.min(1, typeAreaWidthPt(sheet) / widthPt, (largestShare * typeAreaHeightPt(sheet)) / heightPt)
  return {widthPt: widthPt * scale, heightPt: heightPt * scale}
}

/** Name of a picture's file beside an output: `pictures/<digest>.png`. */
export function pictureFile({digest, format}: Pick<Picture, 'digest' | 'format'>): string {
  return `pictures/${digest}.${format}`
}
