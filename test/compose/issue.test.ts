import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {composeIssue} from '../../src/compose/issue.js'
import {viewOf} from '../../src/compose/view.js'
import {closeBody} from '../../src/markdown/body.js'
import {parseBody} from '../../src/markdown/parse.js'
import type {Aggregate} from '../../src/model/aggregate.js'
import type {IssueBlock} from '../../src/model/tree.js'
import {aggregate, articleOf, bulletin, issue, paragraph, recipient, submission, templateOf, unit} from './example.js'

const wording = templateOf('standard')

function compose(own: Partial<Aggregate> = {}): readonly IssueBlock[] {
  const {value, diagnostics} = composeIssue(aggregate(own), wording, 'templates/standard/issue.hbs')
  expect(diagnostics).toEqual([])
  return value?.children ?? []
}

const text = (value: string) => ({type: 'text' as const, value})

describe('an issue by the standard template', () => {
  test('with little in it', () => {
    expect(compose()).toEqual([
      {
        type: 'masthead',
        children: [
          {type: 'bulletinTitle', children: [text('青石县')]},
          {type: 'bulletinTitle', children: [text('工作简报')]},
          {type: 'issueNumberLine', children: [text('第41期（总第2150期）')]},
          {
            type: 'imprint',
            issuers: [[text('青石县文明办')], [text('青石县融媒体中心')]],
            date: [text('2020年8月13日')]
          }
        ]
      },
      {type: 'columnHead', children: [text('【工作交流】')]},
      {
        type: 'article',
        id: 'bridge',
        outline: '桥头书屋',
        title: [[text('桥头书屋')]],
        children: [{type: 'paragraph', children: [text('建成书屋6个。'), text('（西山镇供稿）')]}],
        footnotes: []
      },
      {type: 'colophon', children: []}
    ])
  })

  test('with everything in it', () => {
    const imprint = {
      classification: '内部资料 注意保存',
      toc: true,
      staff: [
        {label: '责编', value: '林晓'},
        {label: '核稿', value: '高明'}
      ],
      contacts: [{label: '邮箱', value: 'jianbao@example.org'}],
      printRun: 400,
      copyNumbers: {first: 1, digits: 6},
      permit: '青简字0001号'
    }
    const recipients = {
      报: [{...recipient('市文明办'), copies: 2}, recipient('县委')],
      送: [recipient('县人大'), recipient('县政协')],
      发: []
    }
    const blocks = compose({
      issue: {...issue, imprint, distribution: {recipients, kept: 0}},
      columns: [
        {
          title: null,
          articles: [articleOf([paragraph('甲。')], {id: 'a', tocTitle: ['西山镇：桥头书屋', '开到家门口']})]
        },
        {title: '他山之石', articles: [articleOf([paragraph('乙。')], {id: 'b', tocTitle: ['东河：候车亭']})]}
      ]
    })
    expect(blocks.map(({type}) => type)).toEqual([
      'masthead',
      'contents',
      'article',
      'columnHead',
      'article',
      'colophon'
    ])
    expect(blocks[0]?.type === 'masthead' && blocks[0].children[0]).toEqual({
      type: 'classification',
      children: [text('内部资料 注意保存')],
      // Room for six digits, which are stamped on each copy.
      copyNumber: [text(`编号：${'\u2007'.repeat(6)}`)]
    })
    expect(blocks[1]).toEqual({
      type: 'contents',
      children: [
        {
          type: 'contentsEntry',
          article: 'a',
          children: [text('西山镇：桥头书屋'), {type: 'break'}, text('开到家门口')]
        },
        {type: 'contentsHead', children: [text('【他山之石】')]},
        {type: 'contentsEntry', article: 'b', children: [text('东河：候车亭')]}
      ]
    })
    expect(blocks[5]).toEqual({
      type: 'colophon',
      children: [
        {type: 'staffLine', children: [text('责编：林晓　核稿：高明')]},
        {type: 'contactLine', children: [text('邮箱：jianbao@example.org')]},
        {type: 'distribution', label: '报：', style: 'lines', lines: [[text('市文明办')], [text('县委')]]},
        {type: 'distribution', label: '送：', style: 'inline', lines: [[text('县人大，县政协。')]]},
        {type: 'permitLine', children: [text('（青简字0001号　共印400份）')]}
      ]
    })
  })

  test('a special series is printed with its number', () => {
    const special = {series: '文明实践专刊', number: 34}
    const [masthead] = compose({issue: {...issue, identity: {...issue.identity, special}}})
    expect(masthead?.type === 'masthead' && masthead.children[3]).toEqual({
      type: 'issueNumberLine',
      children: [text('（文明实践专刊 34）')]
    })
  })

  test('properties name the issue and its offices', () => {
    const {value} = composeIssue(aggregate(), wording, '')
    expect(value?.meta).toEqual({
      title: '青石县工作简报 第41期（总第2150期）',
      author: '青石县文明办、青石县融媒体中心',
      bulletin: '青石县工作简报'
    })
  })
})

