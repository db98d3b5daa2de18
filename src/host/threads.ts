/**
 * Other threads of this process, for work on many files.
 *
 * Plain `node:worker_threads` and no pool: every task gets a thread that starts at once, even while this thread is busy
 * with its own part and never returns to its event loop.
 */

import {existsSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import {HostError, type Threads, type ThreadTask} from '../model/host.js'

/** What a thread is told: the task, and how to make its own host. */
export interface ThreadJob<Options> {
  readonly options: Options
  readonly task: ThreadTask
}

/** What a thread answers; errors of the machine cross as their messages. */
export type ThreadAnswer = {readonly result: unknown} | {readonly hostError: string}

/** The bundle has the threads' entry beside it; the sources run in one thread. */
const entry = new URL('./thread.js', import.meta.url)

export function createThreads<Options>(options: Options): Threads {
  return {
    count: existsSync(fileURLToPath(entry)) ? availableParallelism() : 1,
    run: (task) => start({options, task})
  }
}

function start<Options>(job: ThreadJob<Options>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, {workerData: job})
    worker.once('message', (answer: ThreadAnswer) => {
      if ('result' in answer) resolve(answer.result)
      else reject(new HostError(answer.hostError))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new HostError(`并行处理的线程意外退出（${code}）。请重试，或加 --jobs 1。`)))
  })
}
