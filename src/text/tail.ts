/** The end of a text, by its width. */

import {textWidthEm} from './width.js'

/** The last characters that together are nearest to a width in em; at least one of a text that is not empty. */
export function tailOfWidth(text: string, widthEm: number): string {
  const characters = [...text]
  let tail = ''
  let best = ''
  let distance = Number.POSITIVE_INFINITY
  for (let at = characters.length - 1; at >= 0; at--) {
    tail = characters[at] + tail
    const off = Math.abs(textWidthEm(tail) - widthEm)
    if (off < distance) {
      best = tail
      distance = off
    } else if (textWidthEm(tail) > widthEm + 1) {
      break
    }
  }
  return best
}

/** Whether a line of these words looks forlorn: one character, or nothing but marks, beside its punctuation. */
export function isLonely(line: string): boolean {
  return [...line].filter((character) => /[\p{L}\p{N}]/u.test(character)).length <= 1
}
