import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {createHost} from '../../src/host/node.js'
import {issue, jianbao, put, small, textOf, workspace} from './program.js'

const city = ['new', 'issue', 'city', '--date', '2021-11-20']

test('接着编期号和总期号，打印新文件的路径', async () => {
  const folder = await workspace(small)
  const {code, out, err} = await jianbao(folder, city)
  expect([code, out]).toEqual([0, 'content/city/issues/2021/042.yaml\n'])
  expect(err).toContain('2021年第42期（总第2151期）')
  expect(err).toContain('jianbao build city/2021/042')

  const text = await textOf(folder, out.trim())
  expect(parse(text)).toEqual({
    issue: 42,
    cumulative: 2151,
    date: '2021-11-20',
    columns: [
      {title: '工作交流', articles: null},
      {title: '经验推广', articles: null}
    ],
    distribution: 'standard'
  })
})

test('没有用过的来稿按栏目列在注释里，删去“# ”就能用', async () => {
  const folder = await workspace(small)
  const {out} = await jianbao(folder, city)
  const text = await textOf(folder, out.trim())
  expect(text).toContain(
    '  - title: 工作交流\n    articles:\n      # - west-two  # 西区: “两送”进楼门 #1（西区文明办）\n'
  )
  expect(text).not.toContain('- used')

  await put(folder, out.trim(), text.replaceAll('# - ', '- '))
  expect(parse(await textOf(folder, out.trim())).columns).toEqual([
    {title: '工作交流', articles: ['west-two']},
    {title: '经验推广', articles: ['east-one']}
  ])
  const checked = await jianbao(folder, ['check', out.trim()])
  expect([checked.code, checked.out]).toEqual([0, ''])
})

