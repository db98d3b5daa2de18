import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {compileTemplate} from '../../src/compose/template.js'
import {readWording, type Splices} from '../../src/compose/wording.js'
import {escapeMarkdown} from '../../src/markdown/escape.js'
import type {Phrasing} from '../../src/model/body.js'
import type {Article, IssueBlock} from '../../src/model/tree.js'

function article(id: string, words = id): Article {
  const children = [{type: 'paragraph' as const, children: [{type: 'text' as const, value: words}]}]
  return {type: 'article', id, outline: id, title: [], children, footnotes: []}
}

const splices = {
  articles: [article('one'), article('two')],
  editorNote: (opening: readonly Phrasing[]) => ({
    type: 'editorNote' as const,
    children: [{type: 'paragraph' as const, children: opening}],
    footnotes: []
  })
}

const none = {articles: [], editorNote: () => null}

function read(markdown: string, given: Splices = splices): readonly IssueBlock[] {
  const {value, diagnostics} = readWording(markdown, 'templates/a/issue.hbs', given)
  expect(diagnostics).toEqual([])
  return value ?? []
}

function refusal(markdown: string): string {
  const {value, diagnostics} = readWording(markdown, 'templates/a/issue.hbs', splices)
  expect(value).toBeNull()
  expect(diagnostics.every(({ruleId}) => ruleId === 'template-is-valid')).toBe(true)
  return diagnostics.map(({message}) => message).join('\n')
}

/** A template that puts one field wherever a field may stand, and what comes of a text there. */
const everywhere = `
:::masthead
::classification[{{it}}]
::copy-number[{{it}}]
::title[{{it}}]
::number[第{{it}}期]
::issuer[{{it}}]
::date[{{it}}]
:::

:::contents
::entry[{{it}}]{ref="1"}
:::

::note[**{{it}}**]

::column-head[【{{it}}】]
::article{ref="0"}
::article{ref="1"}

::::colophon
::staff[{{it}}　{{it}}]
::contacts[邮箱：{{it}}]
:::distribution{label="报" style="lines"}
::recipients[{{it}}]
:::
::permit[（{{it}}）]
::::
`

function blocksWith(it: string): readonly IssueBlock[] {
  const text = (value: string): Phrasing[] => (value === '' ? [] : [{type: 'text', value}])
  return [
    {
      type: 'masthead',
      children: [
        {type: 'classification', children: text(it), copyNumber: text(it)},
        {type: 'bulletinTitle', children: text(it)},
        {type: 'issueNumberLine', children: text(`第${it}期`)},
        {type: 'imprint', issuers: [text(it)], date: text(it)}
      ]
    },
    {type: 'contents', children: [{type: 'contentsEntry', article: 'two', children: text(it)}]},
    splices.editorNote([{type: 'strong', children: text(it)}]),
    {type: 'columnHead', children: text(`【${it}】`)},
    article('one'),
    article('two'),
    {
      type: 'colophon',
      children: [
        {type: 'staffLine', children: text(`${it}　${it}`)},
        {type: 'contactLine', children: text(`邮箱：${it}`)},
        {type: 'distribution', label: '报：', style: 'lines', lines: [text(it)]},
        {type: 'permitLine', children: text(`（${it}）`)}
      ]
    }
  ]
}

/** Everything that means something to Handlebars, Markdown, GFM, directives, HTML, YAML or Typst. */
const hostile = fc.constantFrom(
  ...['{{', '}}', '{{titel}}', '{{{', '{{> issue}}', '{{/if}}', ':::', '::::', '::article{ref="0"}', ':i', '::', ':'],
  ...['---', '***', '```', '~~~', '`', '~~', '**', '*', '_', '__', '#', '## ', '> ', '- ', '1. ', '|', '|-|', '[^1]'],
  ...['[', ']', '(', ')', '![', '](', '<', '>', '<script>', '<!--', '-->', '</div>', '&', '&lt;', '&#65;', '&amp;'],
  ...[
    '\\',
    '\\\\',
    '$',
    '$$',
    '"',
    "'",
    '=',
    '+',
    '^',
    '%',
    '@',
    '/',
    '?',
    ',',
    '.',
    ';',
    '!',
    '{',
    '}',
    '{#id .class}'
  ],
  ...['https://example.org/a_b_c', 'www.example.org', 'jb@example.org', 'mailto:jb@example.org', 'xmpp:a@b.example'],
  ...['工作', '简报', '“', '”', '。', '——', '　', ' ', 'a', 'Z', '7', '①', '😀', '𠮷', 'e\u0301', '\u200b', '\u00a0']
)

const words = fc.oneof(
  fc.array(hostile, {minLength: 1, maxLength: 10}).map((parts) => parts.join('')),
  // Control characters and halves of characters never get this far: `check` refuses them.
  fc.string({unit: 'binary', minLength: 1, maxLength: 30}).filter((value) => !/[\p{Cc}\p{Cs}]/u.test(value))
)

