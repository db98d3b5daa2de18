/** Office files (Open Packaging Conventions: DOCX, XLSX): a ZIP of XML parts, its bytes depending on nothing but the parts. */

import {strToU8, type Zippable, zipSync} from 'fflate'
import type {CalendarDate} from '../model/date.js'
import {isoDate} from '../text/date.js'

/** By name. */
export type Parts = Record<string, Uint8Array>

/** What a file says of itself (文件属性). */
export interface FileProperties {
  readonly title: string
  readonly subject: string
  readonly author: string
  /** Stands for the day of writing, so that no clock does. */
  readonly date: CalendarDate
  readonly keywords?: string
  readonly description?: string
  readonly category?: string
}

/** The first entry by which readers know the file. */
const contentTypes = '[Content_Types].xml'

/**
 * The earliest time that a ZIP entry can carry. fflate reads it in local time, so it is given as local midnight: the
 * entry then holds the same digits in every time zone.
 */
const entryTime = '1980-01-01T00:00:00'

/** Zip parts in a fixed order, at a fixed level, without the clock. */
export function zipParts(parts: Parts): Uint8Array {
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const entries: Zippable = {}
  for (const name of names) {
    // Pictures are compressed already.
    entries[name] = [parts[name] ?? new Uint8Array(), {level: /(?:^|\/)media\//.test(name) ? 0 : 6}]
  }
  return zipSync(entries, {mtime: entryTime, os: 0, attrs: 0})
}

function rank(name: string): number {
  return name === contentTypes ? 0 : 1
}

/** Write the properties, in the place of those on which packages stamp the clock. */
export function setProperties(parts: Parts, properties: FileProperties): void {
  const {title, subject, author, date, keywords, description, category} = properties
  const day = `${isoDate(date)}T00:00:00Z`
  parts['docProps/core.xml'] = strToU8(
    [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
      ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      `<dc:title>${escapeXml(title)}</dc:title>`,
      `<dc:subject>${escapeXml(subject)}</dc:subject>`,
      `<dc:creator>${escapeXml(author)}</dc:creator>`,
      element('cp:keywords', keywords),
      element('dc:description', description),
      `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>`,
      '<cp:revision>1</cp:revision>',
      `<dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created>`,
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified>`,
      element('cp:category', category),
      '<dc:language>zh-CN</dc:language>',
      '</cp:coreProperties>'
    ].join('')
  )
}

function element(name: string, text = ''): string {
  return text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`
}

/** Without what XML 1.0 cannot hold: control characters, lone surrogates, U+FFFE, U+FFFF. None of them has a form. */
export function printable(text: string): string {
  return text.replace(unprintable, '')
}

const unprintable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** For a part that is written by hand. */
export function escapeXml(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
