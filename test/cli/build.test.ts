import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Copy, copyWorkspace} from '../copy.js'
import {jianbao} from './program.js'

let copy: Copy
beforeEach(async () => {
  copy = await copyWorkspace()
  const submission = 'content/shoudu/submissions/2020/haidian-three-strengthenings.md'
  await copy.edit(submission, '\n---\n', '\n---\n\n末了😀。\n')
})
afterEach(() => copy.remove())

test('字体里没有的字，排印和跳过时都说，退出码是 0', async () => {
  for (const status of ['已排印', '没有变化']) {
    const {code, out, err} = await jianbao(copy.folder, ['build', 'shoudu/2020/41', '--formats', 'docx'])
    expect(out).toContain(status)
    expect(out).toContain('警告和提示 1 条')
    expect(err).toMatch(
      /haidian-three-strengthenings\.md:\d+:3: 警告: 稿件《海淀.*》中的“😀”（U\+1F600）.*\[character-is-in-role-font\]/
    )
    expect(code).toBe(0)
  }
})

test('PDF 印不出来的字是错误，退出码是 3', async () => {
  const {code, err} = await jianbao(copy.folder, ['build', 'shoudu/2020/41', '--formats', 'pdf'])
  expect(err).toContain('出错：现有字体中没有“😀”（U+1F600），共1个字，印不出来。')
  expect(err).toMatch(/haidian-three-strengthenings\.md:\d+:3: 错误: 稿件《海淀/)
  expect(code).toBe(3)
})
