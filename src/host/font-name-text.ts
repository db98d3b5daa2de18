/** Text of the `name` table. Source: OpenType, name table, platform and encoding IDs. */

export interface NameRecord {
  readonly id: number
  readonly text: string
}

const utf16 = new TextDecoder('utf-16be')
const macRoman = new TextDecoder('macintosh')

/**
 * @returns the text, or null in encodings that Typst does not read either (so that both see the same first name).
 */
export function decodeName(platform: number, encoding: number, bytes: Uint8Array): string | null {
  const unicode = platform === 0 || (platform === 3 && [0, 1, 10].includes(encoding))
  if (unicode) {
    return utf16.decode(bytes)
  }
  return platform === 1 && encoding === 0 ? macRoman.decode(bytes) : null
}