describe('escapeMarkdown', () => {
  const {value: wording} = compileTemplate(new Map([['issue', {file: 'templates/a/issue.hbs', text: everywhere}]]))

  test('any text comes out as it went in, wherever a field stands', () => {
    fc.assert(
      fc.property(words, (it) => {
        const written = wording?.({it: escapeMarkdown(it)})
        expect(read(written?.value ?? '')).toEqual(blocksWith(it))
      }),
      {numRuns: 200}
    )
  })

  test('single marks, twice, and between words', () => {
    for (const mark of ' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~') {
      for (const it of [mark, mark + mark, `工${mark}作`, `${mark}a${mark}`]) {
        expect(read(wording?.({it: escapeMarkdown(it)}).value ?? '')).toEqual(blocksWith(it))
      }
    }
  })

  test('addresses stay text', () => {
    for (const it of [
      'jianbao@example.org',
      'www.example.org',
      'https://example.org/?a=b&c=d',
      '（www.example.org）'
    ]) {
      expect(read(wording?.({it: escapeMarkdown(it)}).value ?? '')).toEqual(blocksWith(it))
    }
  })

  test('line ends become one space, the indent behind them goes; blanks at either end stay', () => {
    expect(read(wording?.({it: escapeMarkdown('甲\n  乙\r\n丙\n\n丁')}).value ?? '')).toEqual(
      blocksWith('甲 乙  丙  丁')
    )
    expect(read(wording?.({it: escapeMarkdown('　 甲　 ')}).value ?? '')).toEqual(blocksWith('　 甲　 '))
  })
})

describe('articles are spliced in', () => {
  test('whatever they contain, nothing around them changes', () => {
    fc.assert(
      fc.property(fc.array(words, {minLength: 1, maxLength: 4}), (texts) => {
        const articles = texts.map((value, index) => article(String(index), value))
        const markdown = texts.map((_, index) => `::column-head[栏目]\n::article{ref="${index}"}`).join('\n')
        const {value} = readWording(markdown, 'templates/a/issue.hbs', {...none, articles})
        expect(value?.map(({type}) => type)).toEqual(texts.flatMap(() => ['columnHead', 'article']))
        expect(value?.filter(({type}) => type === 'article')).toEqual(articles)
      }),
      {numRuns: 50}
    )
  })
})

describe('what a template may write', () => {
  test('bold, emphasis, deletion, links and breaks', () => {
    expect(read('::column-head[**甲***乙*~~丙~~[丁](https://example.org)戊]', none)).toEqual([
      {
        type: 'columnHead',
        children: [
          {type: 'strong', children: [{type: 'text', value: '甲'}]},
          {type: 'emphasis', children: [{type: 'text', value: '乙'}]},
          {type: 'delete', children: [{type: 'text', value: '丙'}]},
          {type: 'link', url: 'https://example.org', children: [{type: 'text', value: '丁'}]},
          {type: 'text', value: '戊'}
        ]
      }
    ])
  })

  test('nothing that would lose words', () => {
    expect(refusal('::column-head[电话:abc]')).toContain('“:abc”会被当作记号')
    expect(refusal('::column-head[`代码`]')).toContain('inlineCode')
    expect(refusal('::column-head[<b>甲</b>]')).toContain('html')
    expect(refusal('::column-head[![图](a.png)]')).toContain('image')
  })

  test('everything that is out of place is told at once', () => {
    const found = refusal(
      '一段话\n\n# 标题\n\n::title[甲]\n\n:::masthead\n::article{ref="0"}\n:::\n\n::article{ref="7"}'
    )
    expect(found.split('\n')).toEqual([
      '模板在最外层里写出了不认识的内容（paragraph），这里不能用。请对照其他模板改正。',
      '模板在最外层里写出了不认识的内容（heading），这里不能用。请对照其他模板改正。',
      '模板在最外层里写出了“title”，这里不能用。请对照其他模板改正。',
      '模板在“:::masthead”里写出了“article”，这里不能用。请对照其他模板改正。',
      '模板中的“::article”没有写对是哪篇稿件。请写 {ref="{{ref}}"}。'
    ])
  })

  test('an article’s number is a whole one', () => {
    for (const ref of ['', '-1', '0.5', 'x', 'length', '__proto__', '2']) {
      expect(refusal(`::article{ref="${ref}"}`)).toContain('没有写对是哪篇稿件')
    }
  })

  test('every article is placed once, and a note where there is one', () => {
    expect(refusal('::article{ref="1"}\n::note[按：]')).toBe(
      '模板没有排印稿件“one”，或排印了不止一次。请用 ::article{ref="{{ref}}"} 把每篇稿件排印一次。'
    )
    expect(refusal('::article{ref="0"}\n::article{ref="1"}\n::article{ref="1"}\n::note[按：]')).toContain('稿件“two”')
    expect(refusal('::article{ref="1"}\n::article{ref="0"}')).toContain('本期有编者按，模板却没有排印')
  })

  test('a distribution has a known style', () => {
    expect(refusal('::::colophon\n:::distribution{label="报" style="block"}\n:::\n::::')).toContain('没有写 style')
    expect(refusal('::::colophon\n:::distribution{label="报"}\n::staff[甲]\n:::\n::::')).toContain('没有写 style')
  })

  test('a note where there is none', () => {
    const {diagnostics} = readWording('::note[编者按：]', 'templates/a/issue.hbs', {...splices, editorNote: () => null})
    expect(diagnostics[0]?.message).toContain('本期没有编者按')
  })
})
