import fc from 'fast-check'
import {expect, test} from 'vitest'
import {closeBody} from '../../src/markdown/body.js'
import {readBody} from '../../src/markdown/read.js'
import type {Block, Phrasing} from '../../src/model/body.js'

function close(text: string) {
  const {body} = readBody('gao.md', text, 0)
  if (!body) throw new Error('refused')
  const closed = closeBody(body, {prefix: 'gao', findImage: (url) => ({digest: `digest of ${url}`})})
  return {...closed.value, found: closed.diagnostics.map(({ruleId}) => ruleId)}
}

const text = (value: string): Phrasing => ({type: 'text', value})
const paragraph = (...children: Phrasing[]): Block => ({type: 'paragraph', children})

test.each<[string, string, Block[]]>([
  [
    '加粗挨着中文标点',
    '**一是强化。**正文',
    [paragraph({type: 'strong', children: [text('一是强化。')]}, text('正文'))]
  ],
  ['段首空格不算', '　　正文', [paragraph(text('正文'))]],
  ['行首四个空格还是段落', '    正文', [paragraph(text('正文'))]],
  ['断行处中文相接，西文隔一格', '正文\n接着 A\nB', [paragraph(text('正文接着 A B'))]],
  ['加粗里的加粗', '**甲**乙****', [paragraph({type: 'strong', children: [text('甲')]}, text('乙****'))]],
  ['小标题降一级', '## 一、甲', [{type: 'heading', level: 1, children: [text('一、甲')]}]],
  [
    '图片独立成段',
    '甲![图](a.png)乙',
    [paragraph(text('甲')), {type: 'figure', image: 'digest of a.png', alt: '图'}, paragraph(text('乙'))]
  ],
  ['模板记号只是文字', '{{title}} :::article $a$', [paragraph(text('{{title}} :::article $a$'))]]
])('%s', (_, source, children) => {
  expect(close(source)).toMatchObject({children, found: []})
})

test('同一种记号套着写，只算一层', () => {
  const {children} = close('*甲 **乙 *丙* 丁** 戊*')
  const kinds = (nodes: readonly Phrasing[], above: readonly string[]): void => {
    for (const node of nodes) {
      expect(above).not.toContain(node.type === 'text' ? '' : node.type)
      if ('children' in node) kinds(node.children, [...above, node.type])
    }
  }
  for (const block of children ?? []) if (block.type === 'paragraph') kinds(block.children, [])
})

test('脚注按引用的先后，没有注文的指出来', () => {
  const closed = close('甲[^b]乙[^a]丙[^c]\n\n[^a]: 一\n\n[^b]: 二\n\n[^d]: 三\n')
  expect(closed.footnotes?.map(({id}) => id)).toEqual(['gao-b', 'gao-a'])
  expect(closed.found.sort()).toEqual(['footnote-is-defined', 'footnote-is-used'])
})

test('表格每行一样宽', () => {
  const {children} = close('|甲|乙|\n|-|-|\n|一|\n|一|二|三|\n')
  const [table] = children ?? []
  if (table?.type !== 'table') throw new Error('no table')
  expect(table.children.map((row) => row.children.length)).toEqual(table.children.map(() => table.align.length))
})

test('任何文字都封得住', () => {
  const marks = fc.constantFrom(
    '**',
    '*',
    '_',
    '~~',
    '`',
    '[',
    ']',
    '(a.png)',
    '![',
    '[^1]',
    '[^1]: ',
    '> ',
    '- ',
    '1. ',
    '|',
    '|-|',
    '# ',
    '\n',
    '\n\n',
    '<b>',
    '<!--',
    '-->',
    '\\',
    '&amp;',
    '甲',
    '乙。',
    ' ',
    '---',
    '```'
  )
  fc.assert(
    fc.property(
      fc.array(marks).map((all) => all.join('')),
      (source) => {
        const {children, footnotes} = close(source)
        const known = new Set(footnotes?.map(({id}) => id))
        for (const id of JSON.stringify(children).matchAll(/"type":"footnoteReference","id":"([^"]*)"/g)) {
          expect(known).toContain(id[1])
        }
        expect(JSON.stringify(children)).not.toContain('"type":"html"')
      }
    ),
    {numRuns: 1000}
  )
})
