/**
 * The one way through: read → check → aggregate → compose → render → publish.
 *
 * The only file that knows the order of the stages. Each is a function from one type to the next; what they need of
 * the machine comes through the host.
 */

import {aggregateIssue} from './aggregate/issue.js'
import {composeIssue} from './compose/issue.js'
import {distinctDiagnostics, hasErrors, sortDiagnostics} from './diagnostics/diagnose.js'
import type {Diagnostic, Judged} from './model/diagnostic.js'
import {type Host, HostError, type ThreadTask, TypesetError} from './model/host.js'
import type {SourceFile} from './model/raw.js'
import type {IssueTree} from './model/tree.js'
import type {BuildOptions, BuildRequest, BuildResult, OnProgress} from './publish/build-result.js'
import {type FileDigest, manifestOf, sha256, writeManifest} from './publish/manifest.js'
import {manifestPath, outputFiles} from './publish/outputs.js'
import {fitReport} from './publish/page-budget.js'
import {type BuildInputs, isUpToDate, keptOutputs, withKeptWarnings} from './publish/unchanged.js'
import {type Rendered, renderIssue} from './render/issue.js'
import {findMisfits} from './render/misfits.js'
import {version} from './version.js'
import {type BulletinDesk, gatherIssue, type IssueParts, openDesk} from './workspace/desk.js'
import {judgeGlyphs} from './workspace/glyphs.js'
import {type FileFilter, judgeFrame, judgeSubmissions} from './workspace/judge.js'
import {placeMisfits} from './workspace/misfits.js'
import {allIssues, findIssues, type IssueFile} from './workspace/names.js'
import {openWorkspace, type Workspace} from './workspace/open.js'
import {pathFilter} from './workspace/paths.js'
import {outputsLying, previousManifest} from './workspace/previous-build.js'
import {runShared, shareOut, worthAThread} from './workspace/share.js'
import {placeStumbles} from './workspace/stumbles.js'

export type {BuildOptions, BuildRequest, BuildResult, OnProgress} from './publish/build-result.js'

/**
 * Find everything that is wrong in a workspace.
 *
 * @param paths - files or folders to look into, relative to the workspace; none for all.
 * @throws {WrongUse} on a path where there is nothing.
 */
export async function checkWorkspace(
  host: Host,
  paths: readonly string[],
  onProgress?: OnProgress
): Promise<Diagnostic[]> {
  const wanted = await pathFilter(host, paths)
  const workspace = await openWorkspace(host)
  const frame = await judgeFrame(workspace)
  const files = workspace.layout.bulletins.flatMap(({submissions}) => submissions.map(({file}) => file)).filter(wanted)
  const found = await runShared(
    host.threads,
    shareOut(files, host.threads.count, worthAThread.check),
    (part) => judgeSubmissions(workspace, part, ofAll(part.length, files.length, onProgress)),
    (part) => ({kind: 'check', files: part})
  )
  const tried = await Promise.all(frame.desks.map((desk) => tryTemplate(workspace, desk, wanted)))
  const all = [...frame.diagnostics, ...tried.flat(), ...found.flat()]
  return distinctDiagnostics(all.filter(({place}) => wanted(place.file)))
}

/** What a template makes of the newest issue: some mistakes only show in use. */
async function tryTemplate(
  workspace: Workspace,
  desk: BulletinDesk,
  wanted: FileFilter
): Promise<readonly Diagnostic[]> {
  const newest = Array.from(desk.issues.issues.values(), ({source}) => source.path).at(-1)
  if (newest === undefined || !desk.template.sources.some(({path}) => wanted(path))) return []
  const {parts} = await gatherIssue(workspace, desk, newest)
  return parts ? composeParts(parts, desk).diagnostics : []
}

function composeParts(parts: IssueParts, desk: BulletinDesk): Judged<IssueTree> {
  const aggregate = aggregateIssue(parts.issue, parts.bulletin, parts.submissions, parts.registry)
  const composed = composeIssue(aggregate, parts.wording, desk.template.mainFile)
  if (!composed.value) return composed
  const misfits = placeMisfits(findMisfits(composed.value, parts.sheet, parts.pictures), parts)
  return {value: composed.value, diagnostics: [...composed.diagnostics, ...misfits]}
}

/**
 * Build issues; one that fails does not stop the others.
 *
 * @returns one result an issue, in the order asked for, or of files.
 * @throws {WrongUse} on a name of no issue on file.
 * @throws {HostError} where the machine fails.
 */
export async function buildIssues(host: Host, request: BuildRequest): Promise<BuildResult[]> {
  const workspace = await openWorkspace(host)
  const wanted = request.names ? await findIssues(workspace, request.names) : allIssues(workspace)
  const {formats, force, fit} = request
  const jobs = Math.min(request.jobs ?? host.threads.count, host.threads.count)
  const results = await runShared(
    host.threads,
    shareOut(wanted, jobs, request.jobs ? 1 : worthAThread.build),
    (part) => buildHere(workspace, part, request, ofAll(part.length, wanted.length, request.onProgress)),
    (part) => ({kind: 'build', files: part.map(({file}) => file), formats, force, fit})
  )
  return results.flat()
}

