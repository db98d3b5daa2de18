import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {closeBody} from '../../../src/markdown/body.js'
import {parseBody} from '../../../src/markdown/parse.js'
import {type Block, type Body, type Phrasing, plainText, type TableCell} from '../../../src/model/body.js'
import {writeMarkdown} from '../../../src/render/markdown/write.js'
import {body} from '../arbitrary.js'
import {examplePictures, exampleTree, issueTree, text} from '../fixtures.js'

// Not `.md`: formatters would rewrite it.
test('the example stays as it was read', async () => {
  await expect(writeMarkdown(exampleTree, examplePictures)).toMatchFileSnapshot('golden/example.md.txt')
})

function write({children, footnotes}: Body): string {
  const article = {type: 'article', id: 'a', outline: '', title: [], children, footnotes} as const
  return writeMarkdown(issueTree([article]), examplePictures)
}

/** What other programs understand, pandoc among them: no rules of our own for marks beside Chinese punctuation. */
const plain = unified().use(remarkParse).use(remarkGfm).freeze()

function read(markdown: string, parse: (text: string) => Root): Body {
  const raw = {file: 'a.md', text: markdown, root: parse(markdown), lineOffset: 0}
  const {value, diagnostics} = closeBody(raw, {
    prefix: 'note',
    findImage: (url) => ({digest: url.replace(/^pictures\/|\.png$/g, '')})
  })
  expect(diagnostics).toEqual([])
  if (!value) throw new Error('no body')
  return value
}

/** Parsers make links of the addresses that they find in finished text, escaped or not: no word changes. */
function withoutFoundLinks(nodes: readonly Phrasing[]): Phrasing[] {
  const flat = nodes.flatMap((node): readonly Phrasing[] => {
    if (!('children' in node)) return [node]
    const children = withoutFoundLinks(node.children)
    const found = node.type === 'link' && node.url.replace(/^mailto:|^http:\/\//, '') === plainText(children)
    return found ? children : [{...node, children}]
  })
  const merged: Phrasing[] = []
  for (const node of flat) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text') merged[merged.length - 1] = text(last.value + node.value)
    else merged.push(node)
  }
  return merged
}

function mapBlocks(blocks: readonly Block[], change: (nodes: readonly Phrasing[]) => Phrasing[]): Block[] {
  return blocks.map((node): Block => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return {...node, children: change(node.children)}
      case 'blockquote':
        return {...node, children: mapBlocks(node.children, change)}
      case 'list':
        return {...node, children: node.children.map((item) => ({...item, children: mapBlocks(item.children, change)}))}
      case 'table':
        return {...node, children: node.children.map((row) => ({...row, children: row.children.map(changeCell)}))}
      default:
        return node
    }
  })

  function changeCell(cell: TableCell): TableCell {
    return {...cell, children: change(cell.children)}
  }
}

function mapBody({children, footnotes}: Body, change: (nodes: readonly Phrasing[]) => Phrasing[]): Body {
  return {
    children: mapBlocks(children, change),
    footnotes: footnotes.map((note) => ({...note, children: mapBlocks(note.children, change)}))
  }
}

/** What Markdown cannot say: headings below the third level, notes by other names than numbers. */
function asWritten(body: Body): Body {
  const ids = new Map(body.footnotes.map(({id}, index) => [id, `note-${index + 1}`]))
  const {children, footnotes} = mapBody(body, (nodes) =>
    nodes.map((node) => (node.type === 'footnoteReference' ? {...node, id: ids.get(node.id) ?? ''} : node))
  )
  return {
    children: children.map((node) => (node.type === 'heading' ? {...node, level: node.level === 1 ? 3 : 4} : node)),
    footnotes: footnotes.map((note) => ({...note, id: ids.get(note.id) ?? ''}))
  }
}

describe('what is read back', () => {
  test.each([
    ['our dialect', parseBody],
    ['plain CommonMark and GFM', (text: string) => plain.parse(text)]
  ])('has the same words and the same structure: %s', (_, parse) => {
    fc.assert(
      fc.property(body, (given) => {
        const back = mapBody(read(write(given), parse), withoutFoundLinks)
        expect(back).toEqual(mapBody(asWritten(given), withoutFoundLinks))
      }),
      {numRuns: 200}
    )
  })
})

test('a mark in front of what could be an address stays a mark', () => {
  const emphasis = {type: 'emphasis', children: [text('@1.Z工作')]} as const
  const given: Body = {
    children: [{type: 'paragraph', children: [{type: 'strong', children: [text('工作'), emphasis]}, text('工作')]}],
    footnotes: []
  }
  expect(read(write(given), (markdown) => plain.parse(markdown))).toEqual(given)
})

test('a reference to no note can only come of a bug', () => {
  const reference: Block = {type: 'paragraph', children: [{type: 'footnoteReference', id: 'none'}]}
  expect(() => write({children: [reference], footnotes: []})).toThrow(RangeError)
})
