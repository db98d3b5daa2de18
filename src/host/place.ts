/** Where a path of the workspace leads, so that nothing outside is touched. */

import {realpathSync} from 'node:fs'
import {dirname, isAbsolute, join, relative, resolve, sep, win32} from 'node:path'
import {HostError} from '../model/host.js'
import {errorCode, toHostError} from './errors.js'

export type Found =
  | {
      readonly kind: 'there'
      readonly target: string
      /** The same, relative to the workspace, with `/`. */
      readonly path: string
    }
  | {readonly kind: 'nothing' | 'outside'}

export interface Places {
  /** The path as the user would open it. */
  absolute(path: string): string
  /** What a path leads to, links followed. */
  find(path: string): Promise<Found>
  /**
   * The path with its links followed, or null where there is nothing.
   *
   * @throws {HostError} where it leads out of the workspace.
   */
  existing(path: string): Promise<string | null>
  /**
   * Where a file of this path may be written; links among its folders are followed, a link in its own place is not.
   *
   * @throws {HostError} where it would lie outside.
   */
  writable(path: string): Promise<string>
}

/**
 * @param workspace - absolute, or relative to the current folder; need not exist yet.
 */
export function createPlaces(workspace: string): Places {
  const root = resolve(workspace)
  const absolute = (path: string) => join(root, path)

  const find = async (path: string): Promise<Found> => {
    if (!staysInside(path)) {
      return {kind: 'outside'}
    }
    const target = follow(absolute(path), path)
    if (target === null) {
      return {kind: 'nothing'}
    }
    const realRoot = follow(root, '.')
    if (realRoot === null || !isWithin(realRoot, target)) {
      return {kind: 'outside'}
    }
    return {kind: 'there', target, path: relative(realRoot, target).replaceAll(sep, '/')}
  }

  const existing = async (path: string) => {
    const found = await find(path)
    if (found.kind === 'outside') {
      throw outside(path)
    }
    return found.kind === 'there' ? found.target : null
  }

  const writable = async (path: string) => {
    if (!staysInside(path)) {
      throw outside(path)
    }
    // The nearest folder that is there decides: what is made below it cannot be a link.
    const target = absolute(path)
    for (let folder = dirname(target); isWithin(root, folder); folder = dirname(folder)) {
      const real = follow(folder, path)
      if (real !== null) {
        if (!isWithin(follow(root, '.'), real)) {
          throw outside(path)
        }
        return join(real, relative(folder, target))
      }
    }
    return target
  }

  return {absolute, find, existing, writable}
}

/** The error for a path that leads out. */
function outside(path: string): HostError {
  return new HostError(`路径“${path}”指向工作区之外，不能使用。请把文件放进工作区，再用相对路径引用。`)
}

/** Whether a path, as it is written, stays in the workspace. */
function staysInside(path: string): boolean {
  if (path.includes('\0') || isAbsolute(path) || win32.isAbsolute(path) || /^[A-Za-z]:/.test(path)) {
    return false
  }
  let depth = 0
  for (const part of path.split(/[\\/]/)) {
    depth += part === '..' ? -1 : part === '' || part === '.' ? 0 : 1
    if (depth < 0) {
      return false
    }
  }
  return true
}

function follow(target: string, path: string): string | null {
  try {
    // In this thread: a round trip to the pool takes ten times as long as the look itself.
    return realpathSync.native(target)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) {
      return null
    }
    throw toHostError(error, `查找“${path}”`)
  }
}

function isWithin(root: string | null, target: string): boolean {
  return root !== null && (target === root || target.startsWith(root.endsWith(sep) ? root : root + sep))
}
