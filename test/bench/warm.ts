/** The stages of one issue, one by one, in a process that has done it before. */

import {performance} from 'node:perf_hooks'
import {aggregateIssue} from '../../src/aggregate/issue.js'
import {composeIssue} from '../../src/compose/issue.js'
import {createHost} from '../../src/host/node.js'
import type {Format} from '../../src/model/artifact.js'
import type {IssueTree} from '../../src/model/tree.js'
import {renderIssue} from '../../src/render/issue.js'
import {gatherIssue, openDesk} from '../../src/workspace/desk.js'
import {findIssues} from '../../src/workspace/names.js'
import {openWorkspace} from '../../src/workspace/open.js'
import {atMost, formatTable, milliseconds, spreadOf} from './table.js'
import {makeWorkspace, writeIssueToBuild} from './workspace.js'

const warmUps = 20
const rounds = 40

export async function benchWarm(say: (text: string) => void): Promise<void> {
  const {folder, remove} = await makeWorkspace()
  try {
    const {name} = await writeIssueToBuild(folder)
    const {gather, compose, render} = await openStages(folder, name)
    const tree = compose()
    const newWords = Array.from({length: warmUps + rounds}, (_, round) => reworded(tree, round, everyText))
    const oneNewWord = Array.from({length: warmUps + rounds}, (_, round) => reworded(tree, round, oneText))
    say(`2. The same issue in process, warm (median of ${rounds} after ${warmUps} rounds)\n\n`)
    const rows = [
      await row('read + check', () => gather()),
      await row('compose', () => compose()),
      await row('DOCX, every paragraph new', (round) => render(newWords[round] ?? tree, 'docx'), 20),
      await row('PDF, every paragraph new', (round) => render(newWords[round] ?? tree, 'pdf'), 60),
      await row('PDF, one paragraph new', (round) => render(oneNewWord[round] ?? tree, 'pdf')),
      await row('PDF, the same text again', () => render(tree, 'pdf'))
    ]
    say(formatTable(['', 'min', 'median', 'max', 'aim', ''], rows))
    say('\n')
  } finally {
    await remove()
  }
}

async function openStages(folder: string, name: string) {
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
    render: (tree: IssueTree, format: Format) =>
      renderIssue(tree, {sheet: parts.sheet, pictures: parts.pictures, fonts}, [format], host)
  }
}

async function row(name: string, work: (round: number) => unknown, aimMs?: number): Promise<string[]> {
  const times: number[] = []
  for (let round = 0; round < warmUps + rounds; round++) {
    const start = performance.now()
    await work(round)
    if (round >= warmUps) times.push(performance.now() - start)
  }
  const {min, median, max} = spreadOf(times)
  const aim = aimMs === undefined ? [] : atMost(median, aimMs, milliseconds(aimMs))
  return [name, milliseconds(min), milliseconds(median), milliseconds(max), ...aim]
}

/** Which texts change, by their place among all texts of the tree. */
type Wanted = (index: number) => boolean
const everyText: Wanted = () => true
const oneText: Wanted = (index) => index === 40

/** The tree with other words, so that nothing that was set before serves again. */
function reworded(tree: IssueTree, round: number, wanted: Wanted): IssueTree {
  const ending = Array.from(String(round), (digit) => '零一二三四五六七八九'[Number(digit)]).join('')
  let index = 0
  const children = JSON.parse(JSON.stringify(tree.children), (key, value: unknown) => {
    if (key !== 'value' || typeof value !== 'string') return value
    return wanted(index++) ? `${value.slice(0, 1)}${ending}${value.slice(1)}` : value
  }) as IssueTree['children']
  return {...tree, children}
}
