/** The stages of one issue, one by one, in a process that has done it before. */

import {performance} from 'node:perf_hooks'
import {everyText, oneText, openStages, reworded} from './stages.js'
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
