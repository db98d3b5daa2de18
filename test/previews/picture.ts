/** Page one of a PDF as a picture. */

import {createCanvas, loadImage} from '@napi-rs/canvas'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {Pixels} from './png.js'

/**
 * Draw page one.
 *
 * @param widthPx - the height follows from the page.
 */
export async function drawFirstPage(pdf: Uint8Array, widthPx: number): Promise<Pixels> {
  // pdf.js takes the bytes for its own. Glyphs are drawn as paths: no font of the machine comes in.
  const task = getDocument({data: pdf.slice(), verbosity: 0, disableFontFace: true, isEvalSupported: false})
  try {
    const page = await (await task.promise).getPage(1)
    const viewport = page.getViewport({scale: widthPx / page.getViewport({scale: 1}).width})
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)]
    const canvas = createCanvas(width, height)
    const context = canvas.getContext('2d')
    await page.render({canvas: null, canvasContext: context as never, viewport, background: '#ffffff'}).promise
    return {width, height, rgba: context.getImageData(0, 0, width, height).data}
  } finally {
    await task.destroy()
  }
}

/** @returns the pixels of a PNG file. */
export async function readPicture(png: Uint8Array): Promise<Pixels> {
  const {width, height} = await loadImage(png)
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(await loadImage(png), 0, 0)
  return {width, height, rgba: context.getImageData(0, 0, width, height).data}
}

/**
 * How much two pictures differ to the eye.
 *
 * @returns the share of pixels that are plainly another colour; 1 where the sizes differ.
 */
export function difference(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  let different = 0
  for (let at = 0; at < one.rgba.length; at += 4) {
    const apart = Math.max(
      ...[0, 1, 2].map((channel) => Math.abs((one.rgba[at + channel] ?? 0) - (other.rgba[at + channel] ?? 0)))
    )
    if (apart > plainlyAnother) different++
  }
  return different / (one.width * one.height)
}

/** Of 255: more than what rounding to a palette and another processor's arithmetic do. */
const plainlyAnother = 64
