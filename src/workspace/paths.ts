/** Paths as they are named on the command line. */

import type {Host} from '../model/host.js'
import {WrongUse} from '../model/wrong-use.js'
import type {FileFilter} from './judge.js'

/**
 * Make a filter of paths.
 *
 * @param paths - files or folders, relative to the workspace; none lets every file through.
 * @throws {WrongUse} naming all paths where there is nothing.
 */
export async function pathFilter(host: Host, paths: readonly string[]): Promise<FileFilter> {
  const wanted = paths.map((path) => path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, ''))
  const missing: string[] = []
  for (const path of wanted) {
    if (path !== '' && path !== '.' && !(await host.files.stat(path))) missing.push(`“${path}”不存在。`)
  }
  if (missing.length > 0) throw new WrongUse(missing.join('\n'))
  if (wanted.length === 0 || wanted.includes('') || wanted.includes('.')) return () => true
  return (file) => wanted.some((path) => file === path || file.startsWith(`${path}/`))
}
