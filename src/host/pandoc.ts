/**
 * Pandoc at the edges: a `pandoc` on PATH for plain text, the WebAssembly build from npm for everything that carries
 * pictures, styles or templates with it.
 *
 * The second is a true sandbox and pinned: the same bytes on every machine. A pandoc on PATH is neither: 2.17 reads any
 * file of the disk for `--self-contained`, in spite of `--sandbox`, and Debian's cannot write odt or epub with it.
 */

import type {Pandoc} from '../model/host.js'
import {createRequest} from './pandoc-request.js'
import {type Converter, findSystemPandoc} from './pandoc-system.js'
import {createWasmPandoc} from './pandoc-wasm.js'

export interface PandocOptions {
  /** `npm` passes over a pandoc on PATH. */
  readonly engine?: 'auto' | 'npm'
  /** How long one conversion may take. */
  readonly timeoutMs?: number
  /** The worker's script; beside this module by default. */
  readonly workerFile?: string
}

export function createPandoc({engine = 'auto', timeoutMs = 60_000, workerFile}: PandocOptions = {}): Pandoc {
  const wasm = createWasmPandoc(timeoutMs, workerFile)
  let system: Promise<Converter | null> | null = engine === 'npm' ? Promise.resolve(null) : null

  return {
    async convert(input) {
      const request = createRequest(input)
      if (request.binary || request.embed) {
        return wasm(request)
      }
      system ??= findSystemPandoc(timeoutMs)
      return ((await system) ?? wasm)(request)
    }
  }
}
