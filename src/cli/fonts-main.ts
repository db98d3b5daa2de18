/** `npm run fonts [-- --workspace DIR]`: says which fonts serve, fetches Fandol where it helps; never fails. */

import {parseArgs} from 'node:util'
import {installFonts} from '../host/font-install.js'

const say = (line: string) => {
  process.stdout.write(`${line}\n`)
}

// `npm run fonts | head` is no failure.
process.stdout.on('error', () => undefined)

try {
  const {values} = parseArgs({options: {workspace: {type: 'string', default: process.cwd()}}})
  await installFonts({workspace: values.workspace, say})
} catch (error) {
  say(`字体没有检查完：${error instanceof Error ? error.message : String(error)}`)
}
