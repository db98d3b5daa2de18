/** A workspace opened: what all issues share, read and checked. */

import {checkBulletin} from '../check/bulletin.js'
import {checkIssue} from '../check/issue.js'
import {checkNumbers} from '../check/numbers.js'
import {checkRegistry} from '../check/registry.js'
import {checkSubmission} from '../check/submission.js'
import type {Bulletin} from '../model/bulletin.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import type {Host} from '../model/host.js'
import type {Issue} from '../model/issue.js'
import type {SourceFile} from '../model/raw.js'
import type {Registry} from '../model/registry.js'
import type {Submission} from '../model/submission.js'
import {readBulletin} from '../read/bulletin.js'
import {readIssue} from '../read/issue.js'
import {type BulletinFiles, type Layout, layoutOf, metricsFile, unitsFile} from '../read/layout.js'
import {readYamlFile} from '../read/source.js'
import {readSubmission} from '../read/submission.js'
import {loadImageFacts, loadOptional, loadSource} from './load.js'

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
  const paths = [...(await host.files.list('content')), ...(await host.files.list('templates'))]
  const units = await loadOptional(host, unitsFile)
  const metrics = await loadOptional(host, metricsFile)
  const registry = checkRegistry(units && readYamlFile(units), metrics && readYamlFile(metrics))
  const shared = [units, metrics].filter((file) => file !== null)
  return {host, layout: layoutOf(paths), paths, registry, shared}
}

/** Null where the folder has no `bulletin.yaml`. */
export async function openBulletin(
  {host, layout, registry}: Workspace,
  files: BulletinFiles
): Promise<FromFile<Bulletin> | null> {
  const source = await loadOptional(host, files.file)
  if (!source) return null
  const context = {registry: registry.value ?? emptyRegistry, templates: layout.templates}
  return {source, judged: checkBulletin(readBulletin(source, files.id), context)}
}

export interface OpenIssues {
  /** By file, in the order of paths. */
  readonly issues: ReadonlyMap<string, FromFile<Issue>>
  /** What only shows across issues: placed on each file that it touches. */
  readonly numbers: readonly Diagnostic[]
}

/** All issues of a bulletin: numbers are only right or wrong together. */
export async function openIssues({host}: Workspace, bulletin: Bulletin, files: BulletinFiles): Promise<OpenIssues> {
  const submissions = new Map<string, string[]>()
  for (const {slug, file} of files.submissions) submissions.set(slug, [...(submissions.get(slug) ?? []), file])
  const issues = new Map<string, FromFile<Issue>>()
  for (const {file, ...address} of files.issues) {
    const source = await loadSource(host, file)
    issues.set(file, {source, judged: checkIssue(readIssue(source, address), {bulletin, submissions})})
  }
  const judged = [...issues.values()].flatMap(({judged: {value}}) => (value ? [value] : []))
  return {issues, numbers: checkNumbers(bulletin, judged)}
}

export async function openSubmission(
  {host, registry}: Workspace,
  bulletin: Bulletin,
  {file, ...address}: BulletinFiles['submissions'][number]
): Promise<FromFile<Submission>> {
  const source = await loadSource(host, file)
  const raw = readSubmission(source, address)
  const images = await loadImageFacts(host, raw)
  return {source, judged: checkSubmission(raw, {registry: registry.value ?? emptyRegistry, bulletin, images})}
}

const emptyRegistry: Registry = {units: new Map(), metrics: new Map(), unitsByName: new Map(), metricsByName: new Map()}
