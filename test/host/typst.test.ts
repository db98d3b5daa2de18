import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {beforeAll, describe, expect, test} from 'vitest'
import {lastResort} from '../../src/host/font-catalogue.js'
import {npmFontFolder} from '../../src/host/font-folders.js'
import {readFaces} from '../../src/host/font-names.js'
import {createFonts} from '../../src/host/fonts.js'
import {createTypesetter} from '../../src/host/typst.js'
import type {FontSet} from '../../src/model/artifact.js'
import {HostError, type TypesetInput} from '../../src/model/host.js'
import {fontRoles} from '../../src/model/sheet.js'
import {renameFont} from './fake-font.js'
import {temporaryFolder} from './temporary.js'

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)
const picture = {path: '/pictures/a.png', bytes: new Uint8Array(pixel)}
const typesetter = createTypesetter()
let fonts: FontSet

beforeAll(async () => {
  // Folders that do not exist: only the npm fonts are left, on every machine.
  fonts = await createFonts({workspace: '/nowhere', cacheFolder: '/nowhere', systemFolders: []}).resolve()
})

const typeset = (source: string, more: Partial<TypesetInput> = {}) =>
  typesetter.typeset({source, pictures: [], fonts, timestamp: 1_597_276_800, ...more})

const inFont = (family: string, text: string, weight = 400) =>
  `#text(font: "${family}", weight: ${weight}, fallback: false, "${text}")\n`

test('排成 PDF/A-2b，页数属实', async () => {
  const {pdf, pages} = await typeset(`${inFont(lastResort.family, '第一页')}#pagebreak()\n${inFont('Tinos', 'two')}`)
  const text = Buffer.from(pdf()).toString('latin1')

  expect(text.startsWith('%PDF-1.7')).toBe(true)
  expect(text).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
  expect(text).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/)
  expect(pages).toBe(2)
})

test('同样的稿子，隔一秒，字节相同', async () => {
  const source = fontRoles.map((role) => inFont(fonts[role].family, 'abc', fonts[role].weight)).join('')
  const first = await typeset(source)
  await setTimeout(1100)
  const second = await typeset(source)
  const fresh = await createTypesetter().typeset({source, pictures: [], fonts, timestamp: 1_597_276_800})

  expect(Buffer.compare(first.pdf(), second.pdf())).toBe(0)
  expect(Buffer.compare(first.pdf(), fresh.pdf())).toBe(0)
})

test('每种字体都按名字认得，粗细各有其文件', async () => {
  const source = fontRoles.map((role) => inFont(fonts[role].family, 'abc', fonts[role].weight)).join('')
  const {pdf} = await typeset(source)
  const text = Buffer.from(pdf()).toString('latin1')

  for (const name of ['NotoSansHans-Regular', 'NotoSansHans-Bold', 'Tinos-Regular']) {
    expect(text).toContain(name)
  }
})

test('图片只在给它的那一次里有', async () => {
  const source = '#image("/pictures/a.png")'

  expect((await typeset(source, {pictures: [picture]})).pages).toBe(1)
  await expect(typeset(source)).rejects.toThrow('找不到图片')
  const broken = {...picture, bytes: new Uint8Array(pixel.subarray(0, 40))}
  const failure = typeset(source, {pictures: [broken]})
  await expect(failure).rejects.toThrow('图片损坏')
  await expect(failure).rejects.toMatchObject({stumbledOver: {characters: [], pictures: ['/pictures/a.png']}})
  expect((await typeset(source, {pictures: [picture]})).pages).toBe(1)
})

describe('错误和警告', () => {
  test('不认识的字体是错误，指出是哪一行', async () => {
    const failure = typeset('第一行\n#text(font: "没有的字体", "甲")')

    await expect(failure).rejects.toThrow(HostError)
    await expect(failure).rejects.toThrow(/没有名为“没有的字体”的字体.*\n.*第2行第13列：#text/)
  })

  test('缺字是错误，说出是哪个字', async () => {
    const failure = typeset(inFont('Tinos', 'a甲乙\u{E000}')).then(({pdf}) => pdf())

    await expect(failure).rejects.toThrow('字体 Tinos 中没有“甲”（U+7532）这个字')
    await expect(failure).rejects.toThrow('字体 Tinos 中没有“\u{E000}”（U+E000）这个字')
    await expect(failure).rejects.toMatchObject({stumbledOver: {characters: ['甲', '乙', '\u{E000}'], pictures: []}})
  })

  test('写错的源文件', async () => {
    await expect(typeset('#let x = ')).rejects.toThrow('排版源文件第1行')
  })

  test('出错之后照常排版', async () => {
    await expect(typeset('#nothing')).rejects.toThrow(HostError)
    expect((await typeset('abc')).pages).toBe(1)
  })
})

describe('与外界隔绝', () => {
  test.each([
    '#import "@preview/tablex:0.0.8": *',
    '#include "@preview/tablex:0.0.8"',
    '#{import ("@pre" + "view/x:1.0.0")}'
  ])('不取软件包：%s', async (source) => {
    const start = performance.now()

    await expect(typeset(source)).rejects.toThrow('不许有 import 和 include')
    expect(performance.now() - start).toBeLessThan(1000)
  })

  test('引号里写 import 没有关系', async () => {
    expect((await typeset('#"说 \\"import\\" 和 include"')).pages).toBe(1)
  })

  test('读不到磁盘', async () => {
    const secret = join(temporaryFolder(), 'secret.txt')
    writeFileSync(secret, '内部')

    for (const path of [secret, `..${secret}`, `../../../../..${secret}`, '/../package.json', '/']) {
      await expect(typeset(`#read("${path}")`)).rejects.toThrow(HostError)
    }
  })
})

test('字族名与 Typst 所用的一致', async () => {
  const folder = temporaryFolder()
  mkdirSync(folder, {recursive: true})
  const tinos = readFileSync(join(npmFontFolder('latin'), '400Regular/Tinos_400Regular.ttf'))
  const names = [
    ...[
      'FandolFang R',
      'Noto Serif CJK SC Black',
      'Source Han Sans CN',
      '仿宋_GB2312',
      '方正小标宋简体',
      'STHeiti Light'
    ],
    ...[
      'Times New Roman',
      'FZXiaoBiaoSong-B05S',
      '.Hidden Face',
      'Foo Extra-Bold',
      'FooSemiBold',
      'Foo Ex Cond',
      'Bold'
    ]
  ]
  for (const [index, family] of names.entries()) {
    const file = join(folder, `${index}.ttf`)
    writeFileSync(file, renameFont(tinos, {family}))
    const [face] = await readFaces(file)
    expect(face, family).toBeDefined()
    const set = {...fonts, latin: {...fonts.latin, files: [file]}}
    expect((await typeset(inFont(face?.family ?? '', 'abc'), {fonts: set})).pages, family).toBe(1)
  }
})
