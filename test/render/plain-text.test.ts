/** Text of known words, measured: characters a line, lines a page, marks that are squeezed or kept from lines' ends. */

import {describe, expect, test} from 'vitest'
import type {Block} from '../../src/model/body.js'
import {readDrawings} from './drawing.js'
import {issueTree, exampleSheet as sheet, text} from './fixtures.js'
import {findCollisions, isPageNumber, type Line, linesOf} from './lines.js'
import {typesetTree} from './pdf.js'

const mmPerPt = 25.4 / 72
const emMm = sheet.styles.body.sizePt * mmPerPt
const cellMm = sheet.grid.charPitchPt * mmPerPt
const pitchMm = sheet.grid.linePitchPt * mmPerPt
const leftMm = sheet.page.leftMm
const rightMm = sheet.page.widthMm - sheet.page.rightMm
const area = {leftMm, rightMm, topMm: sheet.page.topMm, bottomMm: sheet.page.heightMm - sheet.page.bottomMm}

/** Lines of paragraphs, a page each; page numbers left out. */
async function setText(...paragraphs: readonly string[]): Promise<Line[][]> {
  const children = paragraphs.map((words): Block => ({type: 'paragraph', children: [text(words)]}))
  const tree = issueTree([{type: 'article', id: 'a', outline: '', title: [], children, footnotes: []}])
  const drawings = await readDrawings((await typesetTree(tree)).pdf)
  expect(findCollisions(drawings, area)).toEqual([])
  return drawings.map((drawing) => linesOf(drawing).filter((line) => !isPageNumber(line.text)))
}

const plain = (length: number): string => '渠水清稻花香秋收忙书声朗'.repeat(Math.ceil(length / 12)).slice(0, length)

describe('the grid', () => {
  test('28 characters a line, each in its cell', async () => {
    const [lines = []] = await setText(plain(280))
    expect(lines.map(({glyphs}) => glyphs.length)).toEqual([26, ...Array.from({length: 9}, () => 28), 2])
    for (const {glyphs, leftMm: left} of lines.slice(1)) {
      expect(Math.abs(left - leftMm)).toBeLessThan(0.01)
      for (const [index, glyph] of glyphs.entries()) {
        expect(Math.abs(glyph.leftMm - leftMm - index * cellMm)).toBeLessThan(0.2)
      }
    }
  })

  test('22 lines a page, one pitch apart, on the same heights on every page', async () => {
    const pages = await setText(plain(28 * 22 * 3 - 2))
    expect(pages.map((lines) => lines.length)).toEqual([22, 22, 22])
    const firstMm = sheet.page.topMm + ((sheet.grid.linePitchPt - 16) / 2 + sheet.glyphs.ascentEm * 16) * mmPerPt
    for (const lines of pages) {
      for (const [index, {baselineMm}] of lines.entries()) {
        expect(Math.abs(baselineMm - firstMm - index * pitchMm)).toBeLessThan(0.01)
      }
    }
  })
})

describe('marks side by side take', () => {
  /** What stands between the first character's left edge and the last one's, in em. */
  test.each([
    ['甲，乙', 2],
    ['甲”，乙', 2.5],
    ['甲），乙', 2.5],
    ['甲。”乙', 2.5],
    ['甲：“乙', 2.5],
    ['甲：《乙', 2.5],
    ['甲（“乙', 2.5],
    ['甲”、“乙', 3],
    ['甲》、《乙', 3],
    ['甲‘乙', 2],
    ['甲……乙', 3],
    ['甲——乙', 3]
  ])('%s: %d characters to the last one', async (words, widthEm) => {
    const [[line] = []] = await setText(words)
    const wide = (line?.glyphs.at(-1)?.leftMm ?? Number.NaN) - (line?.glyphs[0]?.leftMm ?? Number.NaN)
    expect(Math.abs(wide - widthEm * emMm)).toBeLessThan(0.3)
  })

  test('Chinese and Latin get no blank between them', async () => {
    const [[line] = []] = await setText('共有AB和12个')
    const han = line?.glyphs.filter(({text: words}) => /\p{Script=Han}/u.test(words)) ?? []
    const apart = (from: string, to: string): number =>
      (han.find(({text: words}) => words === to)?.leftMm ?? 0) -
      (han.find(({text: words}) => words === from)?.leftMm ?? 0)
    // Digits are half an em wide.
    expect(Math.abs(apart('和', '个') - 2 * emMm)).toBeLessThan(0.3)
    expect(apart('有', '和')).toBeLessThan(2.5 * emMm)
  })
})

describe('at a line’s ends', () => {
  /** The second line of a paragraph whose first takes 26 characters. */
  const second = async (words: string): Promise<Line | undefined> => (await setText(plain(26) + words))[0]?.[1]

  test.each(['“', '（', '《', '【'])('%s begins a line on the edge', async (mark) => {
    const line = await second(`${mark}${plain(60)}`)
    expect(line?.text.charAt(0)).toBe(mark)
    expect(Math.abs((line?.leftMm ?? 0) - leftMm)).toBeLessThan(0.1)
  })

  test.each(['”', '，', '。', '）', '》'])('%s ends a line on the edge', async (mark) => {
    const line = await second(`${plain(27)}${mark}${plain(60)}`)
    expect(line?.text.at(-1)).toBe(mark)
    expect(Math.abs((line?.rightMm ?? 0) - rightMm)).toBeLessThan(0.2)
  })

  test.each(['”', '，', '。', '、', '；', '：', '？', '！', '）', '》', '】', '……', '%', '℃'])(
    '%s begins no line',
    async (mark) => {
      const line = await second(`${plain(28)}${mark}${plain(60)}`)
      const words = plain(28) + mark
      // The mark is taken in, or the character before it goes along to the next line.
      expect([words, words.slice(0, 27)]).toContain(line?.text)
    }
  )

  test.each(['“', '（', '《', '【'])('%s ends no line', async (mark) => {
    const line = await second(`${plain(27)}${mark}${plain(60)}`)
    expect(line?.text).toBe(plain(27))
  })

  test('dashes do not hang over the edge', async () => {
    const line = await second(`${plain(26)}——${plain(60)}`)
    expect(line?.text).toMatch(/—$/)
    expect(line?.rightMm).toBeLessThan(rightMm + 0.2)
  })
})
