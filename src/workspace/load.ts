/** Getting files through the host and reading them; nothing is judged here but pictures, by their bytes. */

import {imagesOf, inspectImage, maxImageBytes} from '../check/images.js'
import {diagnose} from '../diagnostics/diagnose.js'
import type {Picture} from '../model/artifact.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {type Host, HostError} from '../model/host.js'
import {startOf} from '../model/place.js'
import type {ImageFacts, RawSubmission, RawTemplate, SourceFile} from '../model/raw.js'
import {templateFiles} from '../read/layout.js'
import {readYamlFile} from '../read/source.js'

/** Read a file that is known to exist. */
export async function loadSource(host: Host, path: string): Promise<SourceFile> {
  return {path, bytes: await host.files.read(path)}
}

/** Null where there is no such file. */
export async function loadOptional(host: Host, path: string): Promise<SourceFile | null> {
  return (await host.files.stat(path)) ? loadSource(host, path) : null
}

/** What the pictures of a submission turn out to be, by the address as written; none is held in memory. */
export async function loadImageFacts(host: Host, raw: RawSubmission): Promise<Map<string, ImageFacts>> {
  const facts = new Map<string, ImageFacts>()
  for (const {url, path} of imagesOf(raw)) {
    if (path !== null) facts.set(url, await imageFacts(host, path))
  }
  return facts
}

async function imageFacts(host: Host, path: string): Promise<ImageFacts> {
  try {
    return await lookAtImage(host, path)
  } catch (error) {
    if (error instanceof HostError) return {status: 'unreadable', reason: error.message}
    throw error
  }
}

async function lookAtImage(host: Host, path: string): Promise<ImageFacts> {
  const stat = await host.files.stat(path)
  if (!stat) return {status: 'missing'}
  // A link may lead out of the workspace, or within it to what no contributor may print.
  if (!stat.target?.startsWith('content/')) return {status: 'outside'}
  if (stat.kind !== 'file') return {status: 'missing'}
  if (stat.sizeBytes > maxImageBytes) return {status: 'tooLarge'}
  const picture = inspectImage(await host.files.read(path))
  return picture ? {status: 'picture', picture} : {status: 'notPicture'}
}

/** A picture that `check` has passed, with its bytes. */
export async function loadPicture(host: Host, path: string): Promise<Picture> {
  const bytes = await host.files.read(path)
  const facts = inspectImage(bytes)
  if (!facts) throw new HostError(`图片“${path}”在排印时被改动了。请等它存好，再重新运行。`)
  return {...facts, bytes}
}

export async function loadTemplate(host: Host, id: string, paths: readonly string[]): Promise<RawTemplate> {
  const {parts, sheets} = templateFiles(id, paths)
  const files = new Map<string, SourceFile>()
  const sheetFiles: SourceFile[] = []
  const diagnostics: Diagnostic[] = []
  const load = async (path: string, keep: (source: SourceFile) => void): Promise<void> => {
    try {
      keep(await loadSource(host, path))
    } catch (error) {
      diagnostics.push(unreadable(path, error))
    }
  }
  for (const [name, path] of parts) await load(path, (source) => files.set(name, source))
  for (const path of sheets) await load(path, (source) => sheetFiles.push(source))
  return {id, files, sheets: sheetFiles.map(readYamlFile), sheetFiles, diagnostics}
}

/**
 * What there is to say of a file that the host could not read (a link that leads nowhere, no permission).
 *
 * @throws {unknown} any other error.
 */
export function unreadable(path: string, error: unknown): Diagnostic {
  if (error instanceof HostError) return diagnose('file-is-readable', startOf(path), error.message)
  throw error
}
