/**
 * `npm run bench`: how fast the program is and how much memory it takes, on this machine, now.
 *
 * It prints what was measured beside what is aimed at, and ends well either way: a figure that moves is for people to judge.
 */

import {availableParallelism, cpus, loadavg} from 'node:os'
import {benchCheck} from './checking.js'
import {benchCold} from './cold.js'
import {benchGrowth} from './growth.js'
import {runProgram} from './process.js'
import {benchWarm} from './warm.js'

const say = (text: string) => {
  process.stdout.write(text)
}

say(`jianbao bench
   Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}
   load at the start ${loadavg()
     .map((load) => load.toFixed(1))
     .join(' ')}; ${await versionOf('pandoc')}; ${await versionOf('soffice')}\n\n`)
await benchCold(say)
await benchWarm(say)
await benchCheck(say)
await benchGrowth(say)

async function versionOf(program: string): Promise<string> {
  const run = await runProgram(program, ['--version'])
  return run?.stdout.split('\n')[0]?.trim() ?? `${program} not installed`
}
