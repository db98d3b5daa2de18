/** Where an issue's files go. */

import type {Artifact, Format} from '../model/artifact.js'
import type {DispatchFormat} from '../model/dispatch.js'
import type {OutputFile} from '../model/host.js'
import {type IssueIdentity, issueName} from '../model/issue.js'

/** `out/<bulletin>/<year>/<NNN>`. */
export function outputFolder(identity: IssueIdentity): string {
  return `out/${issueName(identity)}`
}

/** `out/<bulletin>/<year>/<NNN>/<bulletin>-<year>-<NNN>.docx`. */
export function outputPath(identity: IssueIdentity, format: Format): string {
  const {bulletin, year, number} = identity
  return `${outputFolder(identity)}/${bulletin}-${year}-${number}.${format}`
}

/**
 * Where the papers that go with an issue lie: beside its outputs, `<bulletin>-<year>-<NNN>-dispatch.xlsx`, `-dispatch.docx`,
 * `-labels.pdf`. No manifest names them: they are no part of the issue.
 */
export function dispatchPath(identity: IssueIdentity, format: DispatchFormat): string {
  const {bulletin, year, number} = identity
  const paper = format === 'pdf' ? 'labels' : 'dispatch'
  return `${outputFolder(identity)}/${bulletin}-${year}-${number}-${paper}.${format}`
}

export function manifestPath(identity: IssueIdentity): string {
  return `${outputFolder(identity)}/manifest.json`
}

/** Every file of an issue's artifacts, companions among them, in the order of paths. */
export function outputFiles(
  identity: IssueIdentity,
  artifacts: readonly Artifact[]
): (OutputFile & {readonly format: Format})[] {
  const files = artifacts.flatMap(({format, bytes, companions}) => [
    {format, path: outputPath(identity, format), bytes},
    ...companions.map((file) => ({format, path: `${outputFolder(identity)}/${file.path}`, bytes: file.bytes}))
  ])
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}
