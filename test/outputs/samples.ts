/** The sample issues in `out/`, as their manifests list them. */

import {readdir, readFile} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {parse} from 'yaml'
import type {Sheet} from '../../src/model/sheet.js'
import type {Manifest} from '../../src/publish/manifest.js'

export const root = join(import.meta.dirname, '../..')

const manifests = (await readdir(join(root, 'out'), {recursive: true})).filter(
  (path) => basename(path) === 'manifest.json'
)

export const issues = await Promise.all(
  manifests.sort().map(async (path) => JSON.parse(await readFile(join(root, 'out', path), 'utf8')) as Manifest)
)

export const titled = issues.map((issue) => [issue.issue.title, issue] as const)

export function outputOf(issue: Manifest, format: string): string {
  return join(root, issue.outputs.find((output) => output.format === format)?.path ?? '')
}

/** As it is written, without what is filled in. No sample's template changes its page, its notes' size or its fonts. */
export const commonSheet = parse(await readFile(join(root, 'templates/common/sheet.yaml'), 'utf8')) as Sheet
