/** A document of the `docx` package → bytes that depend on nothing but the document. */

import {type Document, Packer} from 'docx'
import {strFromU8, strToU8, type Zippable, zipSync} from 'fflate'
import type {CalendarDate} from '../../model/date.js'
import type {IssueTree} from '../../model/tree.js'
import {printable} from './phrasing.js'

/** The first entry by which readers know the file. */
const contentTypes = '[Content_Types].xml'

/**
 * The earliest time that a ZIP entry can carry. fflate reads it in local time, so it is given as local midnight: the
 * entry then holds the same digits in every time zone.
 */
const entryTime = '1980-01-01T00:00:00'

/**
 * Pack a document, its properties written from the tree.
 *
 * The package stamps the clock on `docProps/core.xml` and on the ZIP entries and draws ids of links at random; all three
 * are pinned here, as are the order of entries and the level of compression.
 *
 * @param pitchTwips - the pitch of the grid's lines.
 */
export function packDocument(document: Document, tree: IssueTree, pitchTwips: number): Uint8Array {
  const parts = partsOf(document)
  pinLinks(parts)
  pinBookmarks(parts)
  parts['docProps/core.xml'] = strToU8(coreProperties(tree))
  rewrite(parts, 'word/settings.xml', settings)
  rewrite(parts, 'word/styles.xml', (xml) => styles(xml, pitchTwips))

  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const entries: Zippable = {}
  for (const name of names) {
    // Pictures are compressed already.
    entries[name] = [parts[name] ?? new Uint8Array(), {level: name.startsWith('word/media/') ? 0 : 6}]
  }
  return zipSync(entries, {mtime: entryTime, os: 0, attrs: 0})
}

/** The package would zip the parts only to have them unzipped here, which takes as long as writing them. */
function partsOf(document: Document): Record<string, Uint8Array> {
  // biome-ignore lint/complexity/useLiteralKeys: private in the types; the package is pinned, and golden files hold what comes out
  const parts: Map<string, string | Uint8Array> = Packer['compiler'].compile(document)
  return Object.fromEntries(
    Array.from(parts, ([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data])
  )
}

function rank(name: string): number {
  return name === contentTypes ? 0 : 1
}

/** Random ids of links → `rIdLink1` and on, in the order in which the part's relationships name them. */
function pinLinks(parts: Record<string, Uint8Array>): void {
  for (const [name, bytes] of Object.entries(parts)) {
    const place = /^word\/_rels\/(.+\.xml)\.rels$/.exec(name)
    const part = parts[`word/${place?.[1] ?? ''}`]
    if (part === undefined) continue

    const pinned = new Map<string, string>()
    const relations = strFromU8(bytes).replace(/ Id="(rId[^"]*)"/g, (whole, id: string) => {
      if (/^rId\d+$/.test(id)) return whole
      pinned.set(id, `rIdLink${pinned.size + 1}`)
      return ` Id="${pinned.get(id)}"`
    })
    if (pinned.size === 0) continue

    parts[name] = strToU8(relations)
    parts[`word/${place?.[1]}`] = strToU8(
      strFromU8(part).replace(/ r:id="(rId[^"]*)"/g, (whole, id: string) => {
        const known = pinned.get(id)
        return known === undefined ? whole : ` r:id="${known}"`
      })
    )
  }
}

/** Ids of bookmarks, which the package counts on from the document before → 1 and on. */
function pinBookmarks(parts: Record<string, Uint8Array>): void {
  const pinned = new Map<string, number>()
  rewrite(parts, 'word/document.xml', (xml) =>
    xml.replace(/(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)"/g, (_, before: string, id: string) => {
      const number = pinned.get(id) ?? pinned.size + 1
      pinned.set(id, number)
      return `${before}${number}"`
    })
  )
}

function rewrite(parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const bytes = parts[name]
  if (bytes !== undefined) parts[name] = strToU8(change(strFromU8(bytes)))
}

/**
 * What the package cannot say: margins change sides on even pages (订口 on the inner side), and punctuation is squeezed,
 * as in every document that Chinese Word makes. Each stands where the schema's order wants it.
 */
function settings(xml: string): string {
  return xml
    .replace('<w:defaultTabStop', '<w:mirrorMargins/><w:defaultTabStop')
    .replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>')
}

/**
 * What else the package cannot say, in the schema's order.
 *
 * No white between Chinese and digits or Latin letters, as 公文 has it. Marks may hang at a line's end, which is Word's
 * own default and is said all the same: LibreOffice 7.4 reads the value the wrong way round, and where it does let marks
 * hang it loses some of them. Exact lines of another height than the grid's stand outside it: Word leaves exact lines
 * alone, LibreOffice would round them up.
 */
function styles(xml: string, pitchTwips: number): string {
  return (
    xml
      // In Normal, on which all styles stand, and not among the defaults: LibreOffice does not look there.
      .replace(/(<w:style [^>]*w:styleId="Normal".*?)(<\/w:style>)/, `$1<w:pPr>${asInOfficialPapers}</w:pPr>$2`)
      .replace(/<w:spacing\b[^>]*? w:line="(\d+)" w:lineRule="exact"/g, (spacing, line: string) =>
        Number(line) === pitchTwips ? spacing : `<w:snapToGrid w:val="0"/>${spacing}`
      )
  )
}

const asInOfficialPapers = '<w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'

function coreProperties({meta, identity}: IssueTree): string {
  const day = `${isoDay(identity.date)}T00:00:00Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(meta.title)}</dc:title>`,
    `<dc:subject>${escapeXml(meta.bulletin)}</dc:subject>`,
    `<dc:creator>${escapeXml(meta.author)}</dc:creator>`,
    `<cp:lastModifiedBy>${escapeXml(meta.author)}</cp:lastModifiedBy>`,
    '<cp:revision>1</cp:revision>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified>`,
    '<dc:language>zh-CN</dc:language>',
    '</cp:coreProperties>'
  ].join('')
}

function isoDay({year, month, day}: CalendarDate): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

function escapeXml(text: string): string {
  return printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
