/** Whether a picture's file is all there: one that was cut off on its way stops the typesetter. */

import type {PictureFormat} from '../model/artifact.js'

/**
 * Walk a picture's parts to its last one; what lies behind that is let be.
 *
 * @param bytes - known by its first ones to be of the format.
 */
export function isWholePicture(bytes: Uint8Array, format: PictureFormat): boolean {
  return walks[format](bytes)
}

const walks: Readonly<Record<PictureFormat, (bytes: Uint8Array) => boolean>> = {
  png: walkPng,
  jpg: walkJpeg,
  gif: walkGif
}

/** Chunks up to IEND. Source: W3C PNG, 5.3. */
function walkPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return false
    if (view.getUint32(at + 4) === 0x49454e44) return true
    at = end
  }
  return false
}

/** Segments up to EOI. A thumbnail has an EOI of its own, so the bytes are not simply searched. Source: ITU-T T.81, B.1.1. */
function walkJpeg(bytes: Uint8Array): boolean {
  let at = 2
  while (at + 1 < bytes.length) {
    const code = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return false
    // Any number of FF may stand before a marker.
    if (code === 0xff) at += 1
    else if (code === 0xd9) return true
    else if (code === 0x01 || (code >= 0xd0 && code <= 0xd7)) at += 2
    else {
      at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
      // Start of scan: the picture itself follows, up to the next marker.
      if (code === 0xda) at = endOfScan(bytes, at)
    }
  }
  return false
}

/** In a scan FF is followed by 00, or counts restarts (D0 to D7). */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1] ?? 0
    if (code !== 0 && (code < 0xd0 || code > 0xd7)) return at
  }
  return bytes.length
}

/** Blocks up to the trailer, an image among them. Source: GIF89a, 17 to 27. */
function walkGif(bytes: Uint8Array): boolean {
  let images = 0
  for (let at = 13 + colorTableBytes(bytes[10]); at < bytes.length; ) {
    const kind = bytes[at]
    if (kind === 0x3b) return images > 0
    if (kind === 0x21) at = endOfSubBlocks(bytes, at + 2)
    else if (kind === 0x2c) {
      images++
      at = endOfSubBlocks(bytes, at + 11 + colorTableBytes(bytes[at + 9]))
    } else return false
  }
  return false
}

/** @param flags - of the screen or of an image; the highest bit tells whether there is a table. */
function colorTableBytes(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** Each begins with its length; one of none closes them. */
function endOfSubBlocks(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0)
  return at + 1
}
