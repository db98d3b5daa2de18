import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readYaml} from '../../src/read/yaml.js'
import {unprintable} from '../../src/text/characters.js'

const file = 'content/kan/bulletin.yaml'
const read = (text: string, lineOffset?: number) => readYaml(file, text, lineOffset)

describe('读出来的值', () => {
  test.each([
    ['date: 2020-08-13', {date: '2020-08-13'}],
    ['a: 041', {a: '041'}],
    ['a: 1.10', {a: '1.10'}],
    ['a: 1e400', {a: '1e400'}],
    ['a: 0x1F', {a: '0x1F'}],
    ['a: 12345678901234567890', {a: '12345678901234567890'}],
    ['a: 41', {a: 41}],
    ['a: -3.5', {a: -3.5}],
    ["a: '41'", {a: '41'}],
    ['a: .inf', {a: '.inf'}],
    ['a: yes', {a: 'yes'}],
    ['a: true', {a: true}],
    ['a: 12:30', {a: '12:30'}],
    ['a:', {a: null}],
    ['2020: a', {'2020': 'a'}],
    ['<<: {a: 1}', {'<<': {a: 1}}],
    ['a: &x [1, 2]\nb: *x', {a: [1, 2], b: [1, 2]}],
    ['%YAML 1.1\n---\na: yes', {a: 'yes'}],
    ['', null],
    ['# 注', null]
  ])('%j', (text, value) => {
    const yaml = read(text)
    expect(yaml.diagnostics).toEqual([])
    expect(yaml.value).toEqual(value)
  })

  test('键 __proto__ 动不了别的对象', () => {
    const yaml = read('__proto__: {polluted: true}\na: {constructor: {prototype: {polluted: true}}}\n')
    expect(yaml.diagnostics).toHaveLength(1)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(Object.keys(yaml.value ?? {})).toEqual(['a'])
  })
})

describe('印不出的字', () => {
  test.each([
    ['a: "甲\\x07"', 1, 4, 'U+0007'],
    ['a: 1\nb: [乙, "\\ud800"]', 2, 8, 'U+D800'],
    ['"\\0": 1', 1, 1, 'U+0000'],
    ['a: &x "\\uFDD0"\nb: [*x, *x]', 1, 7, 'U+FDD0'],
    ['a: 甲\uFFFD', 1, 5, 'U+FFFD']
  ])('%j', (text, line, column, character) => {
    const {diagnostics} = read(text)
    expect(diagnostics).toMatchObject([
      {
        ruleId: 'file-has-no-control-characters',
        place: {start: {line, column}},
        message: expect.stringContaining(character)
      }
    ])
  })

  test('双引号里的写法再怎么变，值里也没有', () => {
    const escaped = fc.constantFrom(
      '\\x07',
      '\\ud83d',
      '\\0',
      '\\uFFFF',
      '\\U0001FFFE',
      '\\e',
      '\\N',
      '\\t',
      '\\"',
      '甲',
      '\\\\'
    )
    fc.assert(
      fc.property(fc.array(escaped, {maxLength: 6}), (parts) => {
        const {value, diagnostics} = read(`a: "${parts.join('')}"`)
        const [text] = Object.values(value as Record<string, string>)
        expect(text).not.toMatch(unprintable)
        expect(diagnostics.length).toBe(parts.some((part) => !['\\t', '\\"', '甲', '\\\\'].includes(part)) ? 1 : 0)
      })
    )
  })
})

describe('位置', () => {
  const yaml = read('title: 甲\nlist:\n  - {name: 乙, copies: 两份}\nempty:\n', 3)

  test.each([
    [['title'], 4, 8],
    [['list', 0], 6, 5],
    [['list', 0, 'copies'], 6, 23],
    [['list', 0, 'nothing'], 6, 5],
    [['list', 7, 'name'], 6, 3],
    [['empty'], 7, 1],
    [[], 4, 1]
  ])('%j 在第 %i 行第 %i 列', (path, line, column) => {
    expect(yaml.placeOf(path)).toMatchObject({file, start: {line, column}})
  })

  test('键的位置与值的位置分得清', () => {
    expect(yaml.placeOfKey(['list', 0, 'copies'])).toMatchObject({
      start: {line: 6, column: 15},
      end: {line: 6, column: 21}
    })
  })

  test('引用处的内容指到它写的地方', () => {
    expect(read('a: &x {b: 1}\nc: *x\n').placeOf(['c', 'b'])).toMatchObject({start: {line: 1, column: 11}})
  })

  test('成段文字的行列', () => {
    expect(read('a: 1\nnote: |\n\n    甲\n    乙\n').blockAt?.(['note'])).toEqual({lineOffset: 2, columnOffset: 4})
    expect(read('note: 甲\n').blockAt?.(['note'])).toBeNull()
  })
})

test('写了两次的键，第二处指出第一处，以第一处为准', () => {
  const yaml = read('a: 1\nb:\n  c: 1\n  c: 2\n')
  expect(yaml.value).toEqual({a: 1, b: {c: 1}})
  expect(yaml.diagnostics).toMatchObject([
    {ruleId: 'yaml-keys-are-unique', place: {start: {line: 4, column: 3}}, cause: {start: {line: 3, column: 3}}}
  ])
})

test.each([
  ['指数展开的引用', bomb(9, 9)],
  ['引用自己', 'a: &a [*a]'],
  ['套了十万层的方括号', '['.repeat(100_000)],
  ['一行十万个列表号', '- '.repeat(100_000)],
  ['层层缩进', Array.from({length: 500}, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ['十万个引号', '"'.repeat(100_000)],
  ['没有写完的方括号，一行一个', 'a: [\n'.repeat(20_000)]
])('%s：说得出错，停得下来', (_, text) => {
  const yaml = read(text)
  expect(yaml.diagnostics.length).toBeGreaterThan(0)
  expect(yaml.diagnostics.length).toBeLessThan(100)
})

test('任何文字都不会出错，出了错就没有值', () => {
  const marks = fc.constantFrom(
    ':',
    ': ',
    '：',
    '-',
    '- ',
    '\n',
    '\n  ',
    '\t',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    '&a',
    '*a',
    '!',
    '|',
    '>',
    '%',
    '?',
    '---',
    '标题',
    'a',
    '1'
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({unit: 'binary'}),
        fc.array(marks).map((all) => all.join(''))
      ),
      (text) => {
        const yaml = read(text)
        for (const {place, message} of yaml.diagnostics) {
          expect(place.start.line).toBeGreaterThanOrEqual(1)
          expect(place.start.column).toBeGreaterThanOrEqual(1)
          expect(message).toMatch(/[。？]$/)
        }
        if (yaml.value === undefined) expect(yaml.diagnostics.length).toBeGreaterThan(0)
        yaml.placeOf(['a', 0, 'b'])
        yaml.placeOfKey(['a', 'b'])
      }
    ),
    {numRuns: 1000}
  )
})

function bomb(levels: number, width: number): string {
  const lines = ['a0: &a0 [lol]']
  for (let level = 1; level <= levels; level++) {
    lines.push(`a${level}: &a${level} [${Array.from({length: width}, () => `*a${level - 1}`).join(', ')}]`)
  }
  return lines.join('\n')
}
