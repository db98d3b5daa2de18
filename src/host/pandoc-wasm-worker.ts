/**
 * A process that converts with pandoc's WebAssembly build: a request a line on standard input, an answer a line on
 * standard output. The build sees a file system of its own that holds what the request brings, and no network.
 */

import {createHash} from 'node:crypto'
import {createInterface} from 'node:readline'
import {lostResource, type PandocAnswer, type PandocRequest} from './pandoc-request.js'

const output = 'output'
const RealDate = Date
let epochSeconds = 0
let draws = 0

pinClockAndChance()
// Standard output is for answers.
console.log = console.error
await serve()

/** Pandoc stamps the time and draws names at random; both are pinned, so that its output follows from the request. */
function pinClockAndChance(): void {
  class PinnedDate extends RealDate {
    constructor() {
      super(epochSeconds * 1000)
    }
  }
  Object.defineProperty(globalThis, 'Date', {value: PinnedDate})
  Object.defineProperty(globalThis.crypto, 'getRandomValues', {
    value: (bytes: Uint8Array) => {
      for (let at = 0; at < bytes.length; at += 32) {
        bytes.set(
          createHash('sha256')
            .update(`${draws++}`)
            .digest()
            .subarray(0, bytes.length - at),
          at
        )
      }
      return bytes
    }
  })
}

async function serve(): Promise<void> {
  for await (const line of createInterface({input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY})) {
    const answer = await answerTo(line)
    process.stdout.write(`${JSON.stringify(answer)}\n`)
  }
}

async function answerTo(line: string): Promise<PandocAnswer> {
  try {
    const request: PandocRequest = JSON.parse(line)
    epochSeconds = request.epochSeconds
    draws = 0
    return await convert(request)
  } catch (error) {
    return {base64: '', error: String(error)}
  }
}

async function convert(request: PandocRequest): Promise<PandocAnswer> {
  const pandoc = await import('pandoc-wasm')
  const options = {
    from: request.from,
    to: request.to,
    standalone: request.standalone,
    'embed-resources': request.embed,
    filters: ['filter.lua'],
    metadata: request.metadata,
    ...(request.binary ? {'output-file': output} : {})
  }
  const {stdout, stderr, warnings, files} = await pandoc.convert(options, request.text, filesOf(request))
  const lost = warnings.map(({pretty}) => pretty).filter((warning) => lostResource.test(warning))
  const error = [stderr, ...lost].join('\n').trim()
  const bytes = request.binary ? await bytesOf(files[output]) : Buffer.from(stdout)
  return {base64: bytes.toString('base64'), error: error || (request.binary && bytes.length === 0 ? 'no output' : '')}
}

function filesOf(request: PandocRequest): Record<string, string | Blob> {
  const resources = request.resources.map(({name, base64}) => [name, new Blob([Buffer.from(base64, 'base64')])])
  return {...Object.fromEntries(resources), 'filter.lua': request.filter}
}

async function bytesOf(file: string | Blob | undefined): Promise<Buffer> {
  return file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.from(file ?? '')
}
