import {describe, expect, test} from 'vitest'
import type {Block, List} from '../../../src/model/body.js'
import type {Sheet} from '../../../src/model/sheet.js'
import type {Article, Colophon, IssueBlock} from '../../../src/model/tree.js'
import {writeDocx} from '../../../src/render/docx/write.js'
import {examplePicture, examplePictures, exampleSheet, issueTree, pngPicture, text} from '../fixtures.js'
import {partOf, stylesOf} from './parts.js'

async function documentXml(children: readonly IssueBlock[], sheet: Sheet = exampleSheet): Promise<string> {
  return partOf(await writeDocx(issueTree(children), sheet, examplePictures, null), 'word/document.xml')
}

function article(children: readonly Block[], own: Partial<Article> = {}): Article {
  return {type: 'article', id: 'only', outline: '', title: [], children, footnotes: [], ...own}
}

function sentences(count: number): Block[] {
  return Array.from({length: count}, () => ({type: 'paragraph', children: [text('渠水清清，稻花飘香。')]}))
}

describe('page', () => {
  test('A4, type area 156 × 225 mm, 22 lines, page number 7 mm below', async () => {
    const xml = await documentXml([])
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(xml).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="0" w:footer="1447"')
    expect(xml).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>')
  })
})

describe('titles that fit', () => {
  const bulletinTitle = (value: string): IssueBlock => ({
    type: 'masthead',
    children: [{type: 'bulletinTitle', children: [text(value)]}]
  })

  test('a short name keeps the style’s size, without direct formatting', async () => {
    expect(await documentXml([bulletinTitle('青石简报')])).not.toContain('<w:sz ')
  })

  test('a long name is shrunk to the type area', async () => {
    // 16 字 in 442.2 pt: 27.6, so 27.5 pt.
    expect(await documentXml([bulletinTitle('青石县城乡环境综合整治工作情况简报')])).toContain('<w:sz w:val="52"/>')
  })
})

describe('lists', () => {
  const list = (start: number): List => ({
    type: 'list',
    ordered: true,
    start,
    children: [{type: 'listItem', children: [{type: 'paragraph', children: [text('修渠。')]}]}]
  })

  test('each list counts on its own', async () => {
    const docx = await writeDocx(issueTree([article([list(1), list(1), list(4)])]), exampleSheet, examplePictures, null)
    const used = [...partOf(docx, 'word/document.xml').matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(used).size).toBe(3)

    const numbering = partOf(docx, 'word/numbering.xml')
    const starts = used.map(
      (id) => new RegExp(`<w:num w:numId="${id}".*?startOverride w:val="(\\d+)"`).exec(numbering)?.[1]
    )
    expect(starts).toEqual(['1', '1', '4'])
  })
})

describe('tables', () => {
  const table = (rows: readonly (readonly string[])[]): Block => ({
    type: 'table',
    align: (rows[0] ?? []).map(() => null),
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({type: 'tableCell', children: [text(cell)]}))
    }))
  })

  test('grid and cells say the same widths, their sum the type area', async () => {
    const xml = await documentXml([
      article([
        table([
          ['镇', '说明'],
          ['西山', '渠道全长12公里，灌溉农田3000余亩，惠及农户860户，今年春灌前全线疏浚完毕']
        ])
      ])
    ])
    const grid = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    const cells = [...xml.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(cells).toEqual([...grid, ...grid])
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(8844)
    expect(xml).toContain('<w:tblW w:type="dxa" w:w="8844"/>')
    expect(grid[0]).toBeGreaterThan(2 * 240)
  })

  test('a column of figures stands right, a column of words does not', async () => {
    const xml = await documentXml([
      article([
        table([
          ['镇', '亩数'],
          ['西山', '3000余亩'],
          ['东河', '1.2万'],
          ['南坡', '—']
        ])
      ])
    ])
    expect(xml.match(/<w:jc w:val="right"\/>/g)).toHaveLength(3)
  })

  test('white above and below keeps two tables apart', async () => {
    const one = table([['甲'], ['乙']])
    const xml = await documentXml([article([one, one])])
    expect(xml).not.toContain('</w:tbl><w:tbl>')
    expect(stylesOf(xml).filter((style) => style.startsWith('table') && !/Head|Cell/.test(style))).toEqual([
      'tableAbove',
      'tableBelow',
      'tableAbove',
      'tableBelow'
    ])
  })

  test('a table of few rows is kept whole, a longer one only in its rows', async () => {
    const rows = (count: number) => table(Array.from({length: count}, (_, index) => [`${index}`]))
    const kept = async (count: number) =>
      (await documentXml([article([rows(count)])])).match(/<w:pStyle w:val="table(Head|Cell)"\/><w:keepNext\/>/g) ?? []
    expect(await kept(exampleSheet.tables.keepTogetherRows)).toHaveLength(exampleSheet.tables.keepTogetherRows - 1)
    expect(await kept(exampleSheet.tables.keepTogetherRows + 1)).toHaveLength(0)
  })

  test('a row that takes most of a page may be broken', async () => {
    const whole = async (length: number) =>
      (await documentXml([article([table([['镇'], ['渠'.repeat(length)]])])])).match(/<w:cantSplit\/>/g)
    expect(await whole(200)).toHaveLength(2)
    expect(await whole(1000)).toHaveLength(1)
  })

  test('rows are whole lines high, as many as their words need', async () => {
    const xml = await documentXml([article([table([['镇'], ['西山'], ['渠'.repeat(60)]])])])
    expect(
      [...xml.matchAll(/<w:trHeight w:val="(\d+)" w:hRule="atLeast"/g)].map(([, height]) => Number(height) / 579)
    ).toEqual([1, 1, 2])
  })
})

