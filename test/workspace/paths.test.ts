import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {createHost} from '../../src/host/node.js'
import {pathFilter} from '../../src/workspace/paths.js'

const host = createHost({workspace: fileURLToPath(new URL('../..', import.meta.url))})
const issue = 'content/shoudu/issues/2020/041.yaml'

async function passes(paths: readonly string[], file = issue): Promise<boolean> {
  return (await pathFilter(host, paths))(file)
}

describe('paths to look into', () => {
  test.each([
    [[]],
    [['.']],
    [['']],
    [['content']],
    [['content/']],
    [['./content/shoudu']],
    [['content\\shoudu']],
    [[issue]],
    [['content/hunan', 'content/shoudu/issues']]
  ])('%j: let it through', async (paths) => {
    expect(await passes(paths)).toBe(true)
  })

  test('others are left out, and names only count whole', async () => {
    expect(await passes(['content/hunan'])).toBe(false)
    expect(await passes(['content/shoudu'], 'content/shoudu2/bulletin.yaml')).toBe(false)
  })

  test('all that are not there are told at once', async () => {
    await expect(pathFilter(host, ['content', 'contents', 'x.md'])).rejects.toMatchObject({
      name: 'WrongUse',
      message: '“contents”不存在。\n“x.md”不存在。'
    })
  })
})
