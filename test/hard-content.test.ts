/** Content that is hard to set: each builds cleanly, or is refused with what to change. */

import {describe, expect, test} from 'vitest'
import {type Built, buildHard, type HardIssue} from './hard-issue.js'
import type {Drawing} from './render/drawing.js'
import {pngPicture} from './render/fixtures.js'
import {findCollisions, isPageNumber, type Line, linesOf} from './render/lines.js'
import {docxWords} from './render/words.js'

const area = {leftMm: 28, rightMm: 184, topMm: 37, bottomMm: 262}
const pitchMm = (28.95 * 25.4) / 72
const words = '渠水清清，稻花飘香，家家户户忙秋收。'

/** Built, with nothing on anything else and nothing off the type area. */
async function buildsCleanly(issue: HardIssue): Promise<Built & {readonly lines: readonly Line[]}> {
  const built = await buildHard(issue)
  expect(built.messages).toEqual([])
  expect(built.result.status).toBe('built')
  expect(findCollisions(built.pages, area)).toEqual([])
  return {...built, lines: built.pages.flatMap(linesOf)}
}

async function isRefused(issue: HardIssue): Promise<readonly string[]> {
  const {result, messages} = await buildHard(issue)
  expect(result.status).toBe('failed')
  return messages
}

const submission = 'content/hard/submissions/2024/report-1.md'

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({length: count}, (_, index) => make(index))

function table(columns: number, rows: number, cell: (row: number, column: number) => string): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const head = [line(times(columns, (column) => `列${column + 1}`)), line(times(columns, () => '---'))]
  return [...head, ...times(rows, (row) => line(times(columns, (column) => cell(row, column))))].join('\n')
}

const pagesOf = (lines: readonly Line[], text: string): number[] =>
  lines.filter((line) => line.text === text).map(({page}) => page)

/** Horizontal strokes of a page’s tables, by height. */
const rowEdges = ({strokes}: Drawing): number[] =>
  [
    ...new Set(
      strokes
        .filter(({thicknessMm, topMm, bottomMm}) => thicknessMm < 0.2 && topMm === bottomMm)
        .map(({topMm}) => topMm)
    )
  ].sort((a, b) => a - b)

describe('titles', () => {
  test('of 200 characters', async () => {
    const title = '青石县推进文明实践工作走深走实的十条做法和几点思考'.repeat(8).slice(0, 200)
    const {lines, docx} = await buildsCleanly({articles: [{title, body: words}]})
    const set = lines.filter(({sizePt}) => sizePt === 22)
    expect(set.map(({text}) => text).join('')).toBe(title)
    expect(set.every(({text}) => text.length > 1)).toBe(true)
    expect(await docxWords(docx)).toContain(title)
  })

  test('of 200 letters without a blank', async () => {
    const {lines} = await buildsCleanly({articles: [{title: 'A'.repeat(200), body: words}]})
    expect(
      lines
        .filter(({sizePt}) => sizePt === 22)
        .map(({text}) => text)
        .join('')
    ).toBe('A'.repeat(200))
  })

  test('of the bulletin, which fit no width', async () => {
    const bulletinTitle = '青石县新时代文明实践中心建设工作领导小组办公室工作情况简报汇编'
    expect(await isRefused({bulletinTitle})).toEqual([
      `content/hard/bulletin.yaml:1: 刊名“${bulletinTitle}”太长，缩到 26 磅一行仍排不下。请在 title 中分成几行，如 [第一行, 第二行]。 [bulletin-title-fits]`
    ])
  })

  test('of the bulletin, on two lines, each in the size that fits', async () => {
    const bulletinTitle = '[青石县新时代文明实践中心建设工作, 情况简报]'
    const {lines} = await buildsCleanly({bulletinTitle})
    const red = lines.filter(({glyphs}) => glyphs[0]?.color === '#e60012')
    expect(red.map(({text}) => text)).toEqual(['青石县新时代文明实践中心建设工作', '情况简报'])
    for (const {leftMm, rightMm} of red) expect(Math.abs((leftMm + rightMm) / 2 - 106)).toBeLessThan(0.5)
  })
})

