/** Whole processes, measured from outside. */

import {type ChildProcess, spawn} from 'node:child_process'
import {performance} from 'node:perf_hooks'
import type {Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'

/** The repository, seen from the bundled benchmark in `dist/bench/`. */
const repository = new URL('../../', import.meta.url)
export const inRepository = (path: string) => fileURLToPath(new URL(path, repository))

export interface Run {
  readonly wallMs: number
  readonly exitCode: number
  readonly stdout: string
}

/** A run of our own program, which also says what it used. */
export interface MeasuredRun extends Run {
  /** User and system time of all its threads. */
  readonly cpuMs: number
  /** The largest resident set. */
  readonly peakMb: number
}

/**
 * Run a program to its end.
 *
 * @returns null where there is no such program.
 */
export async function runProgram(command: string, args: readonly string[]): Promise<Run | null> {
  const start = performance.now()
  const child = spawn(command, [...args], {stdio: ['ignore', 'pipe', 'ignore']})
  const [stdout, exitCode] = await Promise.all([textOf(child.stdout), ended(child)])
  return exitCode === null ? null : {wallMs: performance.now() - start, exitCode, stdout}
}

/** Run the bundled `jianbao` as its users do. */
export async function runJianbao(args: readonly string[]): Promise<MeasuredRun> {
  const start = performance.now()
  const child = spawn(
    process.execPath,
    ['--require', inRepository('test/bench/usage.cjs'), inRepository('dist/jianbao.js'), ...args],
    {stdio: ['ignore', 'pipe', 'pipe', 'pipe']}
  )
  const [stdout, stderr, report, exitCode] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    textOf(child.stdio[3] as Readable),
    ended(child)
  ])
  const wallMs = performance.now() - start
  if (exitCode !== 0) throw new Error(`jianbao ${args.join(' ')} ended with ${exitCode}:\n${stdout}${stderr}`)
  const {cpuMs, peakMb}: {cpuMs: number; peakMb: number} = JSON.parse(report)
  return {wallMs, cpuMs, peakMb, exitCode, stdout}
}

/** The exit code, or null where the program could not be started. */
function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

async function textOf(stream: Readable | null): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream ?? []) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
