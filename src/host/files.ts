/** Files of the workspace. Nothing outside it is read or written, links followed or not. */

import {type Dirent, readFileSync, statSync} from 'node:fs'
import {readdir, stat as statPath} from 'node:fs/promises'
import {join} from 'node:path'
import {type FileStat, type Files, HostError} from '../model/host.js'
import {createWhole, writeWhole} from './atomic.js'
import {errorCode, toHostError} from './errors.js'
import {type LockOptions, lockAround} from './lock.js'
import {createPlaces, type Places} from './place.js'

/** What stands for anything outside: it is not looked at. */
const outsideStat: FileStat = {kind: 'other', sizeBytes: 0, target: null}

/**
 * @param workspace - the workspace's folder; it need not exist before something is written.
 */
export function createFiles(workspace: string, options: LockOptions = {}): Files {
  const places = createPlaces(workspace)

  return {
    list: (folder) => list(places, folder),
    stat: (path) => stat(places, path),
    read: (path) => read(places, path),
    async writeAll(files) {
      const targets = []
      for (const {path, bytes} of files) {
        targets.push({path, bytes, target: await places.writable(path)})
      }
      await writeWhole(targets)
    },
    async create({path, bytes}) {
      return createWhole({path, bytes, target: await places.writable(path)})
    },
    async withLock(path, work) {
      return lockAround(await places.writable(path), path, work, options)
    },
    absolute: places.absolute
  }
}

async function list(places: Places, folder: string): Promise<readonly string[]> {
  const root = await places.existing(folder)
  if (root === null || !(await statPath(root)).isDirectory()) {
    return []
  }
  const prefix = folder.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
  // `sort` without a comparer is in code-unit order.
  return (await walk(root, prefix.join('/'))).sort()
}

/** Files and links below a folder; pipes and sockets are left out, since reading them would hang. */
async function walk(folder: string, prefix: string): Promise<string[]> {
  const found = await Promise.all(
    (await entries(folder, prefix)).map(async (entry) => {
      const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`
      if (entry.name.startsWith('.')) {
        return []
      }
      if (entry.isDirectory()) {
        return walk(join(folder, entry.name), path)
      }
      return entry.isFile() || entry.isSymbolicLink() ? [path] : []
    })
  )
  return found.flat()
}

async function entries(folder: string, path: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, {withFileTypes: true})
  } catch (error) {
    // Removed while it was being listed.
    if (errorCode(error) === 'ENOENT') {
      return []
    }
    throw toHostError(error, `列出文件夹“${path}”`)
  }
}

async function stat(places: Places, path: string): Promise<FileStat | null> {
  const place = await places.find(path)
  if (place.kind !== 'there') {
    return place.kind === 'outside' ? outsideStat : null
  }
  try {
    const found = await statPath(place.target)
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other'
    return {kind, sizeBytes: found.size, target: place.path}
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return null
    }
    throw toHostError(error, `查看“${path}”`)
  }
}

async function read(places: Places, path: string): Promise<Uint8Array> {
  const target = await places.existing(path)
  if (target === null) {
    throw new HostError(`读取“${path}”失败：没有这个文件。请检查文件名和所在文件夹。`)
  }
  try {
    // In this thread, as in `follow`: files are small and many.
    if (!statSync(target).isFile()) {
      throw new HostError(`读取“${path}”失败：这不是普通文件。请改用文件的路径。`)
    }
    return readFileSync(target)
  } catch (error) {
    throw toHostError(error, `读取“${path}”`)
  }
}
