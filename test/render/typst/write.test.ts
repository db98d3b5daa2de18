import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {FontSet, ResolvedFont} from '../../../src/model/artifact.js'
import type {Block} from '../../../src/model/body.js'
import {type FontRole, fontRoles} from '../../../src/model/sheet.js'
import type {Article, IssueBlock} from '../../../src/model/tree.js'
import {writeTypst} from '../../../src/render/typst/write.js'
import {body, line} from '../arbitrary.js'
import {examplePictures, exampleSheet, exampleTree, issueTree, text} from '../fixtures.js'
import {readLinks, readPdf, typesetTree} from '../pdf.js'

/** Families that no machine has: the source must not depend on what is installed. */
function fakeFont(role: FontRole): ResolvedFont {
  const files = [`/fonts/${role}.otf`]
  return {role, family: `Test ${role}`, label: role, origin: 'npm', files, substitute: false, weight: 400}
}

const fakeFonts = Object.fromEntries(fontRoles.map((role) => [role, fakeFont(role)])) as FontSet

const fakeSetting = {sheet: exampleSheet, pictures: examplePictures, fonts: fakeFonts}

function article(children: Article['children'], own: Partial<Article> = {}): Article {
  return {type: 'article', id: 'only', outline: '大纲', title: [], children, footnotes: [], ...own}
}

const paragraph = (value: string): Block => ({type: 'paragraph', children: [text(value)]})

/** What is set on the pages, without page numbers, without blanks. */
async function wordsOf(children: readonly IssueBlock[]): Promise<string> {
  const {pdf} = await typesetTree(issueTree(children))
  const stretches = await readPdf(pdf)
  return stretches
    .filter(({top}) => top < 745)
    .map((stretch) => stretch.text)
    .join('')
    .replace(/\s/g, '')
}

describe('source', () => {
  test('the example stays as it was read', async () => {
    const source = writeTypst(exampleTree, fakeSetting).source
    await expect(source).toMatchFileSnapshot('golden/example.typ')
  })

  test('nothing of the machine but families is in it', () => {
    const source = writeTypst(exampleTree, fakeSetting).source
    expect(source).not.toContain('/fonts/')
    expect(source).toContain('"Test fangsong"')
  })

  test('a picture or a note that is not there can only come of a bug', () => {
    const write = (block: Block) => writeTypst(issueTree([article([block])]), fakeSetting)
    expect(() => write({type: 'figure', image: 'none', alt: ''})).toThrow(RangeError)
    expect(() => write({type: 'paragraph', children: [{type: 'footnoteReference', id: 'none'}]})).toThrow(RangeError)
  })
})

describe('any text survives', () => {
  /** ASCII, GB 2312’s Chinese characters and punctuation: what every font of a role has. */
  const gb2312 = new TextDecoder('gb2312')
  const han = fc
    .tuple(fc.integer({min: 0xb0, max: 0xd6}), fc.integer({min: 0xa1, max: 0xfe}))
    .map(([lead, trail]) => gb2312.decode(Uint8Array.of(lead, trail)))
  const mark = fc.constantFrom(...'　、。·ˉ—～…‘’“”〔〕〈〉《》「」『』【】±×÷℃‰①②⑩（）！，．：；？％＃＠')
  const ascii = fc.integer({min: 0x20, max: 0x7e}).map((code) => String.fromCharCode(code))
  const words = fc
    .array(fc.oneof({weight: 3, arbitrary: han}, mark, {weight: 2, arbitrary: ascii}), {minLength: 1, maxLength: 40})
    .map((characters) => characters.join(''))
  const code = fc.constantFrom(
    ...['"', '\\', '\\"', '"#', '"))', '\\u{41}', '\\n', '#panic()', '$x$', '*a*', '_a_', '`a`', '<label>', '@label'],
    ...['//', '/* */', '---', '...', '~', '[', ']', '{', '}', '= a', '- a', '+ a', '/ a: b', 'https://example.org/a']
  )

  test('as it is, whatever it looks like', async () => {
    await fc.assert(
      // Many texts in one document: it is compiled once.
      fc.asyncProperty(fc.array(fc.oneof(words, code), {minLength: 100, maxLength: 100}), async (values) => {
        expect(await wordsOf([article(values.map(paragraph))])).toBe(values.join('').replace(/\s/g, ''))
      }),
      {numRuns: 4}
    )
  })

  test('wherever texts stand', async () => {
    for (const value of ['"#panic("\\', '$*_`<@//\\u{41}[{(']) {
      const words = [text(value)]
      const blocks: IssueBlock[] = [
        {
          type: 'masthead',
          children: [
            {type: 'bulletinTitle', children: words},
            {type: 'imprint', issuers: [words], date: words}
          ]
        },
        {type: 'columnHead', children: words},
        article(
          [
            {type: 'heading', level: 2, children: words},
            {
              type: 'table',
              align: [null],
              children: [{type: 'tableRow', children: [{type: 'tableCell', children: words}]}]
            },
            {type: 'figure', image: [...examplePictures.keys()][0] ?? '', alt: value},
            {type: 'paragraph', children: [{type: 'link', url: `https://example.org/${value}`, children: words}]}
          ],
          {id: value, outline: value, title: [words, words]}
        ),
        {type: 'colophon', children: [{type: 'distribution', label: value, style: 'lines', lines: [words]}]}
      ]
      expect(await wordsOf(blocks)).toBe(value.repeat(12).replace(/\s/g, ''))
    }
  })
})

