/** A document of the `docx` package → bytes that depend on nothing but the document. */

import {type Document, Packer} from 'docx'
import {strFromU8, strToU8} from 'fflate'
import type {IssueTree} from '../../model/tree.js'
import {type FileProperties, type Parts, setProperties, zipParts} from '../package.js'

/**
 * Pack a document, its properties written from the tree.
 *
 * The package stamps the clock on `docProps/core.xml` and on the ZIP entries and draws ids of links at random; all three
 * are pinned here, as are the order of entries and the level of compression.
 *
 * @param pitchTwips - the pitch of the grid's lines.
 */
export function packDocument(document: Document, tree: IssueTree, pitchTwips: number): Uint8Array {
  const {meta, identity} = tree
  const parts = partsOf(document)
  pinLinks(parts)
  pinBookmarks(parts)
  setProperties(parts, {title: meta.title, subject: meta.bulletin, author: meta.author, date: identity.date})
  rewrite(parts, 'word/settings.xml', settings)
  rewrite(parts, 'word/styles.xml', (xml) => styles(xml, pitchTwips))
  return zipParts(parts)
}

/** Pack a document of plain paragraphs and tables, without a grid: no links, no bookmarks, pages alike. */
export function packPlainDocument(document: Document, properties: FileProperties): Uint8Array {
  const parts = partsOf(document)
  setProperties(parts, properties)
  rewrite(parts, 'word/settings.xml', squeezeMarks)
  rewrite(parts, 'word/styles.xml', asInOfficialPapers)
  return zipParts(parts)
}

/** The package would zip the parts only to have them unzipped here, which takes as long as writing them. */
function partsOf(document: Document): Parts {
  // biome-ignore lint/complexity/useLiteralKeys: private in the types; the package is pinned, and golden files hold what comes out
  const parts: Map<string, string | Uint8Array> = Packer['compiler'].compile(document)
  return Object.fromEntries(
    Array.from(parts, ([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data])
  )
}

/** Random ids of links → `rIdLink1` and on, in the order in which the part's relationships name them. */
function pinLinks(parts: Parts): void {
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
function pinBookmarks(parts: Parts): void {
  const pinned = new Map<string, number>()
  rewrite(parts, 'word/document.xml', (xml) =>
    xml.replace(/(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)"/g, (_, before: string, id: string) => {
      const number = pinned.get(id) ?? pinned.size + 1
      pinned.set(id, number)
      return `${before}${number}"`
    })
  )
}

function rewrite(parts: Parts, name: string, change: (xml: string) => string): void {
  const bytes = parts[name]
  if (bytes !== undefined) parts[name] = strToU8(change(strFromU8(bytes)))
}

/**
 * What the package cannot say: margins change sides on even pages (订口 on the inner side), and punctuation is squeezed,
 * as in every document that Chinese Word makes. Each stands where the schema's order wants it.
 */
function settings(xml: string): string {
  return squeezeMarks(xml).replace('<w:defaultTabStop', '<w:mirrorMargins/><w:defaultTabStop')
}

function squeezeMarks(xml: string): string {
  return xml.replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>')
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
  return asInOfficialPapers(xml).replace(
    /<w:spacing\b[^>]*? w:line="(\d+)" w:lineRule="exact"/g,
    (spacing, line: string) => (Number(line) === pitchTwips ? spacing : `<w:snapToGrid w:val="0"/>${spacing}`)
  )
}

function asInOfficialPapers(xml: string): string {
  // In Normal, on which all styles stand, and not among the defaults: LibreOffice does not look there.
  return xml.replace(/(<w:style [^>]*w:styleId="Normal".*?)(<\/w:style>)/, `$1<w:pPr>${spacingOfMarks}</w:pPr>$2`)
}

const spacingOfMarks = '<w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
