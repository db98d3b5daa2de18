/** A module as child processes can run it: Node 20 reads no TypeScript. */

import {rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'rolldown'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * @param source - path from the repository's root.
 * @returns the bundle's file, where packages are found as from the repository.
 */
export async function bundle(source: string, name: string): Promise<string> {
  const file = join(root, 'node_modules', '.cache', 'jianbao-test', `${name}-${process.pid}`, `${name}.js`)
  await build({
    input: join(root, source),
    platform: 'node',
    external: /^[^./]/,
    output: {file, format: 'esm'},
    logLevel: 'warn'
  })
  return file
}

export async function removeBundle(file: string): Promise<void> {
  await rm(dirname(file), {recursive: true, force: true})
}
