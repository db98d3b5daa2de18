/** Copies of the repository's own workspace, to be built and broken. */

import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {createHost} from '../src/host/node.js'
import type {Host} from '../src/model/host.js'
import {npmFonts} from './render/pdf.js'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Copy {
  readonly folder: string
  /** The real host, with the fonts that come through npm only. */
  readonly host: Host
  read(path: string): Promise<Buffer>
  text(path: string): Promise<string>
  write(path: string, text: string): Promise<void>
  /** Replace a piece of a file, which must be there. */
  edit(path: string, from: string, to: string): Promise<void>
  remove(): Promise<void>
}

export async function copyWorkspace(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-test-'))
  for (const part of ['content', 'templates']) await cp(join(root, part), join(folder, part), {recursive: true})
  const read = (path: string) => readFile(join(folder, path))
  const text = async (path: string) => (await read(path)).toString('utf8')
  const write = (path: string, words: string) => writeFile(join(folder, path), words)
  return {
    folder,
    host: {...createHost({workspace: folder}), fonts: npmFonts()},
    read,
    text,
    write,
    async edit(path, from, to) {
      const before = await text(path)
      if (!before.includes(from)) throw new Error(`${path} has no ${from}`)
      await write(path, before.replace(from, to))
    },
    remove: () => rm(folder, {recursive: true, force: true})
  }
}
