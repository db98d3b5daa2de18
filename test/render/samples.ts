/** The repository's sample issues, composed and ready to be set with the fonts that come through npm. */

import {fileURLToPath} from 'node:url'
import {aggregateIssue} from '../../src/aggregate/issue.js'
import {composeIssue} from '../../src/compose/issue.js'
import {createHost} from '../../src/host/node.js'
import type {Host} from '../../src/model/host.js'
import type {IssueTree} from '../../src/model/tree.js'
import type {Setting} from '../../src/render/setting.js'
import {gatherIssue, openDesk} from '../../src/workspace/desk.js'
import {allIssues} from '../../src/workspace/names.js'
import {openWorkspace} from '../../src/workspace/open.js'
import {npmFonts} from './pdf.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The real host, with the fonts that come through npm only. */
export const sampleHost: Host = {...createHost({workspace: root}), fonts: npmFonts()}

export interface Sample {
  /** The issue's file. */
  readonly file: string
  readonly tree: IssueTree
  readonly setting: Setting
}

export async function readSamples(): Promise<Sample[]> {
  const fonts = await sampleHost.fonts.resolve()
  const workspace = await openWorkspace(sampleHost)
  const samples: Sample[] = []
  for (const {files, file} of allIssues(workspace)) {
    const {desk} = await openDesk(workspace, files)
    if (!desk) throw new Error(`${files.id} has errors`)
    const {parts} = await gatherIssue(workspace, desk, file)
    if (!parts) throw new Error(`${file} has errors`)
    const aggregate = aggregateIssue(parts.issue, parts.bulletin, parts.submissions, parts.registry)
    const {value} = composeIssue(aggregate, parts.wording, desk.template.mainFile)
    if (!value) throw new Error(`${file} cannot be composed`)
    samples.push({file, tree: value, setting: {sheet: parts.sheet, pictures: parts.pictures, fonts}})
  }
  return samples
}
