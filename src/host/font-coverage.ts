/**
 * Which characters a font has: reads nothing of its files but the character map (cmap) of one face.
 *
 * Own code and no library: it is the search of two table formats, done in under a millisecond a font. fontkit, the
 * nearest one, takes 60 ms to load and reads whole fonts of 10 MB and more.
 */

import type {Typeface} from '../model/artifact.js'
import type {Fonts} from '../model/host.js'
import {needsGlyph} from '../text/characters.js'
import {readFace} from './font-names.js'
import {type Reader, readDirectory, readFontFile, readTable} from './sfnt.js'

/** @throws {RangeError} where the map leads out of its table: the font is damaged. */
type Coverage = (codePoint: number) => boolean

/** Maps are read once for as long as what is returned is kept. */
export function createMissing(): Fonts['missing'] {
  const known = new Map<string, Promise<Coverage | null>>()
  const coverageOfFile = (file: string, face: Typeface) => {
    const key = JSON.stringify([file, face.family, face.weight])
    const coverage = known.get(key) ?? readCoverage(file, face)
    known.set(key, coverage)
    return coverage
  }

  return async (font, characters) => {
    if (characters.length === 0) return []
    const read = await Promise.all(font.files.map((file) => coverageOfFile(file, font)))
    const coverages = read.filter((coverage) => coverage !== null)
    try {
      return characters.filter((character) => coverages.some((covers) => !shows(covers, character)))
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return []
    }
  }
}

/** A letter and its marks may be one glyph or several, however they are written: typesetters try both. */
function shows(covers: Coverage, character: string): boolean {
  const hasAll = (form: string) => Array.from(form).every((one) => !needsGlyph(one) || covers(one.codePointAt(0) ?? 0))
  return hasAll(character) || hasAll(character.normalize('NFC')) || hasAll(character.normalize('NFD'))
}

/**
 * Read what a face's character map covers.
 *
 * @param face - says which one is meant of a file with several.
 * @returns null where nothing can be told: no font, a damaged one, a map in none of the formats that Chinese fonts use.
 */
async function readCoverage(file: string, face: Typeface): Promise<Coverage | null> {
  try {
    return await readFontFile(file, async (read, starts) => {
      const start = starts.length > 1 ? await faceStart(read, starts, face) : starts[0]
      if (start === undefined) return null
      const table = (await readDirectory(read, start)).get('cmap')
      return table ? coverageOf(await readTable(read, table)) : null
    })
  } catch {
    return null
  }
}

/** The face that Typst takes: of its family the one nearest in weight; else the first. */
async function faceStart(
  read: Reader,
  starts: readonly number[],
  {family, weight}: Typeface
): Promise<number | undefined> {
  let best = {start: starts[0], distance: Number.POSITIVE_INFINITY}
  for (const start of starts) {
    const face = await readFace(read, start)
    if (face?.family !== family || face.italic) continue
    const distance = Math.abs(face.weight - weight)
    if (distance < best.distance) best = {start, distance}
  }
  return best.start
}

/** Source: OpenType, cmap: format 12 reaches all of Unicode and goes before format 4, the first 65 536 characters. */
function coverageOf(cmap: DataView): Coverage | null {
  const maps = Array.from({length: cmap.getUint16(2)}, (_, index) => {
    const record = 4 + 8 * index
    const offset = cmap.getUint32(record + 4)
    const map = new DataView(cmap.buffer, cmap.byteOffset + offset, cmap.byteLength - offset)
    return {isUnicode: isUnicode(cmap.getUint16(record), cmap.getUint16(record + 2)), format: map.getUint16(0), map}
  }).filter((entry) => entry.isUnicode)
  const all = maps.find(({format}) => format === 12)
  if (all) return (codePoint) => isInGroups(all.map, codePoint)
  const basic = maps.find(({format}) => format === 4)
  return basic ? (codePoint) => isInSegments(basic.map, codePoint) : null
}

function isUnicode(platform: number, encoding: number): boolean {
  return (platform === 0 && encoding !== 5) || (platform === 3 && (encoding === 1 || encoding === 10))
}

/** Source: OpenType, cmap format 12: groups of start, end and first glyph, in order. Glyph 0 is the missing one. */
function isInGroups(map: DataView, codePoint: number): boolean {
  const endOf = (group: number) => map.getUint32(16 + 12 * group + 4)
  const group = firstFrom(map.getUint32(12), (index) => endOf(index) >= codePoint)
  if (group === null) return false
  const start = map.getUint32(16 + 12 * group)
  return start <= codePoint && map.getUint32(16 + 12 * group + 8) + (codePoint - start) !== 0
}

/** Source: OpenType, cmap format 4: arrays of ends, starts, deltas and offsets, one entry a segment. */
function isInSegments(map: DataView, codePoint: number): boolean {
  if (codePoint > 0xffff) return false
  const bytes = map.getUint16(6)
  const ends = 14
  const [starts, deltas, offsets] = [ends + bytes + 2, ends + 2 * bytes + 2, ends + 3 * bytes + 2]
  const segment = firstFrom(bytes / 2, (index) => map.getUint16(ends + 2 * index) >= codePoint)
  if (segment === null) return false
  const at = 2 * segment
  const start = map.getUint16(starts + at)
  if (start > codePoint) return false
  const delta = map.getUint16(deltas + at)
  const offset = map.getUint16(offsets + at)
  if (offset === 0) return ((codePoint + delta) & 0xffff) !== 0
  // The offset counts from where it stands.
  const glyph = map.getUint16(offsets + at + offset + 2 * (codePoint - start))
  return glyph !== 0 && ((glyph + delta) & 0xffff) !== 0
}

/** The first of `count` that is so, where all after it are, too. */
function firstFrom(count: number, isSo: (index: number) => boolean): number | null {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low < count ? low : null
}