test('还没有选稿件时，check 指出每个栏目没有稿件', async () => {
  const folder = await workspace(small)
  const path = (await jianbao(folder, city)).out.trim()
  const {code, out} = await jianbao(folder, ['check', path, '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(out)).toHaveLength(2)
  expect(out).toContain('来稿')
})

test('JSON 给出路径和各个号', async () => {
  const folder = await workspace(small)
  const {out} = await jianbao(folder, [...city, '--special', '实践专刊', '--json'])
  expect(JSON.parse(out)).toEqual({
    created: 'content/city/issues/2021/042.yaml',
    issue: 'city/2021/042',
    issueNumber: 42,
    cumulativeNumber: 2151,
    special: {series: '实践专刊', number: 1},
    date: '2021-11-20'
  })
})

test('每年从第1期起，总第接着编', async () => {
  const folder = await workspace(small)
  const {out} = await jianbao(folder, ['new', 'issue', 'city', '--date', '2022-01-05'])
  expect(out).toBe('content/city/issues/2022/001.yaml\n')
  expect(parse(await textOf(folder, out.trim()))).toMatchObject({issue: 1, cumulative: 2151})
})

test('日期默认为今天，只由主机的时钟定', async () => {
  const folder = await workspace(small)
  const {clock} = createHost({workspace: folder})
  const before = clock.today().year
  const {out} = await jianbao(folder, ['new', 'issue', 'city', '--json'])
  const {date} = JSON.parse(out)
  expect([before, clock.today().year]).toContain(Number(date.slice(0, 4)))
})

test('八个同时新建，各得一个号', async () => {
  const folder = await workspace(small)
  const outcomes = await Promise.all(Array.from({length: 8}, () => jianbao(folder, [...city, '--json'])))
  expect(outcomes.map(({code}) => code)).toEqual(Array(8).fill(0))
  const made = outcomes.map(({out}) => JSON.parse(out)).sort((a, b) => a.issueNumber - b.issueNumber)
  expect(made.map(({issueNumber}) => issueNumber)).toEqual([42, 43, 44, 45, 46, 47, 48, 49])
  expect(made.map(({cumulativeNumber}) => cumulativeNumber)).toEqual([2151, 2152, 2153, 2154, 2155, 2156, 2157, 2158])
  expect(await readdir(join(folder, 'content/city/issues/2021'))).toHaveLength(9)
  expect((await readdir(join(folder, 'content/city'))).filter((name) => name.startsWith('.'))).toEqual([])
})

test('不编期号的刊物按专刊编号', async () => {
  const folder = await workspace({
    ...small,
    'content/news/bulletin.yaml':
      'title: 专报\ntemplate: standard\nissuers: [甲]\nnumbering: {issue: none, special: ["实践, 工作", 乙刊]}\n',
    'content/news/issues/2021/036.yaml':
      'special: {series: "实践, 工作", number: 36}\ndate: 2021-01-06\ncolumns: [{articles: [x]}]\n'
  })
  const {out, err} = await jianbao(folder, ['new', 'issue', 'news', '--date', '2021-02-01'])
  expect(out).toBe('content/news/issues/2021/037.yaml\n')
  expect(err).toContain('实践, 工作第37期')
  expect(parse(await textOf(folder, out.trim()))).toEqual({
    special: {series: '实践, 工作', number: 37},
    date: '2021-02-01',
    columns: [{articles: null}]
  })
  const other = await jianbao(folder, ['new', 'issue', 'news', '--date', '2021-02-01', '--special', '乙刊'])
  expect(other.out).toBe('content/news/issues/2021/001.yaml\n')
})

test('日期早于最近一期：退出码 2，说明原因', async () => {
  const folder = await workspace(small)
  const {code, out, err} = await jianbao(folder, ['new', 'issue', 'city', '--date', '2021-08-12'])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('早于最近一期的2021年8月13日（content/city/issues/2021/041.yaml）')
})

test.each([
  [['new', 'issue', 'cty'], '没有代号为“cty”的刊物。是否为“city”？'],
  [['new', 'issue', 'zzzzzz'], '现有：city。'],
  [['new', 'issue'], '没有写刊物的代号。请补写 <刊物>。现有：city。'],
  [['new', 'issue', 'city', '--special', '实践专'], '没有名为“实践专”的专刊。是否为“实践专刊”？'],
  [['new', 'issue', 'city', '--date', '2021-02-29'], '“--date <日期>”写得不对']
])('%j：退出码 2', async (args, message) => {
  const folder = await workspace(small)
  const {code, out, err} = await jianbao(folder, args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(message)
})

test('最近一期读不出来时不猜号：退出码 1', async () => {
  const folder = await workspace({...small, 'content/city/issues/2021/042.yaml': 'issue: 42\ncumulative：2151\n  x'})
  const {code, out, err} = await jianbao(folder, city)
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('content/city/issues/2021/042.yaml 没有写明总期号，或读不出来')
})

test('刊物设置有错误时不编号：退出码 1，列出错误', async () => {
  const folder = await workspace({...small, 'content/city/bulletin.yaml': 'title: 甲\nissuers: [乙]\n'})
  const {code, err} = await jianbao(folder, city)
  expect(code).toBe(1)
  expect(err).toContain('[key-is-present]')
})

test('已有文件绝不覆盖，文件名不合的也算用过的号', async () => {
  const odd = issue({number: 41, cumulative: 2150, date: '2021-08-13'})
  const folder = await workspace({...small, 'content/city/issues/2021/043.yaml': odd})
  const {out} = await jianbao(folder, city)
  expect(out).toBe('content/city/issues/2021/044.yaml\n')
  expect(await textOf(folder, 'content/city/issues/2021/043.yaml')).toBe(odd)
})

test('库中的第一期提醒核对号码', async () => {
  const {'content/city/issues/2021/041.yaml': _, ...rest} = small
  const {code, out, err} = await jianbao(await workspace(rest), city)
  expect([code, out]).toEqual([0, 'content/city/issues/2021/001.yaml\n'])
  expect(err).toContain('请改正文件中的号和文件名')
})

test('在终端里问刊物', async () => {
  const folder = await workspace(small)
  const {code, out, err} = await jianbao(folder, ['new', 'issue', '--date', '2021-11-20'], ['city'])
  expect([code, out]).toEqual([0, 'content/city/issues/2021/042.yaml\n'])
  expect(err).toContain('刊物的代号（city）：')
})
