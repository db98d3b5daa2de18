import fc from 'fast-check'
import {beforeAll, describe, expect, test} from 'vitest'
import type {FontSet} from '../../src/model/artifact.js'
import type {Phrasing} from '../../src/model/body.js'
import {TypesetError} from '../../src/model/host.js'
import type {Sheet, TextStyle} from '../../src/model/sheet.js'
import type {Article, IssueBlock} from '../../src/model/tree.js'
import {characterUses, isChineseOnly} from '../../src/render/characters.js'
import {body} from './arbitrary.js'
import {exampleSheet, exampleTree, issueTree, text} from './fixtures.js'
import {npmFonts, resolveNpmFonts, typesetTree} from './pdf.js'

const paragraph = (...children: Phrasing[]) => ({type: 'paragraph', children}) as const
const emphasis = (value: string): Phrasing => ({type: 'emphasis', children: [text(value)]})

function article(own: Partial<Article>): Article {
  return {type: 'article', id: 'a', outline: '甲　乙', title: [], children: [], footnotes: [], ...own}
}

/** The roles that set a character, each with its part. */
function rolesOf(character: string, blocks: readonly IssueBlock[], sheet: Sheet = exampleSheet): string[] {
  return characterUses(issueTree(blocks), sheet)
    .filter(({characters}) => characters.has(character))
    .map(({part, font}) => `${part.kind} ${font}`)
}

describe('which font sets what', () => {
  const withStyle = (role: keyof Sheet['styles'], font: TextStyle['font']): Sheet => ({
    ...exampleSheet,
    styles: {...exampleSheet.styles, [role]: {...exampleSheet.styles[role], font}}
  })
  const table = (head: Phrasing, cell: Phrasing) =>
    ({
      type: 'table',
      align: [null],
      children: [head, cell].map((words) => ({
        type: 'tableRow' as const,
        children: [{type: 'tableCell' as const, children: [words]}]
      }))
    }) as const
  const list = (ordered: boolean, ...children: Article['children']) =>
    ({type: 'list', ordered, start: 1, children: [{type: 'listItem', children: children as never}]}) as const

  test.each<[string, Partial<Article>, string]>([
    ['body', {children: [paragraph(text('㛃'))]}, 'fangsong'],
    ['title', {title: [[text('甲')], [text('㛃')]]}, 'xiaobiaosong'],
    ['first heading', {children: [{type: 'heading', level: 1, children: [text('㛃')]}]}, 'heiti'],
    ['second heading', {children: [{type: 'heading', level: 2, children: [text('㛃')]}]}, 'kaiti'],
    ['emphasis', {children: [paragraph(emphasis('㛃'))]}, 'kaiti'],
    ['emphasis in bold', {children: [paragraph({type: 'strong', children: [emphasis('㛃')]})]}, 'kaiti'],
    ['bold keeps the font', {children: [paragraph({type: 'strong', children: [text('㛃')]})]}, 'fangsong'],
    ['a link', {children: [paragraph({type: 'link', url: 'https://a.cn', children: [text('㛃')]})]}, 'fangsong'],
    ['a quote', {children: [{type: 'blockquote', children: [paragraph(text('㛃'))]}]}, 'kaiti'],
    ['a table’s head', {children: [table(text('㛃'), text('甲'))]}, 'heiti'],
    ['a table’s cell', {children: [table(text('甲'), text('㛃'))]}, 'fangsong'],
    ['a caption', {children: [{type: 'figure', image: '', alt: '㛃'}]}, 'kaiti'],
    ['a credit', {children: [{type: 'credit', children: [text('㛃')]}]}, 'kaiti'],
    ['a footnote', {footnotes: [{id: 'n', children: [paragraph(text('㛃'))]}]}, 'songti'],
    ['emphasis in a footnote', {footnotes: [{id: 'n', children: [paragraph(emphasis('㛃'))]}]}, 'kaiti']
  ])('%s', (_, own, font) => {
    expect(rolesOf('㛃', [article(own)], withStyle('footnote', 'songti'))).toEqual([`article ${font}`])
  })

  test('marks of lists: 1. and （1） and ①, and the bullet', () => {
    const deep = list(true, list(true, list(true, list(false, paragraph(text('甲'))))))
    const sheet = withStyle('listItem', 'songti')
    for (const mark of ['.', '（', '①', '•', '甲']) {
      expect(rolesOf(mark, [article({children: [deep]})], sheet), mark).toEqual(['article songti'])
    }
  })

  test('the parts of an issue, each by its name', () => {
    const part = (character: string) => rolesOf(character, exampleTree.children)
    expect(part('密')).toEqual([])
    expect(part('内')).toEqual(['masthead heiti'])
    expect(part('号')).toEqual(['masthead heiti', 'colophon fangsong'])
    expect(part('录')).toEqual(['contents heiti'])
    expect(part('按')).toEqual(['editorNote kaiti'])
    expect(part('流')).toEqual(['columnHead heiti'])
    expect(part('—')).toContain('pageNumber songti')
    expect(part('报')).toContain('colophon fangsong')
  })

  test('what the contents say belongs to the article', () => {
    const contents: IssueBlock = {
      type: 'contents',
      children: [{type: 'contentsEntry', article: 'a', children: [text('㛃')]}]
    }
    const [use] = characterUses(issueTree([contents, article({})]), exampleSheet)
    expect(use?.part).toEqual({kind: 'article', id: 'a', title: '甲乙'})
    expect(rolesOf('㛃', [contents, article({title: [[text('㛃')]]})])).toEqual([
      'article fangsong',
      'article xiaobiaosong'
    ])
  })
})

test('shared marks are Chinese', () => {
  for (const mark of ['“', '’', '—', '…', '·']) expect(isChineseOnly(mark), mark).toBe(true)
  for (const other of ['a', '×', '→', '①', '甲', '"', '-']) expect(isChineseOnly(other), other).toBe(false)
})

describe('against the typesetter', () => {
  let fonts: FontSet
  beforeAll(async () => {
    fonts = await resolveNpmFonts()
  })

  test('all that is set is listed, and what is listed is set', async () => {
    await fc.assert(
      fc.asyncProperty(body, async ({children, footnotes}) => {
        // Every word gets a character of its own that no font has.
        let code = 0xe000
        const tree = issueTree([
          JSON.parse(JSON.stringify(article({children, footnotes})), (key, value) =>
            (key === 'value' || key === 'alt') && value !== '' ? `${value}${String.fromCodePoint(code++)}` : value
          )
        ])
        const stumbledOver = await typesetTree(tree).then(
          () => [],
          (error: unknown) => {
            if (!(error instanceof TypesetError)) throw error
            return error.stumbledOver.characters
          }
        )
        const listed = characterUses(tree, exampleSheet).flatMap(({characters}) => [...characters])
        const missing = await npmFonts().missing(fonts.fangsong, [...new Set(listed)])
        expect(new Set(stumbledOver)).toEqual(new Set(missing))
        expect(missing).toHaveLength(code - 0xe000)
      }),
      {numRuns: 30}
    )
  })
})
