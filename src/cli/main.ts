#!/usr/bin/env node
/** Entry of the program `jianbao`: the only place that sees the process. */

import {askOn} from './ask.js'
import {run} from './program.js'

const answers = process.stdin.isTTY === true && process.stderr.isTTY === true

// Whoever reads may have seen enough (`| head`): that is no fault of this program.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY === true,
  colors: process.stderr.isTTY === true && process.env.NO_COLOR === undefined,
  ...(answers ? {ask: askOn(process.stdin, process.stderr)} : {})
})
