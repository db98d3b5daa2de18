/** Real fonts under other names, and several in one file. */

export interface FakeNames {
  readonly family: string
  /** A second family name, for Chinese (language 0x804). */
  readonly chinese?: string
  readonly weight?: number
}

/**
 * @param font - bytes of an OpenType font; its name table is replaced, its outlines stay.
 */
export function renameFont(font: Uint8Array, {family, chinese, weight}: FakeNames): Uint8Array {
  const table = nameTable([
    [0x409, 1, family],
    [0x409, 2, 'Regular'],
    [0x409, 4, family],
    [0x409, 6, 'Fake'],
    ...(chinese === undefined ? [] : [[0x804, 1, chinese] as const])
  ])
  const bytes = Buffer.concat([font, table])
  const at = (tag: string) => {
    for (let entry = 12; entry < 12 + 16 * bytes.readUInt16BE(4); entry += 16) {
      if (bytes.toString('latin1', entry, entry + 4) === tag) {
        return entry
      }
    }
    throw new Error(`no table ${tag}`)
  }
  bytes.writeUInt32BE(font.length, at('name') + 8)
  bytes.writeUInt32BE(table.length, at('name') + 12)
  if (weight !== undefined) {
    bytes.writeUInt16BE(weight, bytes.readUInt32BE(at('OS/2') + 8) + 4)
  }
  return bytes
}

function nameTable(names: readonly (readonly [language: number, id: number, text: string])[]): Buffer {
  const head = Buffer.alloc(6 + 12 * names.length)
  const texts: Buffer[] = []
  let offset = 0
  head.writeUInt16BE(names.length, 2)
  head.writeUInt16BE(head.length, 4)
  names.forEach(([language, id, text], index) => {
    const encoded = Buffer.from(text, 'utf16le').swap16()
    const fields = [3, 1, language, id, encoded.length, offset]
    fields.forEach((field, column) => {
      head.writeUInt16BE(field, 6 + 12 * index + 2 * column)
    })
    texts.push(encoded)
    offset += encoded.length
  })
  return Buffer.concat([head, ...texts])
}

/** A TrueType collection: a header, then whole fonts whose table offsets are moved. */
export function collection(fonts: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(12 + 4 * fonts.length)
  header.write('ttcf')
  header.writeUInt32BE(0x00010000, 4)
  header.writeUInt32BE(fonts.length, 8)
  let start = header.length
  const moved = fonts.map((font, index) => {
    const bytes = Buffer.from(font)
    for (let entry = 12; entry < 12 + 16 * bytes.readUInt16BE(4); entry += 16) {
      bytes.writeUInt32BE(bytes.readUInt32BE(entry + 8) + start, entry + 8)
    }
    header.writeUInt32BE(start, 12 + 4 * index)
    start += bytes.length
    return bytes
  })
  return Buffer.concat([header, ...moved])
}
