import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {createHost} from '../../src/host/node.js'
import {pathFilter} from '../../src/workspace/paths.js'

const folder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const host = createHost({workspace: folder})
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
    [['content/hunan', 'content/shoudu/issues']],
    [[`${folder}/content/shoudu`]],
    [[folder]]
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

  test.each(['README.md', 'src', 'content/jiangsu/submissions/2022/taicang-tiers.png'])(
    '%s: nothing to look into is no praise',
    async (path) => {
      await expect(pathFilter(host, [path])).rejects.toMatchObject({name: 'WrongUse', message: /不是要检查的文件/})
    }
  )

  test('what lies outside is not passed over in silence', async () => {
    await expect(pathFilter(host, ['/'])).rejects.toThrow('“/”不在工作区内')
    await expect(pathFilter(host, ['../x.md'])).rejects.toThrow('不在工作区内')
  })

  test('a folder without content is no workspace', async () => {
    const elsewhere = createHost({workspace: `${folder}/src`})
    await expect(pathFilter(elsewhere, [])).rejects.toThrow('没有 content 文件夹，不是工作区')
  })
})
