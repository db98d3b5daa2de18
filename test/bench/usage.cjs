/** Preloaded into a measured process: at its end it reports the resources it used through file descriptor 3. */

const {writeSync} = require('node:fs')
const {isMainThread} = require('node:worker_threads')

// Threads preload this too; the process reports once, for all of them.
if (isMainThread) {
  process.on('exit', () => {
    const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage()
    writeSync(3, JSON.stringify({cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024}))
  })
}
