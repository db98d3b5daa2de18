/** The stages of one issue in this process, and trees with other words, which were never set before. */

import {aggregateIssue} from '../../src/aggregate/issue.js'
import {composeIssue} from '../../src/compose/issue.js'
import {createHost} from '../../src/host/node.js'
import type {Format} from '../../src/model/artifact.js'
import type {IssueTree} from '../../src/model/tree.js'
import {type Rendered, renderIssue} from '../../src/render/issue.js'
import {gatherIssue, openDesk} from '../../src/workspace/desk.js'
import {findIssues} from '../../src/workspace/names.js'
import {openWorkspace} from '../../src/workspace/open.js'

export async function openStages(folder: string, name: string) {
  const host = createHost({workspace: folder})
  const workspace = await openWorkspace(host)
  const [found] = await findIssues(workspace, [name])
  const {desk} = found ? await openDesk(workspace, found.files) : {desk: null}
  if (!found || !desk) throw new Error(`${name} cannot be opened`)
  const {parts} = await gatherIssue(workspace, desk, found.file)
  if (!parts) throw new Error(`${name} has errors`)
  const fonts = await host.fonts.resolve()
  const aggregate = aggregateIssue(parts.issue, parts.bulletin, parts.submissions, parts.registry)
  return {
    gather: () => gatherIssue(workspace, desk, found.file),
    compose: () => {
      const composed = composeIssue(aggregate, parts.wording, desk.template.mainFile)
      if (!composed.value) throw new Error(`${name} cannot be composed`)
      return composed.value
    },
    render: (tree: IssueTree, ...formats: readonly Format[]): Promise<Rendered> =>
      renderIssue(tree, {sheet: parts.sheet, pictures: parts.pictures, fonts}, formats, host)
  }
}

/** Which texts change, by their place among all texts of the tree. */
export type Wanted = (index: number) => boolean
export const everyText: Wanted = () => true
export const oneText: Wanted = (index) => index === 40

/** The tree with other words, so that nothing that was set before serves again. */
export function reworded(tree: IssueTree, round: number, wanted: Wanted): IssueTree {
  const ending = Array.from(String(round), (digit) => '零一二三四五六七八九'[Number(digit)]).join('')
  let index = 0
  const children = JSON.parse(JSON.stringify(tree.children), (key, value: unknown) => {
    if (key !== 'value' || typeof value !== 'string') return value
    return wanted(index++) ? `${value.slice(0, 1)}${ending}${value.slice(1)}` : value
  }) as IssueTree['children']
  return {...tree, children}
}
