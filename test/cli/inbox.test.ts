import {expect, test} from 'vitest'
import {issue, jianbao, small, submission, workspace} from './program.js'

test('按刊物、栏目和单位列出没有用过的来稿', async () => {
  const folder = await workspace({
    ...small,
    'content/city/submissions/2021/north.md': submission('北区一篇', 'north', '工作交流')
  })
  const {code, out, err} = await jianbao(folder, ['inbox'])
  expect(code).toBe(0)
  expect(out).toBe(`某市工作简报（city）
  工作交流
    北区一篇（北区文明办，2021年8月1日）
      content/city/submissions/2021/north.md
    西区: “两送”进楼门 #1（西区文明办，2021年8月1日）
      content/city/submissions/2021/west-two.md
  经验推广
    东区办好周末课堂（东区文明办，2021年8月1日）
      content/city/submissions/2021/east-one.md
`)
  expect(err).toBe('待用来稿 3 篇。\n')
})

test('有问题的也列出，附错误，退出码仍是 0', async () => {
  const folder = await workspace({
    ...small,
    'content/city/submissions/2021/broken.md': '没有稿件信息\n',
    'content/city/submissions/2021/wrong.md': submission('栏目写错了', '东区', '工作交')
  })
  const {code, out} = await jianbao(folder, ['inbox', 'city'])
  expect(code).toBe(0)
  expect(out).toContain('  工作交\n    栏目写错了（东区，2021年8月1日）　错误 2\n')
  expect(out).toContain('是否为“工作交流”？ [column-is-known]')
  expect(out).toContain('  未写栏目\n    （标题读不出来）（没有写供稿单位）　错误 1\n')
  expect(out).toContain('[frontmatter-is-present]')
})

test('JSON 是一个数组，问题同 check 的一样', async () => {
  const folder = await workspace({
    ...small,
    'content/city/submissions/2021/wrong.md': submission('写错了', '[东区办, 东去办]', '工作交')
  })
  const {code, out, err} = await jianbao(folder, ['inbox', 'city', '--json'])
  expect([code, err]).toEqual([0, ''])
  const rows = JSON.parse(out)
  expect(rows.map(({file}: {file: string}) => file)).toEqual([
    'content/city/submissions/2021/west-two.md',
    'content/city/submissions/2021/east-one.md',
    'content/city/submissions/2021/wrong.md'
  ])
  const checked = await jianbao(folder, ['check', 'content/city/submissions/2021/wrong.md', '--json'])
  expect(rows[2]).toEqual({
    bulletin: 'city',
    column: '工作交',
    units: ['east'],
    title: '写错了',
    date: '2021-08-01',
    file: 'content/city/submissions/2021/wrong.md',
    problems: JSON.parse(checked.out)
  })
  expect(rows[2].problems).toHaveLength(2)
})

test('有错误的一期用了的来稿，也算用过', async () => {
  const broken = `${issue({number: 42, date: '2021-09-01', slug: 'west-two, {submission: east-one.md, title: 改题}'})}x: 1\n`
  const folder = await workspace({...small, 'content/city/issues/2021/042.yaml': broken})
  const {out, err} = await jianbao(folder, ['inbox'])
  expect([out, err]).toEqual(['', '没有待用的来稿。\n'])
})

test('没有 bulletin.yaml 的文件夹里的来稿也列出', async () => {
  const folder = await workspace({'content/lost/submissions/2021/x.md': submission('一篇', 'east', '甲')})
  const {code, out} = await jianbao(folder, ['inbox'])
  expect(code).toBe(0)
  expect(out).toContain('[bulletin-is-on-file]')
})

test('没有这个刊物：退出码 2，给出最接近的', async () => {
  const {code, out, err} = await jianbao(await workspace(small), ['inbox', 'citi'])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('是否为“city”？')
})

test('空的工作区', async () => {
  const folder = await workspace()
  expect(await jianbao(folder, ['inbox', '--json'])).toEqual({code: 0, out: '[]\n', err: ''})
  expect((await jianbao(folder, ['inbox', 'x'])).err).toContain('还没有刊物')
})
