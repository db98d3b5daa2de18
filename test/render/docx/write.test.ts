import fc from 'fast-check'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {type Block, type Phrasing, plainText} from '../../../src/model/body.js'
import {styleRoles} from '../../../src/model/sheet.js'
import type {Article, IssueBlock, IssueTree} from '../../../src/model/tree.js'
import {shownName, styleId} from '../../../src/render/docx/style-names.js'
import {writeDocx} from '../../../src/render/docx/write.js'
import {examplePictures, exampleSheet, exampleTree, issueTree, longTree, text} from '../fixtures.js'
import {html, indentXml, partOf, rawText} from './parts.js'

function write(tree: IssueTree): Promise<Uint8Array> {
  return writeDocx(tree, exampleSheet, examplePictures, null)
}

function articleOf(children: readonly Block[], own: Partial<Article> = {}): Article {
  return {type: 'article', id: 'only', outline: '', title: [], children, footnotes: [], ...own}
}

describe('written parts', () => {
  for (const part of ['document', 'styles', 'settings', 'fontTable', 'footnotes', 'footer1', 'footer2']) {
    test(`word/${part}.xml stays as it was read`, async () => {
      const xml = partOf(await write(exampleTree), `word/${part}.xml`)
      await expect(indentXml(xml)).toMatchFileSnapshot(`golden/${part}.xml`)
    })
  }

  test('every role has its style, named as the sheet says, some of them beside Word’s own name', async () => {
    const styles = partOf(await write(exampleTree), 'word/styles.xml')
    for (const role of styleRoles) {
      const name = shownName(exampleSheet.styles[role].name)
      expect(styles).toMatch(
        new RegExp(
          `w:styleId="${styleId(role)}"><w:name w:val="(${name}"/>|[a-zB][^"]+"/><w:aliases w:val="${name}"/>)`
        )
      )
    }
  })

  test('headings are Word’s own, so that they stand in its navigation pane and contents', async () => {
    const styles = partOf(await write(exampleTree), 'word/styles.xml')
    expect(
      [...styles.matchAll(/<w:name w:val="(heading \d)"\/>.*?<w:outlineLvl w:val="(\d)"\/>/g)].map(
        ([, ...found]) => found
      )
    ).toEqual(['0', '1', '2', '3', '4'].map((level, index) => [`heading ${index + 1}`, level]))
  })

  test('a font’s name is written as it is, whatever it looks like', async () => {
    const sheet = {...exampleSheet, officeFonts: {...exampleSheet.officeFonts, kaiti: "甲$&乙$'"}}
    const xml = partOf(await writeDocx(exampleTree, sheet, examplePictures, null), 'word/fontTable.xml')
    expect(xml).toMatch(/w:name="甲\$&amp;乙\$(?:'|&apos;|&#39;)"/)
  })

  test('a picture’s alternative text is no key of the package', async () => {
    const [image = ''] = examplePictures.keys()
    const list: Block = {
      type: 'list',
      ordered: false,
      start: 1,
      children: [{type: 'listItem', children: [{type: 'paragraph', children: [text('甲')]}]}]
    }
    const tree = issueTree([articleOf([list, {type: 'figure', image, alt: '图{bullets-1}图'}])])
    expect(partOf(await write(tree), 'word/document.xml')).toContain('descr="图｛bullets-1}图"')
  })

  test('no theme font wins over the office’s', async () => {
    const docx = await write(exampleTree)
    for (const part of ['document', 'styles', 'footnotes', 'numbering', 'footer1']) {
      expect(partOf(docx, `word/${part}.xml`)).not.toContain('Theme=')
    }
  })

  test('properties are the tree’s', async () => {
    const core = partOf(await write(exampleTree), 'docProps/core.xml')
    expect(core).toContain('<cp:keywords>工作交流</cp:keywords>')
    expect(core).toContain('<dc:description>西山镇：把书屋搬到桥头；东河街道')
    expect(core).toContain('<dc:title>青石县精神文明建设简报第41期（总第2150期）</dc:title>')
    expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2020-08-13T00:00:00Z</dcterms:created>')
  })
})