describe('pictures', () => {
  async function extent(widthPx: number, heightPx: number): Promise<{width: number; height: number}> {
    const picture = pngPicture(widthPx, heightPx)
    const tree = issueTree([article([{type: 'figure', image: picture.digest, alt: '渠首'}])])
    const docx = await writeDocx(tree, exampleSheet, new Map([[picture.digest, picture]]), null)
    const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(partOf(docx, 'word/document.xml')) ?? []
    return {width: Number(cx) / 36000, height: Number(cy) / 36000}
  }

  test('none is wider than the type area or higher than six tenths of it', async () => {
    const wide = await extent(3000, 300)
    expect(wide.width).toBeGreaterThan(155)
    expect(wide.width).toBeLessThanOrEqual(156)

    const high = await extent(300, 3000)
    expect(high.height).toBeGreaterThan(134)
    expect(high.height).toBeLessThanOrEqual(135)
  })

  test('small ones are not enlarged', async () => {
    expect((await extent(96, 96)).width).toBeCloseTo(25.4)
  })

  test('alternative text is kept, the line is not exact', async () => {
    const xml = await documentXml([article([{type: 'figure', image: examplePicture.digest, alt: '渠首'}])])
    expect(xml).toContain('descr="渠首"')
    expect(xml).toContain('<w:pStyle w:val="picture"/>')
  })
})

describe('colophon', () => {
  const colophon: Colophon = {
    type: 'colophon',
    children: [
      {type: 'staffLine', children: [text('责编：林晓')]},
      {type: 'distribution', label: '报：', style: 'lines', lines: [[text('市文明办')], [text('县委')]]},
      {type: 'permitLine', children: [text('共印400份')]}
    ]
  }
  const noted: Block = {type: 'paragraph', children: [text('见注。'), {type: 'footnoteReference', id: 'n'}]}
  const footnotes = [{id: 'n', children: sentences(1)}]

  test('the block stands in a frame on the lower edge, thick rules around it, thin ones between', async () => {
    const xml = await documentXml([article(sentences(3)), colophon])
    const framed = [
      ...xml.matchAll(/<w:pStyle w:val="(\w+)"\/><w:framePr [^>]*w:vAnchor="margin"[^>]*w:yAlign="bottom"/g)
    ]
    expect(framed.map(([, style]) => style)).toEqual([
      'staffLine',
      'colophonOuterRule',
      'distribution',
      'distribution',
      'colophonInnerRule',
      'permitLine',
      'colophonOuterRule'
    ])
  })

  test('where a footnote may stand at the foot, white for it stands below the block', async () => {
    const xml = await documentXml([article([noted, ...sentences(3)], {footnotes}), colophon])
    // 17 of 28 characters: one line of 0.5, and one for the rule.
    expect(xml).toMatch(
      /<w:pStyle w:val="colophonBelow"\/><w:framePr [^>]*\/><w:spacing w:line="869" w:lineRule="exact"\/>/
    )
  })

  test('a footnote that cannot stand on the page of the block does not matter', async () => {
    for (const count of [20, 30]) {
      expect(await documentXml([article([noted, ...sentences(count)], {footnotes}), colophon])).not.toContain(
        'colophonBelow'
      )
    }
  })

  test('a block that may be higher than a page goes on over pages', async () => {
    const lines = Array.from({length: 500}, (_, index) => [text(`第${index}村`)])
    const long: Colophon = {type: 'colophon', children: [{type: 'distribution', label: '发：', style: 'lines', lines}]}
    expect(await documentXml([article(sentences(3)), long])).not.toContain('w:framePr')
  })

  test('the last lines of the text go with the block', async () => {
    const kept = async (children: readonly Block[]) =>
      (await documentXml([article(children), colophon]))
        .split('</w:p>')
        .map((one) => one.includes('BodyText"/><w:keepNext/>'))
        .filter(Boolean).length
    expect(await kept(sentences(5))).toBe(2)
    expect(
      await kept([...sentences(5), {type: 'paragraph', children: [text('渠水清清，稻花飘香。'.repeat(10))]}])
    ).toBe(1)
  })

  test('staff alone draws no rules', async () => {
    const xml = await documentXml([{type: 'colophon', children: [{type: 'staffLine', children: [text('责编：林晓')]}]}])
    expect(xml).not.toContain('Rule"')
  })
})