describe('tables', () => {
  test('of 300 rows: the head on every page, rows on the grid', async () => {
    const body = `${words}\n\n${table(4, 300, (row, column) => (column === 0 ? `第${row + 1}村` : column === 3 && row % 7 === 0 ? words + words : String(row * (column + 3))))}\n\n${words}`
    const {lines, pages, docx} = await buildsCleanly({articles: [{body}]})
    const last = pages.length
    expect(last).toBeGreaterThan(14)
    expect(pagesOf(lines, '列1')).toEqual(times(last - 1, (index) => index + 1))
    expect(pagesOf(lines, '第300村')).toEqual([last - 1])
    for (const page of pages) {
      const edges = rowEdges(page)
      for (const edge of edges) {
        const rows = (edge - (edges[0] ?? 0)) / pitchMm
        expect(Math.abs(rows - Math.round(rows))).toBeLessThan(0.02)
      }
    }
    expect(await docxWords(docx)).toContain('第300村')
  })

  test('begin where they stand, whatever goes to the last page with the end block', async () => {
    for (const rows of [19, 20, 21, 22]) {
      const body = `${words}\n\n${table(4, rows, (row, column) => (column === 3 && row % 7 === 0 ? words + words : String(row)))}\n\n${words}`
      const {lines, pages} = await buildsCleanly({articles: [{body}]})
      expect(pagesOf(lines, '列1')[0]).toBe(1)
      expect(linesOf(pages.at(-1) as Drawing).filter(({sizePt}) => sizePt === 16).length).toBeGreaterThan(1)
    }
  })

  test('of 20 columns: set smaller', async () => {
    const {lines} = await buildsCleanly({articles: [{body: table(20, 5, (row, column) => String(row + column))}]})
    const cells = lines.filter(({text}) => /^列\d+$/.test(text))
    expect(cells.length).toBe(20)
    expect(new Set(cells.map(({sizePt}) => sizePt)).size).toBe(1)
    expect(cells[0]?.sizePt).toBeGreaterThanOrEqual(7.5)
    expect(cells[0]?.sizePt).toBeLessThan(12)
  })

  test('of 20 columns of long numbers', async () => {
    const body = table(20, 5, (row, column) => String(12345678 + row + column))
    expect(await isRefused({articles: [{body}]})).toEqual([
      `${submission}:1: 表格（列1、列2、列3……）有 20 列，缩到最小仍排不下。请减少列数、改用万或亿作单位，或拆成几个表。 [table-fits-page]`
    ])
  })

  test('with a cell that is longer than a page', async () => {
    const {lines, pages} = await buildsCleanly({articles: [{body: table(2, 1, () => words.repeat(80))}]})
    expect(pages.length).toBeGreaterThan(2)
    expect(pagesOf(lines, '列1')).toEqual(times(pages.length, (index) => index + 1))
  })

  test('of a few rows that are higher than a page together', async () => {
    const {pages} = await buildsCleanly({articles: [{body: table(1, 5, () => words.repeat(16))}]})
    expect(pages.length).toBeGreaterThan(1)
  })

  test('with footnotes, the head’s too: set once, referred to on every page', async () => {
    const rows = table(2, 50, (row, column) => (column === 0 && row % 9 === 0 ? `第${row}村[^n${row}]` : '有'))
    const notes = times(6, (index) => `[^n${index * 9}]: 第${index}条注。`)
    const body = `${rows.replace('列1', '列1[^h]').replace('列2', '列2[^h]')}\n\n[^h]: 表头的注。\n\n${notes.join('\n\n')}`
    const {lines, pages, docx} = await buildsCleanly({articles: [{body}]})
    expect(pagesOf(lines, '列1').length).toBeGreaterThan(2)
    expect(pagesOf(lines, '表头的注。')).toEqual([1])
    const raised = pages.map(({glyphs}) =>
      glyphs.filter(({text, sizePt}) => text === '1' && Math.abs(sizePt - 7.2) < 0.1)
    )
    expect(raised.slice(0, 3).map((marks) => marks.length)).toEqual([2, 2, 2])
    for (const index of times(6, (note) => note)) {
      expect(lines.some(({text}) => text.endsWith(`第${index}条注。`))).toBe(true)
    }
    expect(await docxWords(docx)).toContain('表头的注。')
  })
})

describe('pictures', () => {
  test.each([
    [1, 10_000],
    [10_000, 1]
  ])('of %d × %d pixels', async (width, height) => {
    const picture = pngPicture(width, height).bytes
    expect(await isRefused({articles: [{body: `${words}\n\n![图](p.png)`}], picture})).toEqual([
      `${submission}:1: 图片太长太窄（${width}×${height} 像素），缩进版心后看不清。请裁剪后再用。 [picture-fits-page]`
    ])
  })

  test('of a tall page: scaled into the type area, its caption beneath it', async () => {
    const picture = pngPicture(800, 3000).bytes
    const {pages} = await buildsCleanly({articles: [{body: `${words}\n\n![竖长的图](p.png)`}], picture})
    const frames = pages.flatMap((page) => page.pictures)
    expect(frames.length).toBe(1)
    expect((frames[0]?.bottomMm ?? 0) - (frames[0]?.topMm ?? 0)).toBeLessThan(0.6 * 225 + 0.5)
  })
})