describe('every body can be set', () => {
  test('whatever stands in what', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(body, line), {minLength: 8, maxLength: 8}), async (bodies) => {
        const articles = bodies.map(([{children, footnotes}, title], index) => {
          const prefix = (id: string) => `${index} ${id}`
          const notes = footnotes.map((note) => ({...note, id: prefix(note.id)}))
          const blocks = JSON.parse(JSON.stringify(children), (key, value) => (key === 'id' ? prefix(value) : value))
          return article(blocks, {id: prefix('a'), outline: title, title: [[text(title)]], footnotes: notes})
        })
        expect((await typesetTree(issueTree(articles))).pages).toBeGreaterThan(0)
      }),
      {numRuns: 8}
    )
  })

  test('notes of several blocks, and one that is referred to twice', async () => {
    const reference: Block = {type: 'paragraph', children: [text('见'), {type: 'footnoteReference', id: 'footnote-1'}]}
    const list: Block = {
      type: 'list',
      ordered: true,
      start: 1,
      children: [{type: 'listItem', children: [paragraph('丙')]}]
    }
    const footnotes = [{id: 'footnote-1', children: [paragraph('甲'), paragraph('乙'), list]}]
    expect(await wordsOf([article([reference, reference], {id: 'footnote-1', footnotes})])).toBe('见1见11甲乙1.丙')
  })

  test('an article may be called as a note’s label is', async () => {
    const contents: IssueBlock = {
      type: 'contents',
      children: [{type: 'contentsEntry', article: 'footnote:1', children: [text('目')]}]
    }
    const reference: Block = {type: 'paragraph', children: [text('见'), {type: 'footnoteReference', id: 'n'}]}
    const footnotes = [{id: 'n', children: [paragraph('注')]}]
    expect(await wordsOf([contents, article([reference], {id: 'footnote:1', footnotes})])).toBe('目见11注')
  })
})

test('contents and addresses can be clicked, articles stand in the outline', async () => {
  const {links, outline} = await readLinks((await typesetTree(exampleTree)).pdf)
  // Two entries of the contents on page one, then notes and the address.
  expect(links.slice(0, 2)).toEqual([1, 3])
  expect(links).toContain('https://example.org/reading?town=xishan&room=1')
  expect(outline).toEqual(['西山镇：把书屋搬到桥头', '东河街道：候车亭里说变化'])
})

test('contents with page numbers: dots and number on the line of the title', async () => {
  const sheet = {...exampleSheet, contents: {pageNumbers: true}}
  const {pdf, layout} = await typesetTree(exampleTree, sheet)
  const stretches = (await readPdf(pdf)).filter(({page}) => page === 1)
  for (const [title, id] of [
    ['西山镇：把书屋搬到桥头', 'xishan-reading-room'],
    ['东河街道：候车亭里说变化', 'donghe-bus-stop']
  ] as const) {
    const entry = stretches.find(({text: words}) => words.includes(title))
    const line = stretches.filter(({top}) => Math.abs(top - (entry?.top ?? 0)) < 0.1)
    const words = line
      .map(({text: found}) => found)
      .join('')
      .replace(/\s/g, '')
    expect(words).toMatch(new RegExp(`^${title}·{3,}${layout.articlePages.get(id)}$`))
  }
})

describe('characters that no font has', () => {
  const set = (value: string) => typesetTree(issueTree([article([paragraph(value)])]))

  test.each([['😀'], ['𠮷'], ['한'], ['ع']])('%s stops the setting, by name', async (character) => {
    await expect(set(`字${character}字`)).rejects.toThrow(`没有“${character}”（U+`)
  })

  test('all of them are named at once', async () => {
    await expect(set('甲😀乙𠮷丙')).rejects.toThrow(/😀.*𠮷/s)
  })
})
