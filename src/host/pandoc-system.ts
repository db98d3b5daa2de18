/** A pandoc that is installed on the machine, in its sandbox; for conversions that fetch nothing (see pandoc.ts). */

import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {execa} from 'execa'
import {HostError} from '../model/host.js'
import {toHostError} from './errors.js'
import {lostResource, type PandocRequest, pandocError} from './pandoc-request.js'

export type Converter = (request: PandocRequest) => Promise<Uint8Array>

/** Major and minor: the first with `--sandbox`. */
const firstWithSandbox = [2, 15]

/**
 * @returns null where there is none, or one too old for the sandbox.
 */
export async function findSystemPandoc(timeoutMs: number): Promise<Converter | null> {
  const {stdout, failed} = await execa('pandoc', ['--version'], {reject: false, timeout: 10_000})
  const match = failed ? null : /^pandoc(?:\.exe)? (\d+)\.(\d+)/.exec(stdout)
  const version = [Number(match?.[1]), Number(match?.[2])]
  if (match === null || !isAtLeast(version, firstWithSandbox)) {
    return null
  }
  return (request) => inTemporaryFolder((folder) => run(request, folder, timeoutMs))
}

function isAtLeast([major = 0, minor = 0]: readonly number[], [wantedMajor = 0, wantedMinor = 0]: readonly number[]) {
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}

async function run(request: PandocRequest, folder: string, timeoutMs: number): Promise<Uint8Array> {
  for (const {name, base64} of request.resources) {
    await writeFile(join(folder, name), Buffer.from(base64, 'base64'))
  }
  await writeFile(join(folder, 'filter.lua'), request.filter)
  const options = [
    '--sandbox',
    // An empty one: the user's own templates must not show.
    '--data-dir=.',
    `--from=${request.from}`,
    `--to=${request.to}`,
    '--lua-filter=filter.lua',
    ...(request.standalone ? ['--standalone'] : []),
    ...Object.entries(request.metadata).map(([key, value]) => `--metadata=${key}:${value}`)
  ]
  const {stdout, stderr, failed, timedOut} = await execa('pandoc', options, {
    cwd: folder,
    input: request.text,
    encoding: 'buffer',
    env: {SOURCE_DATE_EPOCH: String(request.epochSeconds), LC_ALL: 'C.UTF-8'},
    timeout: timeoutMs,
    forceKillAfterDelay: 1000,
    stripFinalNewline: false,
    reject: false
  })
  if (timedOut) {
    throw tookTooLong(request.to, timeoutMs)
  }
  const complaint = new TextDecoder().decode(stderr)
  if (failed || lostResource.test(complaint)) {
    throw pandocError(request.to, complaint)
  }
  return stdout
}

export function tookTooLong(to: string, timeoutMs: number): HostError {
  const seconds = Math.ceil(timeoutMs / 1000)
  return new HostError(`转换成 ${to} 超过${seconds}秒，已停止。请检查稿件是否过大，或稍后重试。`)
}

async function inTemporaryFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-pandoc-')).catch((error: unknown) => {
    throw toHostError(error, '建立临时文件夹')
  })
  try {
    return await work(folder)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
