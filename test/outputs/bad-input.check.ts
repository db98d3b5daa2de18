/** What no editor should send, in Word files: nothing overlaps, nothing runs off the page. */

import {mkdtemp, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {createFonts} from '../../src/host/fonts.js'
import type {Block, Phrasing} from '../../src/model/body.js'
import type {Article, Colophon, IssueBlock, Masthead} from '../../src/model/tree.js'
import {writeDocx} from '../../src/render/docx/write.js'
import {lintDocx} from '../render/docx/lint/lint.js'
import {exampleSheet, issueTree, pngPicture, text} from '../render/fixtures.js'
import {readBoxes} from './boxes.js'
import {overlaps, strays} from './collisions.js'
import {openInOffice} from './office.js'
import {root} from './samples.js'

const thin = pngPicture(1, 10_000)
const wide = pngPicture(10_000, 30)
const pictures = new Map([thin, wide].map((picture) => [picture.digest, picture]))
const sentence = '渠水清清，稻花飘香，家家户户修渠补路。'

function paragraph(...words: (string | Phrasing)[]): Block {
  return {type: 'paragraph', children: words.map((word) => (typeof word === 'string' ? text(word) : word))}
}

function table(rows: readonly (readonly (string | Phrasing)[])[]): Block {
  return {
    type: 'table',
    align: (rows[0] ?? []).map(() => null),
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({type: 'tableCell', children: [typeof cell === 'string' ? text(cell) : cell]}))
    }))
  }
}

function nested(depth: number): Block {
  const inner = depth < 6 ? [nested(depth + 1)] : []
  return {
    type: 'list',
    ordered: depth % 2 === 0,
    start: 1,
    children: [{type: 'listItem', children: [paragraph(sentence), ...inner]}]
  }
}

const note: Phrasing = {type: 'footnoteReference', id: 'n'}
const footnotes = [{id: 'n', children: [paragraph(sentence.repeat(5))]}]
const numbers = Array.from({length: 20}, (_, index) => `${index * 137}`)
const rows = Array.from({length: 300}, (_, index) => [`${index + 1}`, sentence.repeat(index % 7 === 0 ? 3 : 1)])

const cases: Readonly<Record<string, Partial<Article>>> = {
  二百字的标题: {title: [[text(sentence.repeat(11))]], children: [paragraph('一句话。')]},
  三百行的表: {children: [paragraph('如下：'), table([['序', '说明'], ...rows])]},
  二十列的表: {children: [table([numbers, ...Array.from({length: 8}, () => numbers)])]},
  一格满页的表: {
    children: [
      table([
        ['甲', '乙'],
        ['短', sentence.repeat(60)]
      ]),
      paragraph('完。')
    ]
  },
  细长与扁长的图: {
    children: [thin, wide].map(({digest}) => ({type: 'figure', image: digest, alt: sentence.repeat(3)}))
  },
  表中的脚注: {
    children: [
      table([
        ['甲', '乙'],
        [note, '丙']
      ])
    ],
    footnotes
  },
  末页的脚注: {children: [paragraph(sentence, note), paragraph(sentence)], footnotes},
  六层列项: {children: [nested(1)]},
  一行的稿件: {children: [paragraph('一行。')]},
  满页的文字: {children: Array.from({length: 17}, () => paragraph(sentence))}
}

const masthead: Masthead = {
  type: 'masthead',
  children: [
    {type: 'classification', children: [text('内部资料　注意保存')], copyNumber: [text('编号：000017')]},
    {type: 'bulletinTitle', children: [text('青石县精神文明建设简报')]},
    {
      type: 'imprint',
      issuers: [[text(`青石县${'新时代文明实践工作'.repeat(4)}办公室`)]],
      date: [text('2020年12月31日')]
    }
  ]
}

function colophon(recipients: number): Colophon {
  const names = Array.from({length: recipients}, (_, index) => `第${index + 1}村村民委员会`)
  return {
    type: 'colophon',
    children: [
      {type: 'staffLine', children: [text('责编：林　晓')]},
      {type: 'distribution', label: '发：', style: 'inline', lines: [[text(`${names.join('，')}。`)]]},
      {type: 'permitLine', children: [text('共印400份')]}
    ]
  }
}

function issue(own: Partial<Article>, recipients: number): readonly IssueBlock[] {
  const article: Article = {type: 'article', id: 'a', outline: '', title: [], children: [], footnotes: [], ...own}
  return [masthead, article, colophon(recipients)]
}

const issues = new Map([
  ...Object.entries(cases).map(([name, own]) => [name, issue(own, 9)] as const),
  ['五百个发送单位', issue({children: [paragraph('一行。')]}, 500)] as const
])
const opened = new Map<string, string>()

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-bad-input-'))
  const {officeFonts} = exampleSheet
  const fonts = await createFonts({workspace: root}).resolve(officeFonts)
  const files: string[] = []
  for (const [name, children] of issues) {
    const file = join(folder, `${name}.docx`)
    const docx = await writeDocx(issueTree(children), exampleSheet, pictures, null)
    expect(lintDocx(docx), name).toEqual([])
    await writeFile(file, docx)
    files.push(file)
  }
  const pdfs = await openInOffice(files, {fonts, officeFonts, folder})
  for (const [index, name] of [...issues.keys()].entries()) opened.set(name, pdfs[index] ?? '')
})

test.each([...issues.keys()])('%s', async (name) => {
  const boxes = await readBoxes(await readFile(opened.get(name) ?? ''))
  expect(boxes.texts.length).toBeGreaterThan(10)
  expect(strays(boxes)).toEqual([])
  expect(overlaps(boxes)).toEqual([])
})
