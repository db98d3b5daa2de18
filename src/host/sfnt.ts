/** The frame of a font file (OpenType, TrueType, a collection of them): its faces and their tables, read singly. */

import {open} from 'node:fs/promises'

export type Reader = (offset: number, length: number) => Promise<DataView>

export interface Table {
  readonly offset: number
  readonly length: number
}

/** A table larger than this is not one that is read here; the largest real ones are below 1 MB. */
const maxTableBytes = 4 << 20
const maxFaces = 64

/**
 * Look into a font file.
 *
 * @param work - gets the offset of every face; none where the file is no font.
 * @throws where the file cannot be read, or `work` throws, as reading a damaged one does.
 */
export async function readFontFile<Value>(
  path: string,
  work: (read: Reader, starts: readonly number[]) => Promise<Value>
): Promise<Value> {
  const file = await open(path, 'r')
  try {
    const read: Reader = async (offset, length) => {
      const bytes = new Uint8Array(length)
      const {bytesRead} = await file.read(bytes, 0, length, offset)
      return new DataView(bytes.buffer, 0, bytesRead)
    }
    return await work(read, await faceOffsets(read))
  } finally {
    await file.close()
  }
}

async function faceOffsets(read: Reader): Promise<readonly number[]> {
  const head = await read(0, 12 + 4 * maxFaces)
  const tag = head.getUint32(0)
  if (tag === 0x74746366) {
    // 'ttcf', a collection
    return Array.from({length: Math.min(head.getUint32(8), maxFaces)}, (_, index) => head.getUint32(12 + 4 * index))
  }
  // TrueType, 'OTTO', 'true'
  return [0x00010000, 0x4f54544f, 0x74727565].includes(tag) ? [0] : []
}

export async function readDirectory(read: Reader, start: number): Promise<ReadonlyMap<string, Table>> {
  const count = (await read(start + 4, 2)).getUint16(0)
  const directory = await read(start + 12, 16 * count)
  const tables = new Map<string, Table>()
  for (let at = 0; at < 16 * count; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((index) => directory.getUint8(at + index)))
    tables.set(tag, {offset: directory.getUint32(at + 8), length: directory.getUint32(at + 12)})
  }
  return tables
}

export async function readTable(read: Reader, {offset, length}: Table): Promise<DataView> {
  return read(offset, Math.min(length, maxTableBytes))
}
