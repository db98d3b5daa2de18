/** Writing whole or not at all. */

import {randomBytes} from 'node:crypto'
import {chmod, copyFile, link, mkdir, open, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {HostError} from '../model/host.js'
import {errorCode, toHostError} from './errors.js'

export interface Target {
  /** As the user knows it. */
  readonly path: string
  /** Where it is written, absolute. */
  readonly target: string
  readonly bytes: Uint8Array
}

interface Pending extends Target {
  readonly temporary: string
  /** A second name of the file that is replaced, or null where there was none. */
  readonly backup: string | null
}

/**
 * Write a set of files: all are written to temporary names beside their targets, then renamed.
 *
 * A failure takes back what was done, so that the old set stands; only a power cut between two renames can part it.
 *
 * @throws {HostError} naming the file that could not be written.
 */
export async function writeWhole(targets: readonly Target[]): Promise<void> {
  const pending = targets.map((target) => ({...target, temporary: temporaryName(target.target)}))
  const done: Pending[] = []
  const backups: string[] = []

  try {
    // All settle before anything is renamed or removed: a write cannot be called off.
    const failed = (await Promise.allSettled(pending.map(write))).find((result) => result.status === 'rejected')
    if (failed) {
      throw failed.reason
    }
    for (const entry of pending) {
      const backup = await attempt(entry.path, () => keepBackup(entry.target))
      if (backup !== null) {
        backups.push(backup)
      }
      await attempt(entry.path, () => renameOver(entry.temporary, entry.target))
      done.push({...entry, backup})
    }
  } catch (error) {
    for (const entry of done.reverse()) {
      await (entry.backup === null ? rm(entry.target, {force: true}) : renameOver(entry.backup, entry.target))
    }
    throw error
  } finally {
    await removeAll([...pending.map((entry) => entry.temporary), ...backups])
  }
}

/**
 * Create a file that must not be there yet; nobody sees half of it.
 *
 * @returns false where something is there already, which is left as it is.
 */
export async function createWhole(target: Target): Promise<boolean> {
  const temporary = temporaryName(target.target)

  try {
    await write({...target, temporary})
    await link(temporary, target.target)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      return false
    }
    if (error instanceof HostError) {
      throw error
    }
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error))) {
      // No hard links on this disk (exFAT, some shares).
      return await createPlain(target)
    }
    throw toHostError(error, `新建“${target.path}”`)
  } finally {
    await removeAll([temporary])
  }
}

async function createPlain({path, target, bytes}: Target): Promise<boolean> {
  try {
    await writeNew(target, bytes)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      return false
    }
    await rm(target, {force: true})
    throw toHostError(error, `新建“${path}”`)
  }
}

/** Never the same in two processes, on two machines of one share either; the dot keeps it out of listings. */
function temporaryName(target: string): string {
  const unique = `${process.pid}-${randomBytes(8).toString('hex')}`
  // A Chinese character takes three bytes, and a name may have 255.
  return join(dirname(target), `.${[...basename(target)].slice(0, 40).join('')}.${unique}.tmp`)
}

async function write({path, target, temporary, bytes}: Target & {temporary: string}): Promise<void> {
  await attempt(path, async () => {
    await mkdir(dirname(target), {recursive: true})
    const old = await statOrNull(target)
    if (old?.isDirectory()) {
      throw new HostError(`写入“${path}”失败：同名的文件夹挡住了。请移走那个文件夹。`)
    }
    await writeNew(temporary, bytes)
    if (old !== null) {
      await chmod(temporary, old.mode & 0o777)
    }
  })
}

async function writeNew(target: string, bytes: Uint8Array): Promise<void> {
  const file = await open(target, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A second name for the file that is about to be replaced. */
async function keepBackup(target: string): Promise<string | null> {
  if ((await statOrNull(target)) === null) {
    return null
  }
  const backup = temporaryName(target)
  try {
    await link(target, backup)
  } catch {
    await copyFile(target, backup)
  }
  return backup
}

/** On Windows, scanners and viewers hold a file for a moment: try again a few times. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await rename(from, to)
    } catch (error) {
      const passing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))
      if (!passing || tries === 8) {
        throw error
      }
      await setTimeout(50)
    }
  }
}

async function attempt<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw toHostError(error, `写入“${path}”`)
  }
}

async function statOrNull(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return null
    }
    throw error
  }
}

/** What cannot be removed was mostly never made; the first failure is the one to report. */
async function removeAll(paths: readonly string[]): Promise<void> {
  await Promise.allSettled(paths.map((path) => rm(path, {force: true})))
}
