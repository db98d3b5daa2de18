import {describe, expect, test} from 'vitest'
import type {Block} from '../../src/model/body.js'
import type {IssueTree} from '../../src/model/tree.js'
import {renderIssue} from '../../src/render/issue.js'
import type {Setting} from '../../src/render/setting.js'
import {examplePictures, exampleSheet, exampleTree, issueTree, text} from './fixtures.js'
import {sampleHost as host, readSamples} from './samples.js'
import {docxWords, markdownWords, pdfWords, treeWords} from './words.js'

async function expectSameWords(tree: IssueTree, setting: Setting): Promise<void> {
  const {artifacts} = await renderIssue(tree, setting, ['docx', 'pdf', 'md'], host)
  const bytes = new Map(artifacts.map((artifact) => [artifact.format, artifact.bytes]))
  const plain = treeWords(tree, {marks: false})
  expect(await docxWords(bytes.get('docx') ?? new Uint8Array())).toBe(plain)
  expect(markdownWords(new TextDecoder().decode(bytes.get('md')))).toBe(plain)
  expect(await pdfWords(bytes.get('pdf') ?? new Uint8Array(), setting.sheet, tree)).toBe(treeWords(tree, {marks: true}))
}

describe('DOCX, PDF and Markdown carry the same words in the same order', () => {
  test('the example', async () => {
    const fonts = await host.fonts.resolve()
    await expectSameWords(exampleTree, {sheet: exampleSheet, pictures: examplePictures, fonts})
  })

  test('a table over several pages, notes on each of them, lists in lists', async () => {
    const fonts = await host.fonts.resolve()
    const cell = (value: string) => ({type: 'tableCell' as const, children: [text(value)]})
    const rows = Array.from({length: 90}, (_, index) => [`第${index + 1}处`, `${index * 7}册`, '全天开放'])
    const table: Block = {
      type: 'table',
      align: [null, 'right', null],
      children: [['书屋', '藏书', '备注'], ...rows].map((row) => ({type: 'tableRow', children: row.map(cell)}))
    }
    const list = (depth: number): Block => ({
      type: 'list',
      ordered: depth !== 1,
      start: 1,
      children: [1, 2].map((item) => ({
        type: 'listItem',
        children: [
          {type: 'paragraph', children: [text(`第${depth}层${item}`)]},
          ...(depth < 3 ? [list(depth + 1)] : []),
          {type: 'paragraph', children: [text('补一句。')]}
        ]
      }))
    })
    const noted = Array.from(
      {length: 40},
      (_, index): Block => ({
        type: 'paragraph',
        children: [text('渠水清清，稻花飘香。'.repeat(3)), {type: 'footnoteReference', id: `n${index % 20}`}]
      })
    )
    const footnotes = Array.from({length: 20}, (_, index) => ({
      id: `n${index}`,
      children: [{type: 'paragraph' as const, children: [text(`注${index}。`)]}]
    }))
    const tree = issueTree([
      {type: 'article', id: 'a', outline: '', title: [], children: [table, list(0), ...noted], footnotes}
    ])
    await expectSameWords(tree, {sheet: exampleSheet, pictures: examplePictures, fonts})
  })

  test('every sample issue', async () => {
    const samples = await readSamples()
    expect(samples.length).toBeGreaterThanOrEqual(6)
    for (const {tree, setting} of samples) await expectSameWords(tree, setting)
  })
})
