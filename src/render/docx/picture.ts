/** Pictures (图片) with their captions. */

import {ImageRun} from 'docx'
import type {Figure} from '../../model/body.js'
import {printable} from '../package.js'
import {fitPicture} from '../picture.js'
import {ptToTwips} from '../sheet.js'
import {titleLines} from '../title.js'
import {type Draft, type Line, paragraph} from './draft.js'
import {linesToTwips} from './measures.js'
import {styledLines} from './phrasing.js'

/** The package counts pictures in pixels of 96 an inch. */
const pointsPerPixel = 0.75

/**
 * A picture on a line of its own, with white that makes it whole lines of the grid, and below it its alternative text
 * as the caption.
 *
 * @throws {RangeError} on a picture that is not there, which only a bug before this can produce.
 */
export function figure({image, alt}: Figure, draft: Draft): Line[] {
  const picture = draft.pictures.get(image)
  if (picture === undefined) throw new RangeError(`缺少图片“${alt === '' ? image : alt}”。`)

  draft.pictureCount += 1
  const {widthPt, heightPt} = fitPicture(picture, draft.sheet)
  // The package rounds; rounded up, a full-width picture would reach over the edge.
  const size = {width: wholePixels(widthPt), height: wholePixels(heightPt)}
  const name = `图片${draft.pictureCount}`
  const run = new ImageRun({
    type: picture.format,
    data: picture.bytes,
    transformation: size,
    altText: {id: String(draft.pictureCount), name, title: name, description: alt === '' ? name : description(alt)}
  })

  // A line of its own above: white before a paragraph is dropped at the top of a page.
  const above = paragraph(draft, 'pictureAbove', [])
  const heightTwips = ptToTwips(size.height * pointsPerPixel)
  if (alt === '') {
    return [above, paragraph(draft, 'picture', [run], {keepNext: false, spacing: whiteBelow(heightTwips, 0, draft)})]
  }
  const {spaceAfterLines} = draft.sheet.styles.caption
  const spacing = whiteBelow(heightTwips, spaceAfterLines, draft)
  const caption = titleLines([[{type: 'text', value: alt}]], draft.sheet.styles.caption, draft.sheet)
  return [above, paragraph(draft, 'picture', [run]), styledLines(draft, 'caption', caption, {spacing})]
}

/** The style's white and what is missing to whole lines of the grid. */
function whiteBelow(heightTwips: number, ownLines: number, {sheet}: Draft): {after: number} {
  const own = linesToTwips(ownLines, sheet)
  const height = linesToTwips(sheet.pictures.aboveLines, sheet) + heightTwips + own
  const pitch = linesToTwips(1, sheet)
  return {after: own + Math.ceil(height / pitch) * pitch - height}
}

/** What is read aloud; the package takes `{key}` for a key of its own in attributes too, so the brace is a full-width one. */
function description(alt: string): string {
  return printable(alt).replaceAll('{', '｛')
}

function wholePixels(pt: number): number {
  // The small amount keeps a whole number of pixels whole after it went through points.
  return Math.max(1, Math.floor(pt / pointsPerPixel + 1e-6))
}
