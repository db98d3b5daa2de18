import {describe, expect, test, vi} from 'vitest'
import {compileTemplate, templateTexts} from '../../src/compose/template.js'
import type {Diagnostic} from '../../src/model/diagnostic.js'

const view = {
  title: ['青石县', '工作简报'],
  date: '2020年8月13日',
  toc: false,
  special: null,
  classification: null,
  staff: [{label: '责编', value: '林晓'}],
  columns: [{title: '工作交流', articles: [{ref: '0', title: ['桥头书屋']}]}]
}

/** Files by name; `issue` is the main one, the others are partials. */
function textsOf(files: Readonly<Record<string, string>>) {
  return new Map(Object.entries(files).map(([name, text]) => [name, {file: `templates/a/${name}.hbs`, text}]))
}

function write(files: Readonly<Record<string, string>>, seen: object = view): string {
  const {value, diagnostics} = compileTemplate(textsOf(files))
  expect(diagnostics).toEqual([])
  const written = value?.(seen)
  expect(written?.diagnostics).toEqual([])
  return written?.value ?? ''
}

function mistakes(files: Readonly<Record<string, string>>, seen: object = view): readonly Diagnostic[] {
  const {value, diagnostics} = compileTemplate(textsOf(files))
  if (!value) return diagnostics
  const written = value(seen)
  expect(written.value).toBeNull()
  return written.diagnostics
}

/** `file:line:column ruleId message`, one a line. */
function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({place, ruleId, message}) => `${place.file}:${place.start.line}:${place.start.column} ${ruleId} ${message}`
  )
}

describe('what a template may say', () => {
  test('fields, lists, choices, partials, join', () => {
    const issue = [
      '{{#each title}}{{this}}{{#unless @last}}、{{/unless}}{{/each}}',
      '{{#if special}}{{special.series}}{{else if toc}}目录{{else}}{{date}}{{/if}}',
      '{{join title "，"}}',
      '{{> staff staff}}；',
      '{{> labelled label="电话"}}；',
      '{{#each columns}}{{#each articles}}{{../title}}{{@../index}}{{join ./title "／"}}{{@root.date}}{{/each}}{{/each}}',
      '{{#with columns}}{{#with this.[0]}}{{title}}{{/with}}{{/with}}'
    ].join('\n')
    const staff = '{{#each this}}{{label}}：{{value}}{{/each}}'
    expect(write({issue, staff, labelled: '{{label}}{{date}}'})).toBe(
      [
        '青石县、工作简报',
        '2020年8月13日',
        '青石县，工作简报',
        '责编：林晓；',
        '电话2020年8月13日；',
        '工作交流0桥头书屋2020年8月13日',
        '工作交流'
      ].join('\n')
    )
  })

  test('what an issue does not have prints nothing, and is no', () => {
    expect(write({issue: '[{{classification}}]{{#if special}}专刊{{/if}}{{#each special}}专刊{{/each}}'})).toBe('[]')
  })

  test('nothing is escaped a second time', () => {
    expect(write({issue: '{{date}}'}, {date: '<&"\\#'})).toBe('<&"\\#')
  })

  test('one template writes many issues', () => {
    const {value} = compileTemplate(textsOf({issue: '{{date}}'}))
    expect(value?.({titel: 1}).value).toBeNull()
    expect(value?.({date: '甲'}).value).toBe('甲')
  })
})

