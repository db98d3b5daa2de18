/** What a font file calls itself: reads only the directory and three small tables of an OpenType file or collection. */

import {typstFamily} from './font-family.js'
import {decodeName, type NameRecord} from './font-name-text.js'
import {type Reader, readDirectory, readFontFile, readTable, type Table} from './sfnt.js'

export interface Face {
  /** The family as Typst knows it. */
  readonly family: string
  /** Family, full and PostScript names in every language, in the file's order. */
  readonly names: readonly string[]
  /** 100 to 900. */
  readonly weight: number
  readonly italic: boolean
}

/** Family, full name, PostScript name, typographic family. */
const wantedNames = [1, 4, 6, 16]

/** PostScript names whose files give a wrong weight; Typst corrects them alike. */
const trueWeights: Readonly<Record<string, number>> = {
  'FandolHei-Bold': 700,
  'FandolSong-Bold': 700,
  'STKaitiSC-Regular': 400,
  'STKaitiSC-Bold': 700,
  'STKaitiSC-Black': 900
}

/**
 * @returns the faces of the file; none where it is no font, is damaged, or is a variable font, which Typst cannot set.
 */
export async function readFaces(path: string): Promise<readonly Face[]> {
  try {
    return await readFontFile(path, async (read, starts) => {
      const faces = []
      for (const start of starts) {
        faces.push(await readFace(read, start))
      }
      return faces.filter((face) => face !== null)
    })
  } catch {
    // Unreadable or damaged: a font that cannot be used is no font.
    return []
  }
}

/** @returns null where Typst cannot set the face: one without a name, or a variable one. */
export async function readFace(read: Reader, start: number): Promise<Face | null> {
  const tables = await readDirectory(read, start)
  const name = tables.get('name')
  if (!name || tables.has('fvar')) {
    return null
  }
  const records = readNames(await readTable(read, name))
  const first = (id: number) => records.find((record) => record.id === id)?.text ?? ''
  const family = typstFamily(first(1))
  const style = await readStyle(read, tables)
  if (family === '') {
    return null
  }
  return {
    family,
    names: [...new Set(records.map((record) => record.text))],
    weight: trueWeights[first(6)] ?? style.weight,
    italic: style.italic || /italic|oblique/i.test(first(4))
  }
}

function readNames(table: DataView): readonly NameRecord[] {
  const count = table.getUint16(2)
  const storage = table.getUint16(4)
  const records = []
  for (let at = 6; at < 6 + 12 * count; at += 12) {
    const id = table.getUint16(at + 6)
    if (wantedNames.includes(id)) {
      const start = table.byteOffset + storage + table.getUint16(at + 10)
      const bytes = new Uint8Array(table.buffer, start, table.getUint16(at + 8))
      const text = decodeName(table.getUint16(at), table.getUint16(at + 2), bytes)
      if (text !== null) {
        records.push({id, text})
      }
    }
  }
  return records
}

/** Source: OpenType, OS/2 (usWeightClass at 4, fsSelection at 62). */
async function readStyle(read: Reader, tables: ReadonlyMap<string, Table>) {
  const entry = tables.get('OS/2')
  if (!entry || entry.length < 64) {
    return {weight: 400, italic: false}
  }
  const os2 = await read(entry.offset, 64)
  return {weight: os2.getUint16(4), italic: (os2.getUint16(62) & 1) === 1}
}
