/** Paths as they are named on the command line. */

import type {Host} from '../model/host.js'
import {WrongUse} from '../model/wrong-use.js'
import {layoutOf, metricsFile, unitsFile} from '../read/layout.js'
import type {FileFilter} from './judge.js'

/**
 * Make a filter of paths.
 *
 * @param paths - files or folders, absolute or relative to the workspace; none lets every file through.
 * @throws {WrongUse} where there is no workspace, or naming all paths where there is nothing to look into: silence
 *   would be taken for praise.
 */
export async function pathFilter(host: Host, paths: readonly string[]): Promise<FileFilter> {
  await requireWorkspace(host)
  const root = withSlashes(host.files.absolute('.'))
  const wanted = paths.map((path) => relativeTo(root, withSlashes(path)))
  const problems: string[] = []
  for (const path of wanted) {
    const problem = await problemOf(host, path)
    if (problem !== null) problems.push(`“${path}”${problem}`)
  }
  if (problems.length > 0) throw new WrongUse(problems.join('\n'))
  if (wanted.length === 0 || wanted.includes('')) return () => true
  return (file) => wanted.some((path) => file === path || file.startsWith(`${path}/`))
}

/**
 * Make sure that there is something to work on.
 *
 * @throws {WrongUse} in a folder without content.
 */
export async function requireWorkspace(host: Host): Promise<void> {
  if (await host.files.stat('content')) return
  const folder = host.files.absolute('.')
  throw new WrongUse(`${folder} 中没有 content 文件夹，不是工作区。请进入工作区再运行，或用 --workspace 写明目录。`)
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '')
}

/** A file that is dragged into a terminal comes with its whole path. */
function relativeTo(root: string, path: string): string {
  const inside = path === root ? '' : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path
  return inside.replace(/^(?:\.\/)+/, '').replace(/^\.$/, '')
}

async function problemOf(host: Host, path: string): Promise<string | null> {
  if (path === '') return null
  const stat = await host.files.stat(path)
  if (!stat) return '不存在。'
  if (stat.target === null) return '不在工作区内，没有检查。'
  const judged = stat.kind === 'directory' ? /^(?:content|templates)(?:\/|$)/.test(path) : isJudged(path)
  if (judged) return null
  return '不是要检查的文件。来稿应是 content/刊物/submissions/年份/ 下的 .md 文件。'
}

function isJudged(path: string): boolean {
  if (path === unitsFile || path === metricsFile || path.startsWith('templates/')) return true
  return layoutOf([path]).bulletins.length > 0
}