describe('a missing field is named with its template, line and column', () => {
  const missing: readonly (readonly [string, string, number])[] = [
    ['{{titel}}', 'titel', 3],
    ['{{{titel}}}', 'titel', 4],
    ['{{this.titel}}', 'titel', 3],
    ['{{"titel"}}', 'titel', 3],
    ['{{#if titel}}{{/if}}', 'titel', 7],
    ['{{#if toc}}{{else if titel}}{{/if}}', 'titel', 22],
    ['{{#unless titel}}{{/unless}}', 'titel', 11],
    ['{{#each titel}}{{/each}}', 'titel', 9],
    ['{{#with titel}}{{/with}}', 'titel', 9],
    ['{{#if (join titel "，")}}{{/if}}', 'titel', 13],
    ['{{join titel "，"}}', 'titel', 8],
    ['{{join title separator}}', 'separator', 14],
    ['{{#each title}}{{../titel}}{{/each}}', 'titel', 18],
    ['{{#each title}}{{name}}{{/each}}', 'name', 18],
    ['{{#each columns}}{{#each articles}}{{../../titel}}{{/each}}{{/each}}', 'titel', 38],
    ['{{#each columns}}{{titel}}{{/each}}', 'titel', 20],
    ['{{#with date}}{{titel}}{{/with}}', 'titel', 17],
    ['{{@root.titel}}', 'titel', 3],
    ['{{date.titel}}', 'date.titel', 3],
    ['{{constructor}}', 'constructor', 3],
    ['{{__proto__}}', '__proto__', 3],
    ['{{toString}}', 'toString', 3],
    ['{{hasOwnProperty}}', 'hasOwnProperty', 3],
    ['{{title.constructor}}', 'title.constructor', 3],
    ['{{title.map}}', 'title.map', 3],
    ['{{#if constructor.name}}{{/if}}', 'constructor.name', 7],
    ['{{#each __proto__}}{{/each}}', '__proto__', 9],
    ['{{date.length}}', 'date.length', 3]
  ]

  for (const [source, field, column] of missing) {
    test(source, () => {
      expect(told(mistakes({issue: `甲\n${source}`}))).toEqual([
        `templates/a/issue.hbs:2:${column} template-field-exists 模板用到的字段“${field}”不存在。请改正字段名。`
      ])
    })
  }

  test('inside a partial', () => {
    expect(told(mistakes({issue: '甲\n\n{{> note}}', note: '乙\n  {{#if titel}}{{/if}}'}))).toEqual([
      'templates/a/note.hbs:2:9 template-field-exists 模板用到的字段“titel”不存在。请改正字段名。'
    ])
  })

  test('inside a partial’s partial, in a loop', () => {
    const files = {issue: '{{#each columns}}\n{{> one}}\n{{/each}}', one: '\n{{> two}}', two: '\n\n{{titel}}'}
    expect(told(mistakes(files))[0]).toMatch(/^templates\/a\/two\.hbs:3:3 .*“titel”/)
  })

  test('inside a partial with a context, and in the context itself', () => {
    expect(told(mistakes({issue: '{{> one staff}}', one: '{{#each this}}{{lable}}{{/each}}'}))[0]).toMatch(
      /^templates\/a\/one\.hbs:1:17 .*“lable”/
    )
    expect(told(mistakes({issue: '{{> one staf}}', one: ''}))[0]).toMatch(/^templates\/a\/issue\.hbs:1:9 .*“staf”/)
  })

  test('inside a partial with named arguments, and in an argument', () => {
    expect(told(mistakes({issue: '{{> one label="甲"}}', one: '{{label}}{{constructor}}'}))[0]).toMatch(
      /^templates\/a\/one\.hbs:1:12 .*“constructor”/
    )
    expect(told(mistakes({issue: '{{> one label=titel}}', one: ''}))[0]).toMatch(
      /^templates\/a\/issue\.hbs:1:15 .*“titel”/
    )
  })

  test('what this issue does not have is told apart from what no issue has', () => {
    expect(told(mistakes({issue: '{{special.series}}'}))).toEqual([
      'templates/a/issue.hbs:1:3 template-field-exists 本期的“special”为空，没有字段“series”。请用 {{#if special}} 包住。'
    ])
  })

  test('loop variables only exist in loops', () => {
    expect(told(mistakes({issue: '{{#unless @last}}{{/unless}}'}))).toEqual([
      'templates/a/issue.hbs:1:11 template-field-exists “@last”只能用在 {{#each …}} 之内。'
    ])
    expect(told(mistakes({issue: '{{@../index}}'}))[0]).toContain('“@index”只能用在')
  })

  test('nothing is written to the console', () => {
    const spies = (['log', 'warn', 'error', 'debug', 'info'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined)
    )
    for (const [source] of missing) mistakes({issue: source})
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled()
      spy.mockRestore()
    }
  })
})