describe('text', () => {
  const nested = (ordered: boolean, last = words): string =>
    times(
      6,
      (depth) => `${' '.repeat(depth * 3)}${ordered ? '1.' : '-'} 第${depth + 1}层${depth === 5 ? last : words + words}`
    ).join('\n')

  test('lists in lists, six deep', async () => {
    const {lines, docx} = await buildsCleanly({articles: [{body: nested(false)}, {body: nested(true)}]})
    const firsts = times(6, (depth) => lines.filter(({text}) => text.includes(`第${depth + 1}层`)))
    for (const marks of firsts) expect(marks.length).toBe(2)
    for (const list of [0, 1]) {
      const lefts = firsts.map((marks) => marks[list]?.leftMm ?? 0)
      expect(lefts).toEqual([...lefts].sort((a, b) => a - b))
    }
    expect(await docxWords(docx)).toContain('第6层')
  })

  test('words longer than a line: addresses, in a list too', async () => {
    const address = `https://example.org/${'a'.repeat(150)}`
    const {lines} = await buildsCleanly({articles: [{body: `见${address}。`}, {body: nested(true, 'a'.repeat(90))}]})
    expect(lines.map(({text}) => text).join('')).toContain(address)
  })

  test('rare characters that the fonts have', async () => {
    const {lines} = await buildsCleanly({articles: [{title: '喆堃镕的彧', body: '龘靐齉龗㙍䶮犇骉彧喆堃镕。'}]})
    expect(lines.map(({text}) => text).join('')).toContain('龘靐齉龗㙍䶮犇骉彧喆堃镕')
  })

  test('characters that no font has, by name, article by article', async () => {
    const told = (character: string, code: string): string =>
      `稿件《一件难排的稿子》中的“${character}”（${code}）不在仿宋（NotoSansHans-Regular）字体中，别的字体也没有，印不出来。请换一个字，或在 fonts/ 放入含有它的仿宋字体。 [character-is-in-fonts]`
    expect(await isRefused({articles: [{body: '大家高兴😀，点赞👍🏽。'}, {body: '吉字写作𠮷。'}]})).toEqual([
      `${submission}:6: ${told('😀', 'U+1F600')}`,
      `${submission}:6: ${told('👍🏽', 'U+1F44D U+1F3FD')}`,
      `content/hard/submissions/2024/report-2.md:6: ${told('𠮷', 'U+20BB7')}`
    ])
  })

  test('an article of one character', async () => {
    const {lines, pages} = await buildsCleanly({articles: [{body: '好。'}]})
    expect(pages.length).toBe(1)
    expect(lines.some(({text}) => text.startsWith('好。（'))).toBe(true)
  })

  test('an article without a text', async () => {
    expect(await isRefused({articles: [{body: ''}]})).toEqual([
      `${submission}:4: 没有正文。请在第二个“---”之后另起一行写正文。 [body-is-present]`
    ])
  })

  test('an empty column', async () => {
    const columns = '[{title: 工作交流, articles: [report-1]}, {title: 一线来信, articles: []}]'
    expect(await isRefused({columns})).toEqual([
      'content/hard/issues/2024/001.yaml:4: 栏目“一线来信”没有稿件。请写明来稿，或删去这个栏目。 [issue-has-articles]'
    ])
  })
})

describe('the end block', () => {
  const recipients = (level: string, count: number): string =>
    `${level}: [${times(count, (index) => `${level}第${index + 1}村文明实践站`).join(', ')}]`
  const distribution = `{${recipients('报', 40)}, ${recipients('送', 60)}, ${recipients('发', 400)}}`

  test.each(['inline', 'lines'] as const)('of 500 recipients, %s', async (distributionStyle) => {
    const {lines, docx} = await buildsCleanly({distribution, distributionStyle})
    const set = lines.filter(({text}) => !isPageNumber(text)).map(({text}) => text)
    expect(set.join('').match(/文明实践站/g)?.length).toBe(500)
    expect((await docxWords(docx)).match(/文明实践站/g)?.length).toBe(500)
  })

  test('stands under the notes of its page, also where other pages have notes', async () => {
    const text = times(10, () => words.repeat(4)).join('\n\n')
    const body = `${words}[^a]\n\n${text}\n\n${words}[^b]${words}[^c]\n\n[^a]: 头一条注。\n\n[^b]: 第二条注。\n\n[^c]: 第三条注。`
    const {pages} = await buildsCleanly({articles: [{body}]})
    const rules = pages.map(({strokes}) => strokes.filter(({rightMm}) => rightMm < 100))
    expect(rules.map((found) => found.length)).toEqual([1, 0, 1])
    const second = linesOf(pages[2] as Drawing).find(({text: found}) => found === '第二条注。')
    expect(rules[2]?.[0]?.bottomMm).toBeLessThan(second?.topMm ?? 0)
  })

  test('stands under the notes of its page', async () => {
    const body = `${times(8, () => words.repeat(3)).join('\n\n')}\n\n${words}[^a]${words.repeat(4)}[^b]\n\n[^a]: 头一条注。\n\n[^b]: 第二条注${words.repeat(4)}`
    const {pages} = await buildsCleanly({articles: [{body}]})
    const last = linesOf(pages.at(-1) as Drawing).filter(({text}) => !isPageNumber(text))
    const bottomOf = (pattern: RegExp): number =>
      Math.max(...last.filter(({text}) => pattern.test(text)).map(({bottomMm}) => bottomMm))
    expect(bottomOf(/头一条注|第二条注/)).toBeLessThan(bottomOf(/^报：/))
    const edges = pages.at(-1)?.strokes.map(({bottomMm}) => bottomMm) ?? []
    expect(Math.abs(Math.max(...edges) - area.bottomMm)).toBeLessThan(0.5)
  })
})
