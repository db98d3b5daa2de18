/** The machine that the program runs on. What is heavy is loaded when it is first used. */

import {performance} from 'node:perf_hooks'
import type {Clock, Host, Pandoc} from '../model/host.js'
import {createFiles} from './files.js'
import {createFonts} from './fonts.js'
import {createThreads} from './threads.js'
import {createTypesetter} from './typst.js'

export interface HostOptions {
  /** The workspace's folder; absolute, or relative to the current folder. */
  readonly workspace: string
  /** Refuse fonts that stand in for others. */
  readonly strictFonts?: boolean
  /** Where downloaded fonts lie; the platform's cache folder by default. */
  readonly cacheDir?: string
}

export function createHost(options: HostOptions): Host {
  const {workspace, strictFonts = false, cacheDir} = options
  return {
    files: createFiles(workspace),
    fonts: createFonts({workspace, strict: strictFonts, ...(cacheDir === undefined ? {} : {cacheFolder: cacheDir})}),
    typesetter: createTypesetter(),
    pandoc: createLazyPandoc(),
    clock: createClock(),
    threads: createThreads(options)
  }
}

function createLazyPandoc(): Pandoc {
  let pandoc: Promise<Pandoc> | null = null

  return {
    async convert(input) {
      pandoc ??= import('./pandoc.js').then(({createPandoc}) => createPandoc())
      return (await pandoc).convert(input)
    }
  }
}

function createClock(): Clock {
  return {
    today() {
      const now = new Date()
      return {year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate()}
    },
    now: () => performance.now()
  }
}
