import {describe, expect, test} from 'vitest'
import type {Sheet} from '../../../src/model/sheet.js'
import type {Article, Contents, IssueBlock, Masthead} from '../../../src/model/tree.js'
import {writeDocx} from '../../../src/render/docx/write.js'
import {examplePictures, exampleSheet, issueTree, text} from '../fixtures.js'
import {partOf, stylesOf} from './parts.js'

async function documentXml(children: readonly IssueBlock[]): Promise<string> {
  return partOf(await writeDocx(issueTree(children), exampleSheet, examplePictures, null), 'word/document.xml')
}

describe('masthead', () => {
  const masthead = (children: Masthead['children']): IssueBlock => ({type: 'masthead', children})
  const imprint = (issuer: string): IssueBlock =>
    masthead([{type: 'imprint', issuers: [[text(issuer)]], date: [text('2020年8月13日')]}])

  test('lines of the name stand in the middle of theirs, with all of the white between them', async () => {
    const name = (words: string): Masthead['children'][number] => ({type: 'bulletinTitle', children: [text(words)]})
    const xml = await documentXml([masthead([name('青石县'), name('简报')])])
    // 42 pt type stands in the middle of a line of 53.2 pt; of two lines' 57.9 pt, 4.7 are left.
    expect(partOf(await writeDocx(issueTree([]), exampleSheet, examplePictures, null), 'word/styles.xml')).toContain(
      '<w:spacing w:after="47" w:before="47" w:line="1064" w:lineRule="exact"/>'
    )
    expect(xml.match(/<w:spacing w:before="(\d+)"/)?.[1]).toBe('94')
  })

  test('the date stands at the tab of the last issuer’s line', async () => {
    expect(await documentXml([imprint('青石县文明办')])).toMatch(/青石县文明办<\/w:t><\/w:r><w:r><w:tab\/><\/w:r>/)
  })

  test('a long issuer is broken so that its last line leaves room for the date', async () => {
    const xml = await documentXml([imprint('青石县新时代文明实践中心建设工作领导小组办公室')])
    expect(xml).toMatch(/<w:br\/>.*<w:tab\/>/)
  })

  test('the copy’s number has a style of its own beside the classification, and a line of its own without', async () => {
    const line = (words: string): IssueBlock =>
      masthead([{type: 'classification', children: words === '' ? [] : [text(words)], copyNumber: [text('编号：17')]}])
    const beside = await documentXml([line('内部资料')])
    expect(stylesOf(beside)[0]).toBe('classification')
    expect(beside).toMatch(/<w:rStyle w:val="copyNumberMark"\/>(?:(?!<\/w:r>).)*编号/)
    expect(stylesOf(await documentXml([line('')]))[0]).toBe('copyNumber')
  })
})

describe('contents', () => {
  const article = (id: string): Article => ({
    type: 'article',
    id,
    outline: '',
    title: [[text('题')]],
    children: [],
    footnotes: []
  })
  const entry = (id: string, words: string): Contents['children'][number] => ({
    type: 'contentsEntry',
    article: id,
    children: [text(words)]
  })
  const contents: Contents = {
    type: 'contents',
    children: [
      {type: 'contentsHead', children: [text('【一】')]},
      entry('a', '甲：“好”'),
      entry('b', '乙'),
      {type: 'contentsHead', children: [text('【二】')]},
      entry('c', '丙')
    ]
  }
  const articles = ['a', 'b', 'c'].map((id) => article(id))
  const layout = {
    articlePages: new Map([
      ['a', 1],
      ['b', 2],
      ['c', 11]
    ])
  }
  const instructions = (xml: string): string[] =>
    Array.from(xml.matchAll(/<w:instrText[^>]*>([^<]*)/g), ([, words = '']) => words.trim().replaceAll('&quot;', '"'))

  async function write(pageNumbers: boolean): Promise<string> {
    const sheet: Sheet = {...exampleSheet, contents: {pageNumbers}}
    return partOf(
      await writeDocx(issueTree([contents, ...articles]), sheet, examplePictures, layout),
      'word/document.xml'
    )
  }

  test('without pages entries are links only', async () => {
    const xml = await write(false)
    expect(xml.match(/<w:hyperlink w:history="1" w:anchor="article\d"/g)).toHaveLength(3)
    expect(instructions(xml)).toEqual([])
  })

  test('with pages each group is a field, whose entries and pages are there', async () => {
    const xml = await write(true)
    expect(instructions(xml)).toEqual([
      'TOC \\h \\z \\f A',
      ...['PAGEREF article1 \\h', 'PAGEREF article2 \\h'],
      'TOC \\h \\z \\f B',
      'PAGEREF article3 \\h',
      ...['TC "甲：\\“好\\”" \\f A \\l 1', 'TC "乙" \\f A \\l 1', 'TC "丙" \\f B \\l 1']
    ])
    expect(Array.from(xml.matchAll(/separate"\/><\/w:r><w:r><w:t[^>]*>(\d+)/g), ([, page]) => page)).toEqual([
      '1',
      '2',
      '11'
    ])
  })
})
