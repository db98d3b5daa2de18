/**
 * What is known to break in Word or WPS, looked for in our own files.
 *
 * The Open XML SDK says whether a file keeps to the schema; most of what is found here does, and is shown wrongly all the
 * same: WPS takes theme fonts for Latin ones, lays tables out by a grid that may not be there, and Word shows a slice of
 * a picture on an exact line.
 */

import {strFromU8, unzipSync} from 'fflate'
import {lintFields, lintNotes, lintReferences} from './references.js'
import {lintFonts, lintPictureLines, lintStyles} from './styles.js'
import {lintTables} from './tables.js'
import {type Element, parseXml} from './xml.js'

export interface Finding {
  readonly part: string
  readonly rule: Rule
  readonly message: string
}

export type Rule =
  | 'xml'
  | 'theme-font'
  | 'east-asian-font'
  | 'style-twice'
  | 'style-missing'
  | 'table-grid'
  | 'table-width'
  | 'table-floats'
  | 'picture-line'
  | 'relationship'
  | 'anchor'
  | 'picture-id'
  | 'field'
  | 'note'
  | 'list'

/** The parts of a file that hold XML, as trees, by name. */
export type Parts = ReadonlyMap<string, Element>

export interface File {
  readonly parts: Parts
  /** Names of all parts. */
  readonly names: ReadonlySet<string>
}

/** @returns nothing for a file without fault. */
export function lintDocx(docx: Uint8Array): Finding[] {
  const texts = Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, bytes] as const)
  return lintParts(new Map(texts.map(([name, bytes]) => [name, isXml(name) ? strFromU8(bytes) : ''])))
}

/** @param texts - every part of a file; pictures may be empty. */
export function lintParts(texts: ReadonlyMap<string, string>): Finding[] {
  const parts = new Map<string, Element>()
  const broken: Finding[] = []
  for (const [part, text] of texts) {
    if (!isXml(part)) continue
    try {
      parts.set(part, parseXml(text))
    } catch (error) {
      broken.push({part, rule: 'xml', message: String(error)})
    }
  }

  const file: File = {parts, names: new Set(texts.keys())}
  const rules = [lintFonts, lintStyles, lintPictureLines, lintTables, lintReferences, lintFields, lintNotes]
  return [...broken, ...rules.flatMap((rule) => rule(file))]
}

function isXml(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels')
}
