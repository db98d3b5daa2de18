import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {issue, jianbao, put, small, textOf, workspace} from './program.js'

const sheet = await textOf(fileURLToPath(new URL('../..', import.meta.url)), 'templates/common/sheet.yaml')
const files = {
  ...small,
  'templates/common/sheet.yaml': sheet,
  'content/city/issues/2021/041.yaml': `${issue({number: 41, cumulative: 2150, date: '2021-08-13'})}distribution: standard\ncopyNumbers: {}\n`
}

test('写出登记表，报告份数、标签和份号', async () => {
  const folder = await workspace(files)
  const {code, out, err} = await jianbao(folder, ['distribute', 'city/2021/41', '--formats', 'docx，xlsx'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toBe(`city/2021/041　共3份，标签 1 枚，份号 000001—000003
  out/city/2021/041/city-2021-041-dispatch.xlsx
  out/city/2021/041/city-2021-041-dispatch.docx
`)
  expect((await readdir(join(folder, 'out/city/2021/041'))).sort()).toEqual([
    'city-2021-041-dispatch.docx',
    'city-2021-041-dispatch.xlsx'
  ])
})

test('JSON', async () => {
  const {code, out} = await jianbao(await workspace(files), [
    'distribute',
    'city/总2150',
    '--formats',
    'xlsx',
    '--json'
  ])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual([
    {
      issue: 'city/2021/041',
      file: 'content/city/issues/2021/041.yaml',
      status: 'written',
      copies: 3,
      printRun: null,
      labels: 1,
      recipients: [
        {level: '报', name: '省办', copies: 1, numbers: {first: 1, last: 1}},
        {level: '存档', name: null, copies: 2, numbers: {first: 2, last: 3}}
      ],
      outputs: [{path: 'out/city/2021/041/city-2021-041-dispatch.xlsx', format: 'xlsx'}],
      diagnostics: []
    }
  ])
})

test('名单没写份数，与印数对不上的，有提示', async () => {
  const folder = await workspace(files)
  await put(folder, 'content/city/bulletin.yaml', `${small['content/city/bulletin.yaml']}printRun: 50\n`)
  const {code, err} = await jianbao(folder, ['distribute', 'city/2021/41', '--formats', 'xlsx'])
  expect(code).toBe(0)
  expect(err).toBe('  提示：名单没有写份数，每家按1份算，共3份，与印数 50 不同。写上各家的份数，登记表才准。\n')
})

test('内容有错：退出码 1，说明在哪里', async () => {
  const folder = await workspace({
    ...files,
    'content/city/issues/2021/041.yaml': small['content/city/issues/2021/041.yaml'] ?? ''
  })
  const {code, out, err} = await jianbao(folder, ['distribute', 'city/2021/41'])
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('content/city/issues/2021/041.yaml: 没有做登记表和标签，已有的文件保持原样。\n')
  expect(err).toContain('请写 distribution: standard（bulletin.yaml 中的名单）')
})

test.each([
  [[], '缺少参数“期”。'],
  [['city/2021/7'], '没有“city/2021/7”这一期。'],
  [['city/2021/41', '--formats', 'odt'], '没有“odt”格式，可选 xlsx、docx、pdf。'],
  [['city/2021/41', '--skip', '-1'], '应是从 0 起的整数。'],
  [['city/2021/41', '--skip', '24'], '这种标签一张只有 24 枚'],
  [['city/2021/41', 'city/2021/42', '--skip', '3'], '用 --skip 时一次只写一期']
])('用法不对 %j：退出码 2', async (args, message) => {
  const {code, out, err} = await jianbao(await workspace(files), ['distribute', ...args])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(message)
})

test('用法说明是中文，有例子', async () => {
  const {out} = await jianbao(await workspace(), ['distribute', '--help'])
  expect(out).toContain('按分发名单做发放登记表和地址标签')
  expect(out).toContain('npx jianbao distribute hangzhou/2019/9')
})
