/** A workspace opened: what all issues share, read and checked. */

import {checkBulletin} from '../check/bulletin.js'
import {checkIssue} from '../check/issue.js'
import {checkNumbers} from '../check/numbers.js'
import {checkRegistry} from '../check/registry.js'
import {checkReuse} from '../check/reuse.js'
import {checkSubmission} from '../check/submission.js'
import {diagnose} from '../diagnostics/diagnose.js'
import type {Bulletin} from '../model/bulletin.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import type {Host} from '../model/host.js'
import type {Issue} from '../model/issue.js'
import {startOf} from '../model/place.js'
import type {RawYaml, SourceFile} from '../model/raw.js'
import type {Registry} from '../model/registry.js'
import type {Submission} from '../model/submission.js'
import {readBulletin} from '../read/bulletin.js'
import {readIssue} from '../read/issue.js'
import {type BulletinFiles, type Layout, layoutOf, metricsFile, unitsFile} from '../read/layout.js'
import {readYamlFile, unreadableYaml} from '../read/source.js'
import {readSubmission} from '../read/submission.js'
import {loadImageFacts, loadOptional, loadSource, unreadable} from './load.js'

export interface Workspace {
  readonly host: Host
  readonly layout: Layout
  /** Every file below `content/` and `templates/`. */
  readonly paths: readonly string[]
  readonly registry: Judged<Registry>
  /** Units and metrics as files, for manifests. */
  readonly shared: readonly SourceFile[]
}

/** A value with the file that it was read from. */
export interface FromFile<Value> {
  readonly source: SourceFile
  readonly judged: Judged<Value>
}

export async function openWorkspace(host: Host): Promise<Workspace> {
  // In code-unit order, whatever order the disk has them in.
  const paths = [...(await host.files.list('content')), ...(await host.files.list('templates'))].sort()
  const units = await openShared(host, unitsFile)
  const metrics = await openShared(host, metricsFile)
  const registry = checkRegistry(units.yaml, metrics.yaml)
  const shared = [units.source, metrics.source].filter((file) => file !== null)
  return {host, layout: layoutOf(paths), paths, registry, shared}
}

/** Null where there is no such file. */
async function openShared(host: Host, path: string): Promise<{source: SourceFile | null; yaml: RawYaml | null}> {
  try {
    const source = await loadOptional(host, path)
    return {source, yaml: source && readYamlFile(source)}
  } catch (error) {
    return {source: null, yaml: unreadableYaml(path, [unreadable(path, error)])}
  }
}

/** Null where the folder has no `bulletin.yaml`. */
export async function openBulletin(
  {host, layout, registry}: Workspace,
  files: BulletinFiles
): Promise<FromFile<Bulletin> | null> {
  if (!(await host.files.stat(files.file))) return null
  const context = {registry: registry.value ?? emptyRegistry, templates: layout.templates}
  return openFile(host, files.file, (source) => checkBulletin(readBulletin(source, files.id), context))
}

/** What there is to say where `openBulletin` finds none. */
export function bulletinMissing({id, file}: BulletinFiles): Diagnostic {
  const message = `文件夹“${id}”里有来稿或期，却没有 bulletin.yaml。请补上，或运行 npx jianbao new bulletin ${id}。`
  return diagnose('bulletin-is-on-file', startOf(file), message)
}

/** Open one file; one that cannot be read stops only what needs it. */
async function openFile<Value>(
  host: Host,
  path: string,
  judge: (source: SourceFile) => Judged<Value> | Promise<Judged<Value>>
): Promise<FromFile<Value>> {
  let source: SourceFile
  try {
    source = await loadSource(host, path)
  } catch (error) {
    return {source: {path, bytes: new Uint8Array()}, judged: {value: null, diagnostics: [unreadable(path, error)]}}
  }
  return {source, judged: await judge(source)}
}

export interface OpenIssues {
  /** By file, in the order of paths. */
  readonly issues: ReadonlyMap<string, FromFile<Issue>>
  /** What only shows across issues: placed on each file that it touches. */
  readonly across: readonly Diagnostic[]
}

/** All issues of a bulletin: numbers, among others, are only right or wrong together. */
export async function openIssues({host}: Workspace, bulletin: Bulletin, files: BulletinFiles): Promise<OpenIssues> {
  const submissions = new Map<string, string[]>()
  for (const {slug, file} of files.submissions) submissions.set(slug, [...(submissions.get(slug) ?? []), file])
  const issues = new Map<string, FromFile<Issue>>()
  for (const {file, ...address} of files.issues) {
    const judge = (source: SourceFile) => checkIssue(readIssue(source, address), {bulletin, submissions})
    issues.set(file, await openFile(host, file, judge))
  }
  const judged = [...issues.values()].flatMap(({judged: {value}}) => (value ? [value] : []))
  return {issues, across: [...checkNumbers(bulletin, judged), ...checkReuse(bulletin, judged)]}
}

export async function openSubmission(
  {host, registry}: Workspace,
  bulletin: Bulletin,
  {file, ...address}: BulletinFiles['submissions'][number]
): Promise<FromFile<Submission>> {
  return openFile(host, file, async (source) => {
    const raw = readSubmission(source, address)
    const images = await loadImageFacts(host, raw)
    return checkSubmission(raw, {registry: registry.value ?? emptyRegistry, bulletin, images})
  })
}

const emptyRegistry: Registry = {units: new Map(), metrics: new Map(), unitsByName: new Map(), metricsByName: new Map()}
