import fc from 'fast-check'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {parseBody} from '../../src/markdown/parse.js'

/** The dialect as its plugins give it, with no shortcut for texts without addresses or tables. */
const plain = unified()
  .use(remarkParse)
  .use(remarkGfm, {singleTilde: false})
  .use(remarkCjkFriendly)
  .use(function withoutIndentedCode(this: Processor) {
    const data = this.data()
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {disable: {null: ['codeIndented']}}]
  })
  .freeze()

const pieces = [
  ...[
    '一是强化机制。',
    '正文',
    '甲',
    'a',
    'w',
    'ww.',
    'www.',
    'http',
    'https://a.cn',
    'a@b.cn',
    '@',
    '.cn',
    '&amp;',
    '&#64;'
  ],
  ...[
    '|',
    '| 甲 | 乙 |',
    '|---|',
    '---',
    '\n',
    '\n\n',
    '    ',
    '- ',
    '1. ',
    '> ',
    '# ',
    '**',
    '*',
    '_',
    '~~',
    '`',
    '[',
    ']',
    '(',
    ')'
  ],
  ...['[^1]', '[^1]: 注', '[ ] ', '![图](a.png)', '<b>', '\\', '！', '，', '“', '”', ' ', '\t']
]
const markdown = fc.array(fc.constantFrom(...pieces), {maxLength: 24}).map((parts) => parts.join(''))

describe('捷径不改变结果', () => {
  test('任何文字都解析成同一棵树，位置也相同', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(parseBody(text)).toEqual(plain.parse(text))
      }),
      {numRuns: 3000}
    )
  })

  test.each(['无网址', '见 www.a.cn', '写信到 a@b.cn', '| 甲 |\n|---|\n| 1 |', '见 http://a.cn\n\n| 甲 |\n|---|'])(
    '%j',
    (text) => {
      expect(parseBody(text)).toEqual(plain.parse(text))
    }
  )
})
