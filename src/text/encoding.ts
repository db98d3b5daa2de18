/** Bytes of a contributor's file as text: UTF-8 and nothing else, and a good guess at what else it is. */

import {codePointName, unwritable} from './characters.js'

/** The first byte or character that is wrong: `line` and `column` count from 1, columns in UTF-16 units. */
export interface DecodingProblem {
  /** `gbk`: GBK or GB18030; `utf16`: either byte order; `unknown`: none of these; `control`: a character no text may hold. */
  readonly problem: 'gbk' | 'utf16' | 'unknown' | 'control'
  readonly line: number
  readonly column: number
  /** The control character's code point as `U+0007`; only with `control`. */
  readonly character?: string
}

/** In UTF-16 every byte is wrong. */
const start = {line: 1, column: 1} as const

/**
 * Decode a file.
 *
 * A byte-order mark is taken off; CRLF and lone CR become LF. Control characters and noncharacters are refused.
 *
 * @returns the text with LF line ends, or the first problem with its place.
 */
export function decodeText(bytes: Uint8Array): {text: string} | DecodingProblem {
  const decoded = decode('utf-8', bytes)
  if (decoded === null) {
    const problem = guessEncoding(bytes)
    return {problem, ...(problem === 'utf16' ? start : placeOfBadByte(bytes))}
  }

  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
  const index = text.search(unwritable)
  if (index < 0) return {text}
  // English in UTF-16 without a mark is UTF-8 too, every second byte zero.
  if (isHalfZero(bytes)) return {problem: 'utf16', ...start}
  return {problem: 'control', ...endPlace(text.slice(0, index)), character: codePointName(text.slice(index, index + 2))}
}

function decode(encoding: string, bytes: Uint8Array, stream = false): string | null {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes, {stream})
  } catch {
    return null
  }
}

/**
 * Find the first byte that is not UTF-8.
 *
 * The decoder does not tell where it failed, so the longest beginning that it takes is found by halving: about twenty
 * decodings for 2 MB, and only for a file that is refused anyway.
 */
function placeOfBadByte(bytes: Uint8Array): {line: number; column: number} {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decode('utf-8', bytes.subarray(0, middle), true) === null) bad = middle
    else good = middle
  }
  return endPlace((decode('utf-8', bytes.subarray(0, good), true) ?? '').replace(/\r\n?/g, '\n'))
}

/** The place just behind a text with LF line ends. */
function endPlace(text: string): {line: number; column: number} {
  const lines = text.split('\n')
  return {line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1}
}

function guessEncoding(bytes: Uint8Array): 'gbk' | 'utf16' | 'unknown' {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (marked) return 'utf16'
  if (bytes.includes(0))
    return ['utf-16le', 'utf-16be'].some((name) => readsWell(decode(name, bytes))) ? 'utf16' : 'unknown'
  return decode('gb18030', bytes) !== null && isCommonGbk(bytes) ? 'gbk' : 'unknown'
}

function isHalfZero(bytes: Uint8Array): boolean {
  const zeros = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  return zeros >= 2 && zeros * 4 >= bytes.length
}

/** Whether at least nine characters in ten are ASCII, Chinese or Chinese punctuation; of random 16-bit units three in ten are. */
function readsWell(text: string | null): boolean {
  if (text === null) return false
  const usual = text.match(/[\t\n\r -~\u2010-\u2026\u3000-\u303F\u4E00-\u9FFF\uFF01-\uFF5E]/g)?.length ?? 0
  return usual * 10 >= text.length * 9
}

/**
 * Tell whether seven in ten of the multi-byte characters are among the 3755 common ones of GB 2312 (level 1, lead bytes B0–D7)
 * or its punctuation (A1–A3), trail bytes A1–FE.
 *
 * Almost any bytes decode as GB18030, but not to common characters: they are nearly all of a Chinese text, about four in
 * ten of Big5 read so, three in ten of damaged UTF-8, and none of Western European text.
 */
function isCommonGbk(bytes: Uint8Array): boolean {
  let characters = 0
  let common = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[index + 1] ?? 0
    const fourBytes = trail >= 0x30 && trail <= 0x39
    characters += 1
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) common += 1
    index += fourBytes ? 3 : 1
  }
  return characters > 0 && common * 10 >= characters * 7
}
