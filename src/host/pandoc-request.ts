/** What both builds of pandoc are asked, so that they are asked alike. */

import {createHash} from 'node:crypto'
import {HostError, type PandocInput} from '../model/host.js'

/** One line of JSON on the worker's standard input. */
export interface PandocRequest {
  readonly from: string
  readonly to: string
  readonly text: string
  /** Bytes are Base64; `name` is where pandoc's filter finds them. */
  readonly resources: readonly {readonly name: string; readonly base64: string}[]
  readonly metadata: Readonly<Record<string, string>>
  readonly filter: string
  readonly standalone: boolean
  readonly embed: boolean
  readonly binary: boolean
  /** What the converter takes for the present. */
  readonly epochSeconds: number
}

/** The worker's answer. */
export interface PandocAnswer {
  readonly base64: string
  /** Pandoc's complaint; empty where it did its work. */
  readonly error: string
}

const containers = /^(?:odt|epub[23]?|docx)$/
const webPages = /^(?:html[45]?|epub[23]?)$/
const bareTexts = /^(?:plain|markdown|commonmark|gfm)/

/** 1980-01-01, the first day that a zip file can name. */
const firstDay = Date.UTC(1980, 0, 1) / 1000

/**
 * @throws {HostError} where a format is not the plain name of one (`html5`, `markdown+footnotes`).
 */
export function createRequest({from, to, text, resources, metadata}: PandocInput): PandocRequest {
  for (const format of [from, to]) {
    // Anything else pandoc might take for a script of its own.
    if (!/^[a-z][a-z0-9_]*(?:[+-][a-z_]+)*$/.test(format)) {
      throw new HostError(`pandoc 没有名为“${format}”的格式。`)
    }
  }
  const named = resources.map(({path, bytes}, index) => ({path, bytes, name: `resource-${index}`}))
  return {
    from,
    to,
    text,
    resources: named.map(({name, bytes}) => ({name, base64: Buffer.from(bytes).toString('base64')})),
    metadata: {identifier: identify(from, text, metadata), ...metadata},
    filter: filterFor(named),
    standalone: !bareTexts.test(to),
    embed: webPages.test(to) && !containers.test(to),
    binary: containers.test(to),
    epochSeconds: epochOf(metadata.date)
  }
}

/**
 * A filter that puts the resources where the writers look first, pandoc's own store of media. The sandbox keeps readers
 * and writers from the disk and cannot be told of single files; this filter is ours, and reads only what lies beside it.
 */
function filterFor(resources: readonly {readonly path: string; readonly name: string}[]): string {
  const entries = resources.map(({path, name}) => `  {${quote(path)}, ${quote(mimeType(path))}, ${quote(name)}},`)
  return `local resources = {
${entries.join('\n')}
}
function Pandoc(document)
  for _, resource in ipairs(resources) do
    local file = assert(io.open(resource[3], 'rb'))
    pandoc.mediabag.insert(resource[1], resource[2], file:read('a'))
    file:close()
  end
  return document
end
`
}

/** A Lua string; decimal escapes for everything that is not a plain letter or digit. */
function quote(text: string): string {
  const bytes = [...Buffer.from(text, 'utf8')]
  return `'${bytes.map((byte) => `\\${String(byte).padStart(3, '0')}`).join('')}'`
}

const mimeTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  css: 'text/css'
}

function mimeType(path: string): string {
  return mimeTypes[path.replace(/^.*\./, '').toLowerCase()] ?? 'application/octet-stream'
}

/** An e-book's identifier, which pandoc would draw at random. */
function identify(from: string, text: string, metadata: Readonly<Record<string, string>>): string {
  const entries = Object.entries(metadata).sort(([a], [b]) => (a < b ? -1 : 1))
  const digest = createHash('sha256')
    .update(JSON.stringify([from, text, entries]))
    .digest('hex')
  // A name-based UUID (RFC 9562, version 8).
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`]
  return `urn:uuid:${parts.join('-')}-${digest.slice(20, 32)}`
}

/** The document's date at noon, so that it is the same day everywhere. */
function epochOf(date: string | undefined): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '')
  const seconds = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), 12) / 1000 : firstDay
  return Math.max(seconds, firstDay)
}

/**
 * @param complaint - pandoc's own words.
 */
export function pandocError(to: string, complaint: string): HostError {
  const words = complaint.trim().split('\n').slice(0, 8).join('\n  ')
  return new HostError(`转换成 ${to} 时 pandoc 出错：\n  ${words || '没有说明原因'}`)
}

/** A picture that was not found would silently become its caption. */
export const lostResource = /Could not (?:fetch|find) resource/i