describe('words', () => {
  test('all of them can be read back, in order', async () => {
    const read = await rawText(await write(exampleTree))
    let from = 0
    for (const words of exampleTree.children.flatMap(wordsOf)) {
      const at = read.indexOf(words, from)
      expect(at, `${words} after ${JSON.stringify(read.slice(from, from + 20))}`).toBeGreaterThanOrEqual(from)
      from = at + words.length
    }
  })

  test('notes are read back as notes, one mark each', async () => {
    const read = await html(await write(exampleTree))
    expect(read).toMatch(/id="footnote-1">.*截至2020年7月底。.*id="footnote-2">.*含法定节假日/s)
  })

  test('any text survives', async () => {
    // Without what XML cannot hold, and control characters, some of which (tab, line feed) Word has markup for.
    const words = fc
      .string({unit: 'binary', maxLength: 60})
      .filter((value) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value))
    await fc.assert(
      fc.asyncProperty(words, async (value) => {
        const docx = await write(issueTree([articleOf([{type: 'paragraph', children: [text(value)]}])]))
        expect(await rawText(docx)).toBe(`${value}\n\n`)
      }),
      {numRuns: 60}
    )
  })

  test('text that looks like markup or like a placeholder survives', async () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '{bullets-1}',
      'bullets-1',
      '{default-bullet-numbering-0}',
      '<w:t>',
      ']]>',
      '&lt;',
      '&',
      '"',
      '　',
      ' '
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, {minLength: 1, maxLength: 8}), async (pieces) => {
        const value = pieces.join('')
        const item: Block = {type: 'paragraph', children: [text(value)]}
        const list: Block = {type: 'list', ordered: false, start: 1, children: [{type: 'listItem', children: [item]}]}
        expect(await rawText(await write(issueTree([articleOf([list])])))).toBe(`${value}\n\n`)
      }),
      {numRuns: 60}
    )
  })

  test('what XML cannot hold is left out, so that the file opens', async () => {
    const docx = await write(
      issueTree([articleOf([{type: 'paragraph', children: [text('甲\u0000乙\ud800丙\uffff丁')]}])])
    )
    expect(await rawText(docx)).toBe('甲乙丙丁\n\n')
  })
})

describe('same input, same bytes', () => {
  const zone = process.env.TZ
  afterEach(() => {
    vi.useRealTimers()
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test('seconds and years apart', async () => {
    vi.useFakeTimers({toFake: ['Date'], now: new Date('2026-01-01T00:00:00Z')})
    const first = await write(exampleTree)
    vi.setSystemTime(new Date('2026-01-01T00:00:07Z'))
    const soon = await write(exampleTree)
    vi.setSystemTime(new Date('2031-07-15T23:59:59Z'))
    expect(Buffer.compare(first, soon)).toBe(0)
    expect(Buffer.compare(first, await write(exampleTree))).toBe(0)
  })

  test('after another document, and in any time zone', async () => {
    const first = await write(exampleTree)
    for (const other of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      process.env.TZ = other
      await write(longTree(2))
      expect(Buffer.compare(first, await write(exampleTree)), other).toBe(0)
    }
  })
})

describe('what only a bug can produce is thrown', () => {
  test('a picture that is not there', async () => {
    const tree = issueTree([articleOf([{type: 'figure', image: 'none', alt: '合影'}])])
    await expect(write(tree)).rejects.toThrow(RangeError)
  })

  test('a contents entry that leads nowhere', async () => {
    const tree = issueTree([{type: 'contents', children: [{type: 'contentsEntry', article: 'none', children: []}]}])
    await expect(write(tree)).rejects.toThrow(RangeError)
  })

  test('a reference to no note, and a note within a note', async () => {
    const reference: Block = {type: 'paragraph', children: [{type: 'footnoteReference', id: 'a'}]}
    await expect(write(issueTree([articleOf([reference])]))).rejects.toThrow(RangeError)

    const inner: Block = {type: 'paragraph', children: [{type: 'footnoteReference', id: 'b'}]}
    const footnotes = [
      {id: 'a', children: [inner]},
      {id: 'b', children: []}
    ]
    await expect(write(issueTree([articleOf([reference], {footnotes})]))).rejects.toThrow(RangeError)
  })
})

/** The words of a part, a paragraph's as one, in the order in which they are set. */
function wordsOf(node: IssueBlock): string[] {
  switch (node.type) {
    case 'masthead':
      return node.children.flatMap((part) =>
        part.type === 'imprint' ? [...part.issuers, part.date].map(words) : [words(part.children)]
      )
    case 'contents':
      return node.children.map((entry) => words(entry.children))
    case 'editorNote':
      return node.children.flatMap(blockWords)
    case 'columnHead':
      return [words(node.children)]
    case 'article':
      return [...node.title.map(words), ...node.children.flatMap(blockWords)]
    case 'colophon':
      return node.children.flatMap((part) =>
        part.type === 'distribution' ? [part.label, ...part.lines.map(words)] : [words(part.children)]
      )
  }
}

function blockWords(node: Article['children'][number]): string[] {
  switch (node.type) {
    case 'list':
      return node.children.flatMap((item) => item.children.flatMap(blockWords))
    case 'table':
      return node.children.flatMap((row) => row.children.map((cell) => words(cell.children)))
    case 'figure':
      return [node.alt]
    case 'blockquote':
      return node.children.flatMap(blockWords)
    case 'thematicBreak':
      return []
    default:
      return node.children.flatMap((child) => (child.type === 'text' ? [child.value] : [plainText([child])]))
  }
}

function words(nodes: readonly Phrasing[]): string {
  return plainText(nodes)
}