describe('editor’s note', () => {
  const noteOf = (children: NonNullable<typeof issue.note>['children']) =>
    compose({issue: {...issue, note: {children, footnotes: []}}}).find(({type}) => type === 'editorNote')
  const opening = {type: 'strong' as const, children: [text('编者按：')]}

  test('the template’s words open its first paragraph', () => {
    expect(noteOf([paragraph('甲。'), paragraph('乙。')])).toEqual({
      type: 'editorNote',
      children: [{type: 'paragraph', children: [opening, text('甲。')]}, paragraph('乙。')],
      footnotes: []
    })
  })

  test('a note that opens with a list gets a paragraph for them', () => {
    const list = {type: 'list' as const, ordered: false, start: 1, children: []}
    expect(noteOf([list])).toMatchObject({children: [{type: 'paragraph', children: [opening]}, list]})
  })

  test('stands between contents and the first column', () => {
    const note = {children: [paragraph('甲。')], footnotes: []}
    const types = compose({issue: {...issue, note, imprint: {...issue.imprint, toc: true}}}).map(({type}) => type)
    expect(types).toEqual(['masthead', 'contents', 'editorNote', 'columnHead', 'article', 'colophon'])
  })
})

describe('what a template sees', () => {
  test('texts are escaped, lists and maps of x- keys too', () => {
    const article = articleOf([], {
      title: ['*甲*'],
      units: [unit('[乙]')],
      submission: submission('a', {
        authors: ['_丙_'],
        source: {name: '#丁', url: 'https://example.org'},
        extra: {'x-grade': '`一`', 'x-list': [{'a*': '|'}], 'x-count': 3, 'x-no': null}
      })
    })
    const view = viewOf(
      aggregate({bulletin: {...bulletin, title: ['{{x}}']}, columns: [{title: '<b>', articles: [article]}]})
    )
    expect(view.title).toEqual(['\\{\\{x\\}\\}'])
    expect(view.columns).toEqual([
      {
        title: '\\<b\\>',
        articles: [
          {
            ref: '0',
            title: ['\\*甲\\*'],
            tocTitle: ['桥头书屋'],
            units: ['\\[乙\\]'],
            authors: ['\\_丙\\_'],
            source: '\\#丁',
            extra: {'x-grade': '\\`一\\`', 'x-list': [{'a*': '\\|'}], 'x-count': 3, 'x-no': null}
          }
        ]
      }
    ])
    expect(view.articles).toEqual(view.columns[0]?.articles)
  })

  test('articles are numbered through all columns', () => {
    const columns = [1, 2].map(() => ({title: null, articles: [articleOf([]), articleOf([])]}))
    expect(viewOf(aggregate({columns})).articles.map(({ref}) => ref)).toEqual(['0', '1', '2', '3'])
  })

  test('what a contributor wrote cannot add blocks', () => {
    const hostile = '{{> issue}}\n:::\n---\n::article{ref="0"}\n<script>'
    const article = articleOf([paragraph(hostile)], {title: [hostile], tocTitle: [hostile], units: [unit(hostile)]})
    const imprint = {...issue.imprint, toc: true, classification: hostile, permit: hostile}
    const blocks = compose({issue: {...issue, imprint}, columns: [{title: hostile, articles: [article]}]})
    expect(blocks.map(({type}) => type)).toEqual(['masthead', 'contents', 'columnHead', 'article', 'colophon'])
    expect(blocks[3]).toMatchObject({title: [[text(hostile)]], children: [{children: [text(hostile), {type: 'text'}]}]})
  })

  test('whatever a contributor’s Markdown holds, its article holds, and nothing else does', () => {
    const line = fc.constantFrom(
      ...[
        '::article{ref="0"}',
        ':::masthead',
        ':::',
        '::::colophon',
        '::::',
        '::title[刊名]',
        ':i[j]{k}',
        '---',
        '***'
      ],
      ...[
        '{{> issue}}',
        '{{title}}',
        '{{{{raw}}}}',
        '{{/if}}',
        '{{!-- x --}}',
        '<script>alert(1)</script>',
        '<!--',
        '-->'
      ],
      ...[
        '# 一级',
        '###### 六级',
        '> 引',
        '- 列',
        '1. 列',
        '| a | b |',
        '|---|---|',
        '```',
        '~~~',
        '[^1]',
        '[^1]: 注',
        '$$'
      ],
      ...['[a]: https://example.org', '![图](x.png)', '\\', '&#58;&#58;&#58;', '    缩进', '渠水清清。', '', '']
    )
    fc.assert(
      fc.property(fc.array(line, {minLength: 1, maxLength: 12}), (lines) => {
        const text = lines.join('\n')
        const raw = {file: 'a.md', text, root: parseBody(text), lineOffset: 0}
        const body = closeBody(raw, {prefix: 'a', findImage: () => ({digest: 'd'})}).value
        if (!body) throw new Error('no body')
        const article = articleOf(body.children, {body, credit: ''})
        const blocks = compose({columns: [{title: '工作交流', articles: [article, {...article, id: 'second'}]}]})
        expect(blocks.map(({type}) => type)).toEqual(['masthead', 'columnHead', 'article', 'article', 'colophon'])
        expect(blocks[2]).toMatchObject({id: 'bridge', children: body.children, footnotes: body.footnotes})
        expect(blocks[3]).toMatchObject({id: 'second', children: body.children})
      }),
      {numRuns: 200}
    )
  })
})
