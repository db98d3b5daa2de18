import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {readSubmission} from '../../src/read/submission.js'
import {reportText} from '../../src/workspace/scaffold.js'
import {jianbao, put, small, textOf, workspace} from './program.js'

const base = ['new', 'report', 'city', '--date', '2021-09-01']

test('新建来稿，只差正文', async () => {
  const folder = await workspace(small)
  const args = [...base, '--title', '东区: “三送” #进村', '--unit', '东区办', '--column', '工作交流']
  const {code, out, err} = await jianbao(folder, args)
  expect([code, out]).toEqual([0, 'content/city/submissions/2021/east-20210901.md\n'])
  expect(err).toContain('npx jianbao check content/city/submissions/2021/east-20210901.md')
  const text = await textOf(folder, out.trim())
  expect(text).toMatch(
    /^---\n标题: .*东区: “三送” #进村.*\n供稿单位: 东区文明办\n栏目: 工作交流\n日期: 2021-09-01\n(?:#.*\n)+---\n/
  )
  const checked = await jianbao(folder, ['check', out.trim(), '--json'])
  expect([checked.code, JSON.parse(checked.out)]).toMatchObject([1, [{ruleId: 'body-is-present'}]])
  await put(folder, out.trim(), `${text}\n写好的正文。\n`)
  expect(await jianbao(folder, ['check', out.trim(), '--json'])).toMatchObject({code: 0, out: '[]\n'})
})

test('没有写栏目时，把可选的栏目列在注释里', async () => {
  const folder = await workspace(small)
  const {out} = await jianbao(folder, [...base, '--title', '标题', '--unit', 'east'])
  expect(await textOf(folder, out.trim())).toContain('# 栏目: 工作交流 | 经验推广\n')
  expect((await jianbao(folder, ['check', out.trim()])).out).not.toContain('栏目')
})

test('同一单位同一天的各篇分别编号，同时新建也不相撞', async () => {
  const folder = await workspace(small)
  const args = [...base, '--title', '标题', '--unit', 'east', '--unit', 'west', '--json']
  const outcomes = await Promise.all(Array.from({length: 4}, () => jianbao(folder, args)))
  expect(outcomes.map(({out}) => JSON.parse(out).slug).sort()).toEqual([
    'east-20210901',
    'east-20210901-2',
    'east-20210901-3',
    'east-20210901-4'
  ])
  const file = await textOf(folder, 'content/city/submissions/2021/east-20210901.md')
  expect(file).toContain('供稿单位: [东区文明办, 西区文明办]')
})

test('文件名可以用汉字', async () => {
  const folder = await workspace(small)
  const {code, out} = await jianbao(folder, [
    ...base,
    '--title',
    '标题',
    '--unit',
    'east',
    '--slug',
    '东区-周末课堂.md'
  ])
  expect([code, out]).toEqual([0, 'content/city/submissions/2021/东区-周末课堂.md\n'])
})

test.each(['../x', 'a/b', 'a\\b', '.x', '', '-x', 'a:b', 'x.', 'a b', 'a\nb'])('文件名 %j 不能用', async (slug) => {
  const folder = await workspace(small)
  const {code, out, err} = await jianbao(folder, [...base, '--title', '标题', '--unit', 'east', `--slug=${slug}`])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('--slug')
})

test('文件名在另一年用过，也不能再用', async () => {
  const folder = await workspace(small)
  const args = [
    'new',
    'report',
    'city',
    '--title',
    '标题',
    '--unit',
    'east',
    '--slug',
    'east-one',
    '--date',
    '2022-01-01'
  ]
  const {code, err} = await jianbao(folder, args)
  expect(code).toBe(2)
  expect(err).toContain('已经有名为“east-one”的来稿')
})

test('写错的名称一次全部指出，各附最接近的', async () => {
  const folder = await workspace(small)
  const args = [...base, '--title', ' ', '--unit', '东区文明', '--unit', 'wset', '--column', '工作交']
  const {code, out, err} = await jianbao(folder, args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('标题是空的')
  expect(err).toContain('单位“东区文明”没有登记。是否为“东区文明办”？')
  expect(err).toContain('单位“wset”没有登记。是否为“west”？')
  expect(err).toContain('栏目“工作交”不在本刊栏目中。是否为“工作交流”？')
})

test.each([
  [['new', 'report', 'city', '--unit', 'east'], '请补写 --title 标题'],
  [['new', 'report', 'city', '--title', '标题'], '请补写 --unit 单位名称'],
  [['new', 'report', 'cit', '--title', '标题', '--unit', 'east'], '是否为“city”？']
])('%j：退出码 2，指出缺什么', async (args, message) => {
  const {code, err} = await jianbao(await workspace(small), args)
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('在终端里逐项询问', async () => {
  const folder = await workspace(small)
  const answers = ['city', '标题', '东区文明办', '经验推广']
  const {code, out, err} = await jianbao(folder, ['new', 'report', '--date', '2021-09-01'], answers)
  expect([code, out]).toEqual([0, 'content/city/submissions/2021/east-20210901.md\n'])
  expect(err).toContain('栏目，可不填（工作交流、经验推广）：')
  expect(await textOf(folder, out.trim())).toContain('栏目: 经验推广')
})

test('在终端里不回答，同没有写一样', async () => {
  const {code, err} = await jianbao(await workspace(small), ['new', 'report', 'city'], [''])
  expect(code).toBe(2)
  expect(err).toContain('请补写 --title 标题')
})

test('无论什么文字的标题、单位和栏目，都原样读回', () => {
  const word = fc
    .string({unit: 'grapheme', minLength: 1, maxLength: 200})
    .map((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((text) => text !== '' && !/[\uFFFE\uFFFF]/.test(text))
  const words = fc.oneof(
    word,
    fc.constantFrom('null', '2020', 'yes', '- a', 'a: b', '#', "'", '"', '---', '{x}', '*a', '！')
  )
  const list = fc.uniqueArray(words, {minLength: 1, maxLength: 3})
  fc.assert(
    fc.property(words, list, fc.option(words), (title, units, column) => {
      const text = reportText({title, units, column, date: {year: 2021, month: 9, day: 1}, columns: ['a: b', '甲']})
      const source = {path: 'x.md', bytes: new TextEncoder().encode(text)}
      const {frontmatter} = readSubmission(source, {bulletin: 'b', year: 2021, slug: 'x'})
      expect(frontmatter.diagnostics).toEqual([])
      const [unit] = units
      const expected = {标题: title, 供稿单位: units.length === 1 ? unit : units, 日期: '2021-09-01'}
      expect(frontmatter.value).toEqual(column === null ? expected : {...expected, 栏目: column})
    })
  )
})
