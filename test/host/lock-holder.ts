/** A child process of files.test.ts: adds to a number under a lock, or takes the lock and keeps it. */

import {setTimeout} from 'node:timers/promises'
import {createFiles} from '../../src/host/files.js'

const [workspace = '', work = '', times = '0'] = process.argv.slice(2)
const files = createFiles(workspace, {staleMs: 2000})

for (let time = 0; time < Number(times); time++) {
  await files.withLock('count', async () => {
    const count = Number(new TextDecoder().decode(await files.read('count')))
    await setTimeout(5)
    await files.writeAll([{path: 'count', bytes: new TextEncoder().encode(`${count + 1}`)}])
  })
}

if (work === 'hold') {
  await files.withLock('count', async () => {
    process.stdout.write('held\n')
    await setTimeout(60_000)
  })
}
