/**
 * The way of the papers that go with an issue: read → check → aggregate → compose → render → out/.
 *
 * Beside `pipeline.ts`, which sets the issue itself: nothing of the articles is needed here.
 */

import {aggregateDispatch} from './aggregate/dispatch.js'
import {composeDispatchSheet, composeLabels} from './compose/dispatch.js'
import {sortDiagnostics} from './diagnostics/diagnose.js'
import type {FontSet} from './model/artifact.js'
import type {Diagnostic} from './model/diagnostic.js'
import type {Dispatch, DispatchFormat} from './model/dispatch.js'
import {type Host, HostError, type OutputFile, TypesetError} from './model/host.js'
import {WrongUse} from './model/wrong-use.js'
import {dispatchPath} from './publish/outputs.js'
import {labelsPerPage} from './render/dispatch/labels.js'
import {type RenderedDispatch, renderDispatch} from './render/dispatch/papers.js'
import {openDesk} from './workspace/desk.js'
import {type DispatchParts, gatherDispatch, placeCrowded} from './workspace/dispatch.js'
import {findIssues, type IssueFile} from './workspace/names.js'
import {openWorkspace, type Workspace} from './workspace/open.js'
import {placeStumbles} from './workspace/stumbles.js'

export interface DistributeRequest {
  /** `<bulletin>/<year>/<number>` or `<bulletin>/总<cumulative>`. */
  readonly names: readonly string[]
  readonly formats: readonly DispatchFormat[]
  /** Labels of the first sheet of paper that are used up, fewer than it has. */
  readonly skip: number
}

export type DistributeResult = {readonly file: string; readonly diagnostics: readonly Diagnostic[]} & (
  | {
      readonly status: 'written'
      readonly dispatch: Dispatch
      /** As the issue prints it; null where it prints none. */
      readonly printRun: number | null
      readonly labels: number
      /** That the labels are set in. */
      readonly fonts: FontSet
      readonly outputs: readonly {readonly path: string; readonly format: DispatchFormat}[]
    }
  | {
      readonly status: 'failed'
      /** What the machine could not do; null where the content has errors. */
      readonly machineError: string | null
    }
)

/**
 * Write the dispatch sheet and the labels of issues; one that fails does not stop the others, and leaves its files as they
 * were.
 *
 * @returns one result an issue, in the order asked for.
 * @throws {WrongUse} on a name of no issue on file, and where a sheet of labels has no more than `skip`.
 * @throws {HostError} where files cannot be written.
 */
export async function distributeIssues(host: Host, request: DistributeRequest): Promise<DistributeResult[]> {
  const workspace = await openWorkspace(host)
  const results: DistributeResult[] = []
  for (const issue of await findIssues(workspace, request.names)) {
    results.push(await distributeIssue(workspace, issue, request))
  }
  return results
}

async function distributeIssue(
  workspace: Workspace,
  {files, file}: IssueFile,
  request: DistributeRequest
): Promise<DistributeResult> {
  const {host} = workspace
  const {desk, diagnostics: opening} = await openDesk(workspace, files)
  if (!desk) return failed(file, sortDiagnostics(opening))
  const {diagnostics, parts} = gatherDispatch(desk, file)
  if (!parts) return failed(file, diagnostics)
  refuseSkip(request.skip, parts)

  const {issue, bulletin, list} = parts
  const dispatch = aggregateDispatch(issue, list)
  const labels = composeLabels(dispatch, bulletin)
  const papers = {register: composeDispatchSheet(dispatch, bulletin), labels}
  const fonts = await host.fonts.resolve(parts.sheet.officeFonts)
  let rendered: RenderedDispatch
  try {
    const setting = {sheet: parts.sheet, fonts, skip: request.skip}
    rendered = await renderDispatch(papers, setting, request.formats, host)
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    const places = error instanceof TypesetError ? placeStumbles(error, {...parts, submissions: new Map()}) : []
    return failed(file, sortDiagnostics([...diagnostics, ...places]), error.message)
  }
  if (!rendered.artifacts) {
    const names = rendered.crowded.flatMap((index) => labels.labels[index]?.name ?? [])
    return failed(file, sortDiagnostics([...diagnostics, ...placeCrowded(names, parts)]))
  }
  const outputs = rendered.artifacts.map(({format, bytes}): OutputFile & {format: DispatchFormat} => {
    return {format, path: dispatchPath(dispatch.identity, format), bytes}
  })
  await host.files.writeAll(outputs)
  return {
    status: 'written',
    file,
    diagnostics,
    dispatch,
    printRun: issue.imprint.printRun,
    labels: labels.labels.length,
    fonts,
    outputs: outputs.map(({path, format}) => ({path, format}))
  }
}

function refuseSkip(skip: number, {sheet}: DispatchParts): void {
  const perPage = labelsPerPage(sheet.labels)
  if (skip >= perPage) throw new WrongUse(`这种标签一张只有 ${perPage} 枚，--skip 应小于 ${perPage}。`)
}

function failed(
  file: string,
  diagnostics: readonly Diagnostic[],
  machineError: string | null = null
): DistributeResult {
  return {status: 'failed', file, diagnostics, machineError}
}
