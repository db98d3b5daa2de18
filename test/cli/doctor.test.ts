import {mkdir, mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, beforeEach, expect, test, vi} from 'vitest'
import {examine, examineNode} from '../../src/cli/examine.js'
import {createHost} from '../../src/host/node.js'
import {type Host, HostError} from '../../src/model/host.js'
import {fontRoles} from '../../src/model/sheet.js'
import {jianbao, put, small, workspace} from './program.js'

let cache = ''

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'jianbao-fonts-'))
})
afterAll(() => rm(cache, {recursive: true, force: true}))
beforeEach(() => {
  // Nothing is downloaded here, so fonts come from the system or from npm.
  vi.stubEnv('JIANBAO_FONT_CACHE', cache)
})

/** Pandoc takes seconds to load and has nothing to do with what these tests look at. */
function withoutPandoc(folder: string): Host {
  return {...createHost({workspace: folder}), pandoc: {convert: async () => new Uint8Array()}}
}

test('工作区齐备：能排印，退出码 0', async () => {
  const folder = await workspace(small)
  const {code, out, err} = await jianbao(folder, ['doctor'])
  expect(code).toBe(0)
  expect(err).toBe('可以排印 Word 和 PDF。\n')
  for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^\[(?:好|代|缺)\] /)
  expect(out).toContain('[好] Node ')
  expect(out).toContain('[好] 排版程序 Typst：试排了1页 PDF')
  expect(out).toContain('[好] 写入：out/ 可以写入')
  expect(await readdir(folder)).toEqual(['content', 'templates'])
})

test('JSON 列出每一项，每种字体各一项', async () => {
  const {code, out} = await jianbao(await workspace(small), ['doctor', '--json'])
  const report = JSON.parse(out)
  expect([code, report.ok]).toEqual([0, true])
  const ids = report.checks.map(({id}: {id: string}) => id)
  const fonts = fontRoles.map((role) => `font-${role}`)
  expect(ids).toEqual(['node', ...fonts, 'typst', 'pandoc', 'workspace', 'write-content', 'write-out'])
})

test('代用的字体说明怎样换成规定的', async () => {
  const folder = await workspace(small)
  const findings = await examine(withoutPandoc(folder))
  const substitutes = findings.filter(({state}) => state === 'substitute')
  for (const {id, advice} of substitutes) {
    expect(advice).toContain(`fonts/${id.replace('font-', '')}.ttf`)
  }
})

test('不是工作区：退出码 3，说明怎么办', async () => {
  const {code, out, err} = await jianbao(await workspace(), ['doctor'])
  expect(code).toBe(3)
  expect(out).toMatch(/\[缺\] 工作区：.* → .*--workspace/)
  expect(err).toContain('还不能排印')
})

test('没有模板不能排印', async () => {
  const {'templates/standard/issue.hbs': _, ...rest} = small
  const findings = await examine(withoutPandoc(await workspace(rest)))
  expect(findings.find(({id}) => id === 'templates')).toMatchObject({state: 'missing', required: true})
})

test('out 不能写入就不能排印', async () => {
  const folder = await workspace(small)
  // A file in the folder's place: no rights are needed to see that nothing can be written.
  await put(folder, 'out', '')
  const findings = await examine(withoutPandoc(folder))
  const out = findings.find(({id}) => id === 'write-out')
  expect(out).toMatchObject({state: 'missing', required: true, text: '写入：out/ 不能写入（ENOTDIR）'})
  expect(out?.advice).toContain(join(folder, 'out'))
})

test('字体、排版程序和 pandoc 坏了，也检查完其余各项', async () => {
  const folder = await workspace(small)
  await mkdir(join(folder, 'out'))
  const fail = () => Promise.reject(new HostError('坏了。'))
  const real = createHost({workspace: folder})
  const broken: Host = {...real, fonts: {...real.fonts, resolve: fail}, pandoc: {convert: fail}}
  const states = (await examine(broken)).map(({id, state}) => `${id} ${state}`)
  expect(states).toEqual([
    'node good',
    'fonts missing',
    'typst missing',
    'pandoc missing',
    'workspace good',
    'write-content good',
    'write-out good'
  ])
  const typst = await examine({...real, typesetter: {typeset: fail}, pandoc: {convert: fail}})
  expect(typst.find(({id}) => id === 'typst')).toMatchObject({state: 'missing', required: true})
  expect(typst.find(({id}) => id === 'pandoc')).toMatchObject({state: 'missing', required: false})
})

test.each([
  ['20.19.0', '>=20.19', 'good'],
  ['20.20.2', '>=20.19', 'good'],
  ['22.0.0', '>=20.19', 'good'],
  ['20.18.9', '>=20.19', 'missing'],
  ['18.20.0', '>=20.19', 'missing'],
  ['20.9.0', '>=20.19', 'missing']
])('Node %s 对 %s', (version, wanted, state) => {
  expect(examineNode(version, wanted).state).toBe(state)
})
