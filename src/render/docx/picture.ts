/** Pictures (图片) with their captions. */

import {ImageRun, type Paragraph} from 'docx'
import type {Figure} from '../../model/body.js'
import {printable} from '../package.js'
import {fitPicture} from '../picture.js'
import {type Draft, paragraph} from './draft.js'
import {styledLines} from './phrasing.js'

/** The package counts pictures in pixels of 96 an inch. */
const pointsPerPixel = 0.75

/**
 * A picture on a line of its own, and below it its alternative text as the caption.
 *
 * @throws {RangeError} on a picture that is not there, which only a bug before this can produce.
 */
export function figure({image, alt}: Figure, draft: Draft): Paragraph[] {
  const picture = draft.pictures.get(image)
  if (picture === undefined) throw new RangeError(`缺少图片“${alt === '' ? image : alt}”。`)

  draft.pictureCount += 1
  const {widthPt, heightPt} = fitPicture(picture, draft.sheet)
  const run = new ImageRun({
    type: picture.format,
    data: picture.bytes,
    // The package rounds; rounded up, a full-width picture would reach over the edge.
    transformation: {width: wholePixels(widthPt), height: wholePixels(heightPt)},
    altText: {id: String(draft.pictureCount), name: `图片${draft.pictureCount}`, description: printable(alt)}
  })

  const own = alt === '' ? {keepNext: false} : {}
  return [
    paragraph(draft, 'picture', [run], own),
    ...(alt === '' ? [] : [styledLines(draft, 'caption', [[{type: 'text', value: alt}]])])
  ]
}

function wholePixels(pt: number): number {
  // The small amount keeps a whole number of pixels whole after it went through points.
  return Math.max(1, Math.floor(pt / pointsPerPixel + 1e-6))
}
