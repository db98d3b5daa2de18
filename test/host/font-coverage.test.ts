import {readFileSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createMissing} from '../../src/host/font-coverage.js'
import {npmFontFolder} from '../../src/host/font-folders.js'
import {createFonts, lastResortFont} from '../../src/host/fonts.js'
import {createTypesetter} from '../../src/host/typst.js'
import type {Typeface} from '../../src/model/artifact.js'
import {TypesetError} from '../../src/model/host.js'
import {needsGlyph, splitCharacters} from '../../src/text/characters.js'
import {collection, renameFont} from './fake-font.js'
import {temporaryFolder} from './temporary.js'

const regular = join(npmFontFolder('latin'), '400Regular/Tinos_400Regular.ttf')
const tinos: Typeface = {family: 'Tinos', label: 'Tinos', files: [regular], weight: 400}
const notoSans = lastResortFont()

const missing = (font: Typeface, text: string) => createMissing()(font, splitCharacters(text))

describe('程序自带的字体', () => {
  test('西文字体（cmap 第4种格式）：有字母和标点，没有汉字', async () => {
    expect(await missing(tinos, 'aZé Ωя—“”①甲㛃𠮷😀')).toEqual(['①', '甲', '㛃', '𠮷', '😀'])
  })

  test('中文字体（cmap 第12种格式）：有㛃，没有𠮷和😀', async () => {
    expect(await missing(notoSans, '甲㛃①，。—“”aZ𠮷😀\u{E000}')).toEqual(['𠮷', '😀', '\u{E000}'])
  })

  test('看不见的字符不算缺字', async () => {
    const unseen = '\t\n \u00a0\u00ad\u2003\u200b\u200d\u2028\u2060\u3000\ufe0f\ufeff\u{e0100}'
    expect(await missing(tinos, unseen)).toEqual([])
    expect(await missing(notoSans, unseen)).toEqual([])
    expect(await missing(notoSans, '\u1680')).toEqual(['\u1680'])
  })

  test('带符号的字母，拆开写、合起来写都算有', async () => {
    expect(await missing(tinos, 'é'.normalize('NFC') + 'é'.normalize('NFD'))).toEqual([])
    expect(await missing(notoSans, '豈葛\u{e0100}')).toEqual([])
  })

  test('几个码位合成的一个字，作为一个字报告', async () => {
    const family = '👨\u200d👩\u200d👧'
    expect(await missing(notoSans, `甲${family}🇨🇳👍🏽乙`)).toEqual([family, '🇨🇳', '👍🏽'])
  })
})

test('与排版程序所见一致', async () => {
  const set = await createFonts({workspace: '/nowhere', cacheFolder: '/nowhere', systemFolders: []}).resolve()
  const typesetter = createTypesetter()
  const typeset = async (font: Typeface, text: string) => {
    const escaped = Array.from(text, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('')
    const source = `#text(font: "${font.family}", weight: 400, fallback: false, "${escaped}")`
    try {
      const {pdf} = await typesetter.typeset({source, pictures: [], fonts: set, timestamp: 0})
      pdf()
      return []
    } catch (error) {
      if (!(error instanceof TypesetError)) throw error
      return error.stumbledOver.characters
    }
  }
  // Blocks from which rare characters of bulletins come; each character stands alone, so that none joins the next.
  const blocks = [
    ...([
      [0x20, 0x7e],
      [0xa0, 0x24f],
      [0x370, 0x3ff],
      [0x400, 0x45f],
      [0x2000, 0x206f],
      [0x2100, 0x21ff]
    ] as const),
    ...([
      [0x2460, 0x24ff],
      [0x2500, 0x27bf],
      [0x3000, 0x30ff],
      [0x3200, 0x4dbf],
      [0x4e00, 0x9fff]
    ] as const),
    ...([
      [0xe000, 0xe0ff],
      [0xf900, 0xfaff],
      [0xff00, 0xffef],
      [0x1f300, 0x1f6ff],
      [0x20000, 0x2a6df]
    ] as const)
  ]
  const character = fc
    .oneof(...blocks.map(([min, max]) => fc.integer({min, max})))
    .map((code) => String.fromCodePoint(code))
    // Marks and what is not seen share the fate of what they stand beside.
    .filter((one) => !/\p{M}/u.test(one) && needsGlyph(one))
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(character, {maxLength: 40}), async (characters) => {
      for (const font of [tinos, notoSans]) {
        const ours = await createMissing()(font, characters)
        expect(new Set(await typeset(font, characters.join('\n')))).toEqual(new Set(ours))
      }
    }),
    {numRuns: 50}
  )
})

describe('字体文件', () => {
  test('字体集里按字族名取', async () => {
    const file = join(temporaryFolder(), 'x.ttc')
    const latin = renameFont(readFileSync(regular), {family: 'Latin'})
    const chinese = renameFont(readFileSync(notoSans.files[0] ?? ''), {family: 'Chinese'})
    writeFileSync(file, collection([latin, chinese]))
    const face = (family: string): Typeface => ({...tinos, family, files: [file]})

    expect(await missing(face('Latin'), 'a甲')).toEqual(['甲'])
    expect(await missing(face('Chinese'), 'a甲')).toEqual([])
  })

  test('一种字体有几个文件，都有才算有', async () => {
    const both: Typeface = {...tinos, files: [regular, ...notoSans.files]}
    expect(await missing(both, 'a甲')).toEqual(['甲'])
  })

  test('不是字体、读不到、损坏的：说不准的不报', async () => {
    const folder = temporaryFolder()
    const [text, cut] = [join(folder, 'text.ttf'), join(folder, 'cut.ttf')]
    writeFileSync(text, '不是字体')
    writeFileSync(cut, readFileSync(regular))
    truncateSync(cut, 2000)
    for (const file of [text, cut, join(folder, 'none.ttf')]) {
      expect(await missing({...tinos, files: [file]}, '甲')).toEqual([])
    }
  })

  test('随便怎么损坏都不出错', async () => {
    const bytes = readFileSync(regular)
    const file = join(temporaryFolder(), 'x.ttf')
    const cmap = offsetOf(bytes, 'cmap')
    await fc.assert(
      fc.asyncProperty(fc.nat(2000), fc.uint8Array({minLength: 1, maxLength: 64}), async (at, noise) => {
        const damaged = Buffer.from(bytes)
        damaged.set(noise, cmap + at)
        writeFileSync(file, damaged)
        expect(Array.isArray(await missing({...tinos, files: [file]}, 'a甲\u{20bb7}'))).toBe(true)
      }),
      {numRuns: 30}
    )
  })
})

function offsetOf(bytes: Buffer, tag: string): number {
  for (let entry = 12; entry < 12 + 16 * bytes.readUInt16BE(4); entry += 16) {
    if (bytes.toString('latin1', entry, entry + 4) === tag) return bytes.readUInt32BE(entry + 8)
  }
  throw new Error(`no table ${tag}`)
}