describe('a mistake in a template is a diagnostic with its place', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['{{upper title}}', '2:3', '没有名为“upper”的助手。'],
    ['{{lookup this "title"}}', '2:3', '没有名为“lookup”的助手。'],
    ['{{log title}}', '2:3', '没有名为“log”的助手。'],
    ['{{#if (upper date)}}{{/if}}', '2:8', '没有名为“upper”的助手。'],
    ['{{#title}}{{/title}}', '2:4', '没有名为“title”的块。'],
    ['{{#constructor}}{{/constructor}}', '2:4', '没有名为“constructor”的块。'],
    ['{{^title}}{{/title}}', '2:4', '没有名为“title”的块。'],
    ['{{#join title "，"}}{{/join}}', '2:4', '没有名为“join”的块。'],
    ['{{if title}}', '2:3', '没有名为“if”的助手。'],
    ['{{if}}', '2:1', '“if”要成对使用'],
    ['{{#if}}{{/if}}', '2:1', '后面要写一个字段'],
    ['{{#each title date}}{{/each}}', '2:1', '后面要写一个字段'],
    ['{{join title}}', '2:1', '“join”后面要写列表和间隔两项'],
    ['{{join}}', '2:1', '“join”后面要写列表和间隔两项'],
    ['{{join date "，"}}', '2:1', '“join”只能用于列表。'],
    ['{{join columns "，"}}', '2:1', '这里是一组字段，不能直接印出。'],
    ['{{#each date}}{{/each}}', '2:1', '“each”只能用于列表。'],
    ['{{title}}', '2:1', '列表不能直接印出。'],
    ['{{#each columns}}{{this}}{{/each}}', '2:18', '这里是一组字段，不能直接印出。'],
    ['{{#each title as |line|}}{{line}}{{/each}}', '2:', '不能用 as |…|'],
    ['{{@indx}}', '2:3', '没有“@indx”。'],
    ['{{@constructor}}', '2:3', '没有“@constructor”。'],
    ['{{@index.titel}}', '2:3', '没有“@index.titel”。'],
    ['{{> numbrs}}', '2:1', '模板引用了不存在的部件“numbrs”。'],
    ['{{> constructor}}', '2:1', '不存在的部件“constructor”'],
    ['{{> (join title "")}}', '2:1', '部件的名称要直接写出'],
    ['{{#> numbrs}}{{/numbrs}}', '2:1', '不能用 {{#> …}}'],
    ['{{#*inline "a"}}{{/inline}}', '2:1', '不能用 {{#> …}}'],
    ['{{#if toc}}', '2:', '花括号或块标记没有写完整'],
    ['{{title', '2:', '花括号或块标记没有写完整'],
    ['{{ti tle!}}', '2:', '花括号或块标记没有写完整'],
    ['{{#if toc}}{{/each}}', '2:', '{{#if}} 以 {{/each}} 结尾，前后不一致。']
  ]

  for (const [source, place, message] of broken) {
    test(source, () => {
      const [first, ...others] = told(mistakes({issue: `甲\n${source}`}))
      expect(others).toEqual([])
      expect(first).toContain(`templates/a/issue.hbs:${place}`)
      expect(first).toContain(' template-is-valid ')
      expect(first).toContain(message)
    })
  }

  test('all of them at once, of every file', () => {
    const found = told(mistakes({issue: '{{> a}}{{upper b}}', note: '\n{{#if}}{{/if}}', broken: '{{#if'}))
    expect(found.map((line) => line.split(' ')[0])).toEqual([
      'templates/a/issue.hbs:1:1',
      'templates/a/issue.hbs:1:10',
      'templates/a/note.hbs:2:1',
      'templates/a/broken.hbs:1:1'
    ])
  })

  test('partials that call each other without end', () => {
    const message = 'template-is-valid 部件互相引用，没有尽头。请去掉其中一处引用。'
    expect(told(mistakes({issue: '\n{{> issue}}'}))).toEqual([`templates/a/issue.hbs:2:1 ${message}`])
    const files = {issue: '{{> one}}', one: '\n  {{> two}}', two: '\n\n {{> one}}'}
    expect(told(mistakes(files))).toEqual([`templates/a/one.hbs:2:3 ${message}`])
  })

  test('a template without its main file', () => {
    expect(mistakes({note: ''})[0]?.message).toBe('模板没有 issue.hbs。')
  })
})

describe('bytes of a template', () => {
  const encode = (text: string) => new TextEncoder().encode(text)
  const compile = (bytes: Uint8Array) =>
    compileTemplate(templateTexts(new Map([['issue', {path: 'templates/a/issue.hbs', bytes}]])))

  test('a byte-order mark and CRLF are no words', () => {
    expect(compile(encode('\ufeff甲\r\n乙')).value?.({}).value).toBe('甲\n乙')
  })

  test('GBK is named', () => {
    // 刊名：简报 in GBK.
    const gbk = Uint8Array.of(0x0a, 0xbf, 0xaf, 0xc3, 0xfb, 0xa3, 0xba, 0xbc, 0xf2, 0xb1, 0xa8)
    expect(told(compile(gbk).diagnostics)).toEqual([
      expect.stringMatching(/^templates\/a\/issue\.hbs:2:1 file-is-utf8 这个模板文件是 GBK 编码/)
    ])
  })

  test('control characters are refused', () => {
    expect(told(compile(encode('甲\u0007')).diagnostics)[0]).toMatch(
      /issue\.hbs:1:2 file-has-no-control-characters .*U\+0007/
    )
  })
})
