/** A document of the `docx` package → bytes that depend on nothing but the document. */

import {type Document, Packer} from 'docx'
import {strFromU8, strToU8} from 'fflate'
import type {Sheet} from '../../model/sheet.js'
import type {IssueTree} from '../../model/tree.js'
import {type FileProperties, type Parts, setProperties, zipParts} from '../package.js'
import {completeNotes, completeSettings, completeStyles, mirrorMargins, outsideGrid} from './complete.js'
import {fontTable} from './font-table.js'
import {linesToTwips} from './measures.js'
import {appProperties, issueProperties} from './properties.js'
import type {ExtraStyle} from './style-names.js'

/**
 * Pack a document, its properties written from the tree.
 *
 * The package stamps the clock on `docProps/core.xml` and on the ZIP entries and draws ids of links at random; all three
 * are pinned here, as are the order of entries and the level of compression.
 */
export function packDocument(document: Document, tree: IssueTree, sheet: Sheet): Uint8Array {
  const parts = partsOf(document)
  pinLinks(parts)
  pinBookmarks(parts)
  rewrite(parts, 'word/settings.xml', (xml) => mirrorMargins(completeSettings(xml)))
  rewrite(parts, 'word/styles.xml', (xml) => outsideGrid(completeStyles(xml), linesToTwips(1, sheet)))
  rewrite(parts, 'word/fontTable.xml', (xml) => xml.replace(/\/>$/, () => `>${fontTable(sheet)}</w:fonts>`))
  return finish(parts, issueProperties(tree), 'footnoteSeparator')
}

/** Pack a document of plain paragraphs and tables, without a grid: no links, no bookmarks, pages alike. */
export function packPlainDocument(document: Document, properties: FileProperties): Uint8Array {
  const parts = partsOf(document)
  rewrite(parts, 'word/settings.xml', completeSettings)
  rewrite(parts, 'word/styles.xml', completeStyles)
  return finish(parts, properties, null)
}

/** @param separatorStyle - of the lines with the rules over notes; null where a document has no notes. */
function finish(parts: Parts, properties: FileProperties, separatorStyle: ExtraStyle | null): Uint8Array {
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    rewrite(parts, name, (xml) => completeNotes(xml, separatorStyle))
  }
  setProperties(parts, properties)
  parts['docProps/app.xml'] = strToU8(appProperties(properties))
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
