/** Bodies of articles, of every node type and shape, for properties of the writers. */

import fc from 'fast-check'
import type {Block, Body, Footnote, ListItem, Phrasing, TableRow} from '../../src/model/body.js'
import {examplePicture} from './fixtures.js'

/** Everything that means something to Markdown, Typst or Word. */
const piece = fc.constantFrom(
  ...[
    '工作',
    '简报',
    '第一',
    '。',
    '，',
    '：',
    '“',
    '”',
    '（',
    '）',
    '《',
    '》',
    '、',
    '——',
    '…',
    '·',
    '　',
    '％',
    '℃',
    '①'
  ],
  ...[
    'a',
    'Z',
    'of',
    '7',
    '41',
    '1.',
    '2)',
    '3.5',
    '-',
    '+',
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '```',
    '#',
    '##',
    '>'
  ],
  ...['|', '\\', '\\n', '[', ']', '(', ')', '![', '](', '[^1]', '[ ]', '<', '>', '<b>', '<!--', '&', '&amp;', '&#65;'],
  ...[
    '{',
    '}',
    '{{x}}',
    ':::',
    '::a',
    ':b',
    '$',
    '$x$',
    '"',
    "'",
    '=',
    '==',
    '---',
    '@',
    '/',
    '//',
    '/*',
    '%',
    '^',
    '!'
  ],
  ...['#let', '#import "a"', '@label', 'https://example.org/a_b', 'www.example.org', 'a@example.org', ' ', '  ']
)

/** One line without blanks at its ends, as `check` leaves texts. */
export const line: fc.Arbitrary<string> = fc
  .array(piece, {minLength: 1, maxLength: 6})
  .map((pieces) => pieces.join('').replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
  .filter((value) => value !== '')

const text = line.map((value): Phrasing => ({type: 'text', value}))

const marked: fc.Arbitrary<Phrasing> = fc.oneof(
  fc.record({
    type: fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const),
    children: fc.tuple(text)
  }),
  fc.record({
    type: fc.constant('strong' as const),
    children: fc.tuple(
      text,
      text.map((inner): Phrasing => ({type: 'emphasis', children: [inner]}))
    )
  }),
  fc.record({
    type: fc.constant('link' as const),
    url: fc.constantFrom('https://example.org/a?b=c&d=(e)', 'mailto:jb@example.org', 'https://example.org/简报 1'),
    children: fc.tuple(text)
  })
)

/** Words with a mark now and then, each mark between words: two marks side by side nobody writes. */
const phrasing = fc
  .tuple(text, fc.array(fc.tuple(fc.oneof(marked, fc.constant<Phrasing>({type: 'break'})), text), {maxLength: 2}))
  .map(([first, rest]): Phrasing[] => [first, ...rest.flat()])

const words = fc.array(fc.oneof(text, marked), {minLength: 1, maxLength: 1})
const paragraph = phrasing.map((children): Block => ({type: 'paragraph', children}))

function list(depth: number): fc.Arbitrary<Block> {
  const inner = depth > 1 ? paragraph : fc.oneof({weight: 3, arbitrary: paragraph}, list(depth + 1))
  const item = fc
    .tuple(paragraph, fc.array(inner, {maxLength: 2}))
    .map(([first, rest]): ListItem => ({type: 'listItem', children: [first, ...rest]}))
  return fc
    .tuple(fc.boolean(), fc.integer({min: 1, max: 99}), fc.array(item, {minLength: 1, maxLength: 3}))
    .map(([ordered, start, children]) => ({type: 'list', ordered, start: ordered ? start : 1, children}))
}

const table = fc
  .tuple(
    fc.array(fc.constantFrom(null, 'left' as const, 'center' as const, 'right' as const), {minLength: 1, maxLength: 3}),
    fc.integer({min: 1, max: 3})
  )
  .chain(([align, rows]) => {
    const cell = words.map((children) => ({type: 'tableCell' as const, children}))
    const row = fc
      .array(cell, {minLength: align.length, maxLength: align.length})
      .map((children): TableRow => ({type: 'tableRow', children}))
    return fc
      .array(row, {minLength: rows, maxLength: rows})
      .map((children): Block => ({type: 'table', align, children}))
  })

export const block: fc.Arbitrary<Block> = fc.oneof(
  {weight: 4, arbitrary: paragraph},
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    children: words
  }),
  list(0),
  table,
  line.map((alt): Block => ({type: 'figure', image: examplePicture.digest, alt})),
  fc
    .array(fc.oneof(paragraph, list(1)), {minLength: 1, maxLength: 2})
    .map((children): Block => ({type: 'blockquote', children})),
  fc.constant<Block>({type: 'thematicBreak'})
)

/** A body whose paragraphs may end in references to its notes, each of them used. */
export const body: fc.Arbitrary<Body> = fc
  .tuple(fc.array(block, {minLength: 1, maxLength: 6}), fc.array(paragraph, {maxLength: 3}))
  .map(([children, notes]) => {
    const footnotes = notes.map((note, index): Footnote => ({id: `note one-${index}]`, children: [note]}))
    const references = footnotes.map(
      ({id}): Block => ({
        type: 'paragraph',
        children: [
          {type: 'text', value: '见'},
          {type: 'footnoteReference', id}
        ]
      })
    )
    return {children: [...children, ...references], footnotes}
  })
