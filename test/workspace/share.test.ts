import fc from 'fast-check'
import {describe, expect, test, vi} from 'vitest'
import type {ThreadTask} from '../../src/model/host.js'
import {runShared, shareOut} from '../../src/workspace/share.js'

describe('分给几个线程', () => {
  test('不多不少、先后不变、大小相差至多一件', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), {maxLength: 60}),
        fc.integer({min: 1, max: 8}),
        fc.integer({min: 1, max: 20}),
        (items, most, least) => {
          const parts = shareOut(items, most, least)
          expect(parts.flat()).toEqual(items)
          expect(parts.length).toBeLessThanOrEqual(most)
          const sizes = parts.map(({length}) => length)
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
          if (parts.length > 1) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least)
        }
      )
    )
  })

  test('第一份自己做，其余交给别的线程，结果按份的先后', async () => {
    const run = vi.fn(async (task: ThreadTask): Promise<unknown> => (task.kind === 'check' ? task.files.join() : ''))
    const results = await runShared(
      {count: 3, run},
      [['a'], ['b', 'c'], ['d']],
      async (files) => `here ${files.join()}`,
      (files) => ({kind: 'check', files})
    )
    expect(results).toEqual(['here a', 'b,c', 'd'])
    expect(run).toHaveBeenCalledTimes(2)
  })
})
