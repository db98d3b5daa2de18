/** `check` over many submissions. */

import {performance} from 'node:perf_hooks'
import {createHost} from '../../src/host/node.js'
import type {Host} from '../../src/model/host.js'
import {checkWorkspace} from '../../src/pipeline.js'
import {type MeasuredRun, runJianbao} from './process.js'
import {atLeast, atMost, formatTable, medianOf, megabytes, milliseconds, seconds, spreadOf} from './table.js'
import {fillWorkspace, makeWorkspace, mistakeEvery} from './workspace.js'

const sizes = [500, 1000, 2000, 4000]
const measuredSize = 2000
const runs = 5

interface Measured {
  readonly size: number
  readonly whole: readonly MeasuredRun[]
  /** Milliseconds in process, by number of threads. */
  /** In this thread, warm; none but for the size that is aimed at. */
  readonly inProcess: readonly number[]
  readonly findings: number
}

export async function benchCheck(say: (text: string) => void): Promise<void> {
  const {folder, remove} = await makeWorkspace()
  try {
    const measured: Measured[] = []
    let characters = 0
    let filled = 0
    for (const size of sizes) {
      const mean = await fillWorkspace(folder, filled, size)
      characters += mean * (size - filled)
      filled = size
      measured.push(await measure(folder, size))
    }
    say(`3. check, submissions of ${Math.round(characters / filled)} Chinese characters on average (600 to 1,500), an issue for every 20
   ${runs} runs each; every ${mistakeEvery}th submission has a mistake, so that what is found can be counted\n\n`)
    say(formatTable(['', 'min', 'median', 'max', 'submissions/s', 'aim', ''], rateRows(measured)))
    say('\n   Growth, whole process, medians\n\n')
    say(
      formatTable(['submissions', 'wall', 'ms each', 'ms each more', 'peak', 'found', 'planted'], growthRows(measured))
    )
    say('\n')
  } finally {
    await remove()
  }
}

async function measure(folder: string, size: number): Promise<Measured> {
  const whole: MeasuredRun[] = []
  for (let run = 0; run < runs; run++) whole.push(await runJianbao(['check', '--json', '--workspace', folder]))
  const findings: unknown[] = JSON.parse(whole[0]?.stdout ?? '[]')
  const inProcess = size === measuredSize ? await timeInProcess(createHost({workspace: folder})) : []
  return {size, whole, inProcess, findings: findings.length}
}

/** The first round warms up. */
async function timeInProcess(host: Host): Promise<readonly number[]> {
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const start = performance.now()
    await checkWorkspace(host, [])
    if (run > 0) times.push(performance.now() - start)
  }
  return times
}

function rateRows(measured: readonly Measured[]): string[][] {
  const at = measured.find(({size}) => size === measuredSize)
  if (!at) return []
  const wall = at.whole.map(({wallMs}) => wallMs)
  const peak = Math.max(...at.whole.map(({peakMb}) => peakMb))
  const rate = (ms: readonly number[]) => (measuredSize / medianOf(ms)) * 1000
  const whole = rate(wall)
  return [
    [`${measuredSize}, whole process`, ...spreadCells(wall), whole.toFixed(0), ...atLeast(whole, 1500, '1500')],
    ['  user+sys', ...spreadCells(at.whole.map(({cpuMs}) => cpuMs))],
    ['  peak memory', '', '', megabytes(peak), '', ...atMost(peak, 400, '400 MB')],
    [`${measuredSize}, in process, warm`, ...spreadCells(at.inProcess), rate(at.inProcess).toFixed(0)]
  ]
}

function spreadCells(values: readonly number[]): string[] {
  const {min, median, max} = spreadOf(values)
  return [seconds(min), seconds(median), seconds(max)]
}

/** `ms each more`: what each submission beyond the size before costs; it stays the same where growth is linear. */
function growthRows(measured: readonly Measured[]): string[][] {
  const walls = measured.map(({whole}) => medianOf(whole.map(({wallMs}) => wallMs)))
  return measured.map(({size, whole, findings}, index) => {
    const wall = walls[index] ?? Number.NaN
    const before = measured[index - 1]
    const more = before ? milliseconds((wall - (walls[index - 1] ?? 0)) / (size - before.size)).replace(' ms', '') : ''
    const peak = megabytes(Math.max(...whole.map(({peakMb}) => peakMb)))
    return [
      String(size),
      seconds(wall),
      (wall / size).toFixed(2),
      more,
      peak,
      String(findings),
      String(size / mistakeEvery)
    ]
  })
}
