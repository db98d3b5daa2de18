import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {copyWorkspace} from '../copy.js'
import {jianbao, put, small, textOf, workspace} from './program.js'

const args = ['new', 'bulletin', 'city-news', '--title', '城市: 简报 #1', '--issuer', '甲局', '--issuer', '乙, 丙局']

test('新建刊物，马上能通过 check，接着能新建来稿和一期', async () => {
  const folder = await workspace(small)
  const {code, out, err} = await jianbao(folder, args)
  expect([code, out]).toEqual([0, 'content/city-news/bulletin.yaml\n'])
  expect(err).toContain('jianbao new report city-news')
  expect(parse(await textOf(folder, out.trim()))).toMatchObject({
    title: '城市: 简报 #1',
    template: 'standard',
    issuers: ['甲局', '乙, 丙局']
  })
  const checked = await jianbao(folder, ['check', 'content/city-news'])
  expect([checked.code, checked.out]).toEqual([0, ''])
  expect((await jianbao(folder, ['new', 'report', 'city-news', '--title', '题', '--unit', 'east'])).code).toBe(0)
  expect((await jianbao(folder, ['new', 'issue', 'city-news'])).code).toBe(0)
})

test('没有启用的设置，删去“# ”都能通过 check', async () => {
  const folder = await workspace(small)
  const path = (await jianbao(folder, args)).out.trim()
  const text = await textOf(folder, path)
  const enabled = text.replace(/^# (?=[a-zA-Z]+: )/gm, '')
  await put(folder, path, enabled)
  expect(Object.keys(parse(enabled))).toHaveLength(Object.keys(parse(text)).length + 10)
  const checked = await jianbao(folder, ['check', path])
  expect([checked.code, checked.out]).toEqual([0, ''])
})

test('已有的刊物不覆盖', async () => {
  const folder = await workspace(small)
  const {code, err} = await jianbao(folder, ['new', 'bulletin', 'city', '--title', '甲', '--issuer', '乙'])
  expect(code).toBe(2)
  expect(err).toContain('已经有代号为“city”的刊物')
  expect(await textOf(folder, 'content/city/bulletin.yaml')).toBe(small['content/city/bulletin.yaml'])
})

test.each(['City', '简报', 'a_b', '../x', 'a/b', '-a', 'a-', '1a', 'a'.repeat(41)])('代号 %j 不能用', async (id) => {
  const {code, out, err} = await jianbao(await workspace(), [
    'new',
    'bulletin',
    '--title',
    '甲',
    '--issuer',
    '乙',
    '--',
    id
  ])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('不能使用')
})

test.each([
  [['new', 'bulletin'], '<代号>'],
  [['new', 'bulletin', 'x'], '--title 刊名'],
  [['new', 'bulletin', 'x', '--title', '甲'], '--issuer 单位名称'],
  [['new', 'bulletin', 'x', '--title', '', '--issuer', ''], '刊名是空的']
])('%j：退出码 2，指出缺什么', async (missing, message) => {
  const {code, err} = await jianbao(await workspace(), missing)
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('在终端里逐项询问', async () => {
  const folder = await workspace()
  const {code, out} = await jianbao(folder, ['new', 'bulletin', '--json'], ['x', '甲', '乙'])
  expect([code, JSON.parse(out)]).toEqual([0, {created: 'content/x/bulletin.yaml', bulletin: 'x'}])
})

test('新办一份刊物，建来稿、建一期，不写程序就能排印', async () => {
  const copy = await copyWorkspace()
  try {
    const run = async (...words: string[]) => (await jianbao(copy.folder, words)).out.trim()
    await run('new', 'bulletin', 'reading', '--title', '青石读书简报', '--issuer', '青石县图书馆')
    const wishes = ['--title', '书房夜里亮着灯', '--unit', '青石县图书馆', '--date', '2026-11-02']
    const report = await run('new', 'report', 'reading', ...wishes)
    await copy.write(report, `${await copy.text(report)}\n四十处书房开到夜里九点。\n`)
    const issue = await run('new', 'issue', 'reading', '--date', '2026-11-10')
    await copy.edit(issue, '# - ', '- ')
    const built = await jianbao(copy.folder, ['build', 'reading/2026/1', '--formats', 'md'])
    expect([built.code, built.err]).toEqual([0, ''])
    expect(await copy.text('out/reading/2026/001/reading-2026-001.md')).toBe(
      [
        '# 青石读书简报',
        '第1期',
        '青石县图书馆　2026年11月10日',
        '---',
        '### 书房夜里亮着灯',
        '四十处书房开到夜里九点。（青石县图书馆供稿）',
        '---\n'
      ].join('\n\n')
    )
  } finally {
    await copy.remove()
  }
})
