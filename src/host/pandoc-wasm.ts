/** The pandoc that comes through npm, in a child process of Node: loading it takes a second, so one process serves many. */

import {existsSync} from 'node:fs'
import {createInterface} from 'node:readline'
import type {Readable, Writable} from 'node:stream'
import {fileURLToPath} from 'node:url'
import {execa} from 'execa'
import {HostError} from '../model/host.js'
import {type PandocAnswer, type PandocRequest, pandocError} from './pandoc-request.js'
import {type Converter, tookTooLong} from './pandoc-system.js'

interface Worker {
  /** Resolves to the next line of its output, or to null when it ends. */
  ask(line: string): Promise<string | null>
  stop(): void
  /** Whether it keeps the program from ending. */
  hold(held: boolean): void
}

/** An idle worker holds 300 MB. */
const idleMs = 30_000

/**
 * @param workerFile - `pandoc-wasm-worker.js`, which the bundler makes; looked for when it is first needed.
 */
export function createWasmPandoc(timeoutMs: number, workerFile?: string): Converter {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const stop = () => {
    clearTimeout(idle)
    worker?.stop()
    worker = null
  }

  const convert = async (request: PandocRequest) => {
    clearTimeout(idle)
    worker ??= startWorker(workerFile ?? findWorker())
    worker.hold(true)
    const answer = await within(timeoutMs, worker.ask(JSON.stringify(request)))
    if (answer === 'late' || answer === null) {
      stop()
      throw answer === null ? pandocError(request.to, '转换程序意外退出') : tookTooLong(request.to, timeoutMs)
    }
    worker.hold(false)
    idle = setTimeout(stop, idleMs).unref()
    return readAnswer(request, answer)
  }

  // One at a time: the worker has one thread.
  return (request) => {
    const result = turn.then(() => convert(request))
    turn = result.catch(() => undefined)
    return result
  }
}

/** Beside this module or its chunk; where this runs from source, what was bundled last. */
function findWorker(): string {
  const places = ['./', '../', '../../dist/'].map(
    (folder) => new URL(`${folder}pandoc-wasm-worker.js`, import.meta.url)
  )
  const found = places.map((place) => fileURLToPath(place)).find((file) => existsSync(file))
  if (found === undefined) {
    throw new HostError('缺少 pandoc-wasm-worker.js，不能转换格式。请重新运行 npm ci。')
  }
  return found
}

function readAnswer(request: PandocRequest, line: string): Uint8Array {
  const {base64, error}: PandocAnswer = JSON.parse(line)
  if (error !== '') {
    throw pandocError(request.to, error)
  }
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

async function within<Value>(timeoutMs: number, work: Promise<Value>): Promise<Value | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, 'late')
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function startWorker(workerFile: string): Worker {
  const child = execa(process.execPath, [workerFile], {
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'ignore',
    buffer: false,
    reject: false
  })
  const lines = createInterface({input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY})
  let waiting: ((line: string | null) => void) | null = null
  const settle = (line: string | null) => {
    waiting?.(line)
    waiting = null
  }
  lines.on('line', settle)
  child.on('exit', () => settle(null))
  child.on('error', () => settle(null))
  // A worker that has gone is noticed by its exit.
  child.stdin.on('error', () => undefined)

  return {
    ask(line) {
      return new Promise((resolve) => {
        waiting = resolve
        child.stdin.write(`${line}\n`)
      })
    },
    stop() {
      child.kill('SIGKILL')
    },
    hold(held) {
      if (held) {
        child.ref()
      } else {
        child.unref()
      }
      holdStream(child.stdin, held)
      holdStream(child.stdout, held)
    }
  }
}

/** Pipes of a child process are sockets, which can be let go of; the types do not say so. */
function holdStream(stream: Readable | Writable, held: boolean): void {
  const name = held ? 'ref' : 'unref'
  if (name in stream) {
    const change: unknown = Reflect.get(stream, name)
    if (typeof change === 'function') {
      change.call(stream)
    }
  }
}
