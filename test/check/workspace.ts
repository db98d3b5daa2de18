/** A workspace in memory, checked whole: what fixtures and generated cases run through. */

import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {checkBulletin} from '../../src/check/bulletin.js'
import {imagesOf, inspectImage} from '../../src/check/images.js'
import {checkIssue} from '../../src/check/issue.js'
import {checkNumbers} from '../../src/check/numbers.js'
import {checkRegistry} from '../../src/check/registry.js'
import {checkReuse} from '../../src/check/reuse.js'
import {applyRules} from '../../src/check/severities.js'
import {checkSheet} from '../../src/check/sheet.js'
import {checkSubmission} from '../../src/check/submission.js'
import {sortDiagnostics} from '../../src/diagnostics/diagnose.js'
import {formatText} from '../../src/diagnostics/format-text.js'
import type {Bulletin} from '../../src/model/bulletin.js'
import type {Diagnostic} from '../../src/model/diagnostic.js'
import type {Issue} from '../../src/model/issue.js'
import type {ImageFacts, RawSubmission} from '../../src/model/raw.js'
import type {Submission} from '../../src/model/submission.js'
import {readBulletin} from '../../src/read/bulletin.js'
import {readIssue} from '../../src/read/issue.js'
import {readYamlFile} from '../../src/read/source.js'
import {readSubmission} from '../../src/read/submission.js'

export type Files = ReadonlyMap<string, Uint8Array>

/** What a file system would say of a path beyond its bytes: a link that leads out, a file of 30 MB. */
export type Marked = ReadonlyMap<string, 'outside' | 'tooLarge'>

export interface Checked {
  readonly diagnostics: readonly Diagnostic[]
  readonly submissions: ReadonlyMap<string, Submission>
  readonly issues: readonly Issue[]
}

export const fixtures = join(import.meta.dirname, '../fixtures')

/** One bulletin (`kan`) with two submissions and one issue, all in order. */
export const base: Files = readFolder(join(fixtures, 'check-base'))

/** A folder's files by path; `input.md` stands for a submission. */
export function readFolder(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((name) => name.replaceAll('\\', '/'))
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return new Map(files.map((name) => [name === 'input.md' ? inputFile : name, readFileSync(join(folder, name))]))
}

export const inputFile = 'content/kan/submissions/2020/input.md'

/** The base with a submission of its own, given as text or bytes. */
export function withInput(input: string | Uint8Array): Files {
  return new Map([...base, [inputFile, typeof input === 'string' ? new TextEncoder().encode(input) : input]])
}

export function checkWorkspace(files: Files, marked: Marked = new Map()): Checked {
  const yaml = (path: string) => readYamlFile({path, bytes: files.get(path) ?? new Uint8Array()})
  const registry = checkRegistry(yaml('content/units.yaml'), yaml('content/metrics.yaml'))
  const file = 'content/kan/bulletin.yaml'
  const bytes = files.get(file) ?? new Uint8Array()
  if (!registry.value) throw new Error('no registry')
  const context = {registry: registry.value, templates: ['kan', 'shoudu']}
  const bulletin = checkBulletin(readBulletin({path: file, bytes}, 'kan'), context)
  const diagnostics = [...registry.diagnostics, ...bulletin.diagnostics, ...judgeSheets(files, bulletin.value)]
  const submissions = new Map<string, Submission>()
  const issues: Issue[] = []
  if (!bulletin.value) return {diagnostics: sortDiagnostics(diagnostics), submissions, issues}

  const slugs = new Map<string, string[]>()
  for (const [path, content] of files) {
    const match = /^content\/kan\/submissions\/(\d{4})\/([^/]+)\.md$/.exec(path)
    if (!match) continue
    const [, year, slug = ''] = match
    slugs.set(slug, [...(slugs.get(slug) ?? []), path])
    const raw = readSubmission({path, bytes: content}, {bulletin: 'kan', year: Number(year), slug})
    const judged = checkSubmission(raw, {...context, bulletin: bulletin.value, images: factsOf(raw, files, marked)})
    diagnostics.push(...judged.diagnostics)
    if (judged.value) submissions.set(path, judged.value)
  }
  for (const [path, content] of files) {
    const match = /^content\/kan\/issues\/(\d{4})\/([^/]+)\.yaml$/.exec(path)
    if (!match) continue
    const [, year, number = ''] = match
    const raw = readIssue({path, bytes: content}, {bulletin: 'kan', year: Number(year), number})
    const judged = checkIssue(raw, {bulletin: bulletin.value, submissions: slugs})
    diagnostics.push(...judged.diagnostics)
    if (judged.value) issues.push(judged.value)
  }
  diagnostics.push(...checkNumbers(bulletin.value, issues), ...checkReuse(bulletin.value, issues))
  return {diagnostics: sortDiagnostics(diagnostics), submissions, issues}
}

/** Measures of the template `kan`, where a case gives some, and the bulletin's own, over the common ones. */
function judgeSheets(files: Files, bulletin: Bulletin | null): readonly Diagnostic[] {
  const path = 'templates/kan/sheet.yaml'
  const bytes = files.get(path)
  const sheets = [...(bytes ? [readYamlFile({path, bytes})] : []), commonSheet]
  const alone = checkSheet(sheets, 'kan').diagnostics
  if (!bulletin?.sheet) return alone
  const own = applyRules(checkSheet(sheets, 'kan', bulletin.sheet).diagnostics, bulletin.rules)
  return [...alone, ...own.filter(({place}) => place.file === bulletin.file)]
}

const commonSheet = readYamlFile({
  path: 'templates/common/sheet.yaml',
  bytes: readFileSync(join(import.meta.dirname, '../../templates/common/sheet.yaml'))
})

/** Every finding as `check` prints it. */
export function messagesOf({diagnostics}: Checked): string {
  return diagnostics.map((diagnostic) => `${formatText(diagnostic)}\n`).join('')
}

function factsOf(raw: RawSubmission, files: Files, marked: Marked): Map<string, ImageFacts> {
  const facts = new Map<string, ImageFacts>()
  for (const {url, path} of imagesOf(raw)) {
    if (path === null) continue
    const status = marked.get(path)
    const bytes = files.get(path)
    const picture = bytes && inspectImage(bytes)
    if (status) facts.set(url, {status})
    else if (!bytes) facts.set(url, {status: 'missing'})
    else facts.set(url, picture ? {status: 'picture', picture} : {status: 'notPicture'})
  }
  return facts
}
