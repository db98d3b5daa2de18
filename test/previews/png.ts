/** PNG with a palette: a page of text needs two inks and their shades. */

import {crc32, deflateSync} from 'node:zlib'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel, row by row. */
  readonly rgba: Uint8ClampedArray
}

/**
 * Write a PNG of 256 colours at most, which holds a preview to a few dozen kilobytes.
 *
 * Channels are rounded to 32 levels; colours beyond the 256 that are used most become the nearest of these. The same
 * pixels give the same bytes.
 */
export function writePng({width, height, rgba}: Pixels): Uint8Array {
  const colours = Array.from({length: width * height}, (_, pixel) => colourAt(rgba, pixel * 4))
  const palette = mostUsed(colours)
  const places = new Map(palette.map((colour, place) => [colour, place]))
  const rows = new Uint8Array((width + 1) * height)
  for (const [pixel, colour] of colours.entries()) {
    const place = places.get(colour) ?? nearest(colour, palette)
    places.set(colour, place)
    // Every row begins with its filter, 0 for none.
    rows[pixel + Math.floor(pixel / width) + 1] = place
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header(width, height)),
    chunk('PLTE', Uint8Array.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, {level: 9})),
    chunk('IEND', new Uint8Array())
  ])
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const steps = 31

/** Three channels of 32 levels as one number. */
function colourAt(rgba: Uint8ClampedArray, at: number): number {
  const level = (channel: number): number => Math.round(((rgba[at + channel] ?? 0) / 255) * steps)
  return (level(0) << 10) | (level(1) << 5) | level(2)
}

function channels(colour: number): [number, number, number] {
  const channel = (shift: number): number => Math.round((((colour >> shift) & steps) * 255) / steps)
  return [channel(10), channel(5), channel(0)]
}

function mostUsed(colours: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const ranked = [...counts].sort(([a, more], [b, less]) => less - more || a - b)
  return ranked.slice(0, 256).map(([colour]) => colour)
}

function nearest(colour: number, palette: readonly number[]): number {
  const wanted = channels(colour)
  const distances = palette.map((known) =>
    channels(known).reduce((sum, channel, index) => sum + (channel - (wanted[index] ?? 0)) ** 2, 0)
  )
  return distances.indexOf(Math.min(...distances))
}

/** Eight bits a pixel, colours by palette. */
function header(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(width, 0)
  bytes.writeUInt32BE(height, 4)
  bytes.set([8, 3], 8)
  return bytes
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