/** Do a task that another thread shared out. */
export async function runTask(host: Host, task: ThreadTask): Promise<unknown> {
  const workspace = await openWorkspace(host)
  if (task.kind === 'check') return judgeSubmissions(workspace, task.files)
  const wanted = allIssues(workspace).filter(({file}) => task.files.includes(file))
  return buildHere(workspace, wanted, task)
}

/** Threads share work out evenly, so that this one's part tells how far all are. */
function ofAll(part: number, total: number, onProgress?: OnProgress): (done: number) => void {
  return (done) => onProgress?.(Math.round((done * total) / Math.max(part, 1)), total)
}

async function buildHere(
  workspace: Workspace,
  wanted: readonly IssueFile[],
  options: BuildOptions,
  onProgress?: (done: number) => void
): Promise<BuildResult[]> {
  const results: BuildResult[] = []
  const desks = new Map<string, ReturnType<typeof openDesk>>()
  for (const issue of wanted) {
    const opening = desks.get(issue.files.id) ?? openDesk(workspace, issue.files)
    desks.set(issue.files.id, opening)
    results.push(await buildFrom(workspace, opening, issue, options))
    onProgress?.(results.length)
  }
  return results
}

async function buildFrom(
  workspace: Workspace,
  opening: ReturnType<typeof openDesk>,
  {file}: IssueFile,
  options: BuildOptions
): Promise<BuildResult> {
  try {
    const {desk, diagnostics} = await opening
    if (!desk) return failed(file, sortDiagnostics([...workspace.registry.diagnostics, ...diagnostics]))
    return await buildIssue(workspace, desk, file, options)
  } catch (error) {
    // What stops this issue (a picture that cannot be set) need not stop the next one.
    if (error instanceof HostError) return failed(file, [], error.message)
    throw error
  }
}

/**
 * Build one issue, from its file to the files in `out/`.
 *
 * @param file - of the issue; one of the desk's.
 * @returns `failed` with everything that is wrong, and the files of an earlier build as they were.
 */
async function buildIssue(
  workspace: Workspace,
  desk: BulletinDesk,
  file: string,
  options: BuildOptions
): Promise<BuildResult> {
  const {host} = workspace
  const start = host.clock.now()
  const {diagnostics, parts} = await gatherIssue(workspace, desk, file)
  if (!parts) return failed(file, diagnostics)

  const {identity} = parts.issue
  const fonts = await host.fonts.resolve(parts.sheet.officeFonts)
  const inputs: BuildInputs = {version, inputs: digests(parts.sources), formats: options.formats, fonts}
  const previous = await previousManifest(host, identity)
  const lying = previous ? await outputsLying(host, previous) : []
  const {fit} = options
  if (
    !options.force &&
    fit === undefined &&
    previous &&
    isUpToDate(previous, inputs) &&
    lying.length === previous.outputs.length
  ) {
    const elapsedMs = host.clock.now() - start
    const known = withKeptWarnings(diagnostics, previous)
    return {status: 'unchanged', file, diagnostics: known, identity, manifest: previous, fonts, fit: null, elapsedMs}
  }

  const composed = composeParts(parts, desk)
  const found = sortDiagnostics([...diagnostics, ...composed.diagnostics])
  if (!composed.value || hasErrors(found)) return failed(file, found)

  const glyphs = await judgeGlyphs(composed.value, parts, {fonts, formats: options.formats}, host.fonts)
  const all = sortDiagnostics([...found, ...glyphs.diagnostics])
  if (hasErrors(all)) return failed(file, all, glyphs.refusal)

  const setting = {sheet: parts.sheet, pictures: parts.pictures, fonts}
  let rendered: Rendered
  try {
    rendered = await renderIssue(composed.value, setting, options.formats, host)
  } catch (error) {
    if (!(error instanceof TypesetError)) throw error
    return failed(file, sortDiagnostics([...all, ...placeStumbles(error, parts)]), error.message)
  }
  const {artifacts, layout} = rendered
  const title = composed.value.meta.title
  const made = manifestOf({version, identity, title, inputs: inputs.inputs, artifacts, layout, fonts, warnings: all})
  const manifest = previous ? keptOutputs(made, {...previous, outputs: lying}, inputs) : made
  await host.files.writeAll([
    ...outputFiles(identity, artifacts),
    {path: manifestPath(identity), bytes: new TextEncoder().encode(writeManifest(manifest))}
  ])
  const elapsedMs = host.clock.now() - start
  const report = layout && fit !== undefined ? fitReport(layout, fit) : null
  return {status: 'built', file, diagnostics: all, identity, manifest, fonts, fit: report, elapsedMs}
}

function failed(file: string, diagnostics: readonly Diagnostic[], machineError: string | null = null): BuildResult {
  return {status: 'failed', file, diagnostics, machineError}
}

function digests(sources: readonly SourceFile[]): FileDigest[] {
  return sources.map(({path, bytes}) => ({path, sha256: sha256(bytes)})).sort((a, b) => (a.path < b.path ? -1 : 1))
}
