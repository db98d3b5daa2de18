/** Locks that other processes see. */

import {mkdir} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {HostError} from '../model/host.js'
import {errorCode, toHostError} from './errors.js'

export interface LockOptions {
  /** How long after its last sign of life a holder counts as dead, at least 2000. */
  readonly staleMs?: number
  /** How long to wait for a lock that another process holds. */
  readonly waitMs?: number
}

const retryMs = 100

/**
 * Run with a lock on a file that need not exist; the lock is the folder `.<name>.lock` beside it.
 *
 * The holder renews it while it runs; a dead holder's lock is taken over after `staleMs`.
 *
 * @param target - absolute; `path` is what messages call it.
 * @throws {HostError} where the lock stays taken, or was lost while the work ran.
 */
export async function lockAround<Value>(
  target: string,
  path: string,
  work: () => Promise<Value>,
  {staleMs = 15_000, waitMs = 30_000}: LockOptions = {}
): Promise<Value> {
  let lost = false
  const release = await acquire(target, path, staleMs, waitMs, () => {
    lost = true
  })

  try {
    const value = await work()
    if (lost) {
      throw new HostError(`“${path}”的锁在写入途中失效，可能有另一个程序同时写入。请检查结果后重试。`)
    }
    return value
  } finally {
    // A lock that was lost is not ours to free.
    await release().catch(() => undefined)
  }
}

async function acquire(target: string, path: string, staleMs: number, waitMs: number, onLost: () => void) {
  try {
    await mkdir(dirname(target), {recursive: true})
    // Loaded on first use: most runs take no lock.
    const {default: lockfile} = await import('proper-lockfile')
    return await lockfile.lock(target, {
      realpath: false,
      lockfilePath: join(dirname(target), `.${basename(target)}.lock`),
      stale: staleMs,
      update: Math.floor(staleMs / 4),
      retries: {retries: Math.ceil(waitMs / retryMs), factor: 1, minTimeout: retryMs, maxTimeout: retryMs},
      onCompromised: onLost
    })
  } catch (error) {
    if (errorCode(error) === 'ELOCKED') {
      const seconds = Math.ceil(waitMs / 1000)
      throw new HostError(`“${path}”正被另一个 jianbao 使用，等了${seconds}秒仍未放开。请等它结束后重试。`)
    }
    throw toHostError(error, `锁定“${path}”`)
  }
}
