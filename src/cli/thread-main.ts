/** Entry of a thread: does one task of the pipeline with a host of its own, and answers. */

import {parentPort, workerData} from 'node:worker_threads'
import {createHost, type HostOptions} from '../host/node.js'
import type {ThreadAnswer, ThreadJob} from '../host/threads.js'
import {HostError, type Threads} from '../model/host.js'
import {runTask} from '../pipeline.js'

const {options, task} = workerData as ThreadJob<HostOptions>
// A thread starts none of its own.
const threads: Threads = {count: 1, run: () => Promise.reject(new RangeError('a thread was asked for threads'))}

parentPort?.postMessage(await answer())

async function answer(): Promise<ThreadAnswer> {
  try {
    return {result: await runTask({...createHost(options), threads}, task)}
  } catch (error) {
    if (error instanceof HostError) return {hostError: error.message}
    throw error
  }
}
