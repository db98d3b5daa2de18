/** Sharing work out over threads. */

import type {Threads, ThreadTask} from '../model/host.js'

/**
 * Fewer items a thread are not worth starting one: each has to load the program and to warm it up again, which takes
 * about as long as this many submissions or issues.
 */
export const worthAThread = {check: 2000, build: 20} as const

/**
 * Split work into parts of nearly the same size, one a thread, neighbours together.
 *
 * @param least - items that a part must have for another to be made.
 * @returns one part where there are few items; never an empty part, save for no items at all.
 */
export function shareOut<Item>(items: readonly Item[], most: number, least: number): Item[][] {
  const parts = Math.max(1, Math.min(most, Math.floor(items.length / least)))
  return Array.from({length: parts}, (_, part) =>
    items.slice(Math.floor((part * items.length) / parts), Math.floor(((part + 1) * items.length) / parts))
  )
}

/**
 * Do the first part in this thread and the others in threads of their own, at the same time.
 *
 * @returns results in the order of the parts.
 */
export async function runShared<Item, Result>(
  threads: Threads,
  parts: readonly (readonly Item[])[],
  here: (items: readonly Item[]) => Promise<Result>,
  taskOf: (items: readonly Item[]) => ThreadTask
): Promise<Result[]> {
  const [first = [], ...others] = parts
  // Threads are started first: what is done here would keep them waiting.
  const elsewhere = others.map((part) => threads.run(taskOf(part)) as Promise<Result>)
  return Promise.all([here(first), ...elsewhere])
}
