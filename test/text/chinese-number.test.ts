import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parseChineseNumber, writeChineseNumber} from '../../src/text/chinese-number.js'

test.each([
  ['零', '0'],
  ['〇', '0'],
  ['七', '7'],
  ['两', '2'],
  ['十', '10'],
  ['十四', '14'],
  ['九十九', '99'],
  ['一百二十', '120'],
  ['一百一十四', '114'],
  ['一百十四', '114'],
  ['一百零五', '105'],
  ['两百', '200'],
  ['两千', '2000'],
  ['二千零二十', '2020'],
  ['一千零五', '1005'],
  ['三万五千', '35000'],
  ['两万', '20000'],
  ['十万', '100000'],
  ['十万零一十', '100010'],
  ['二十万三千', '203000'],
  ['二十万零三千', '203000'],
  ['一千万零一千', '10001000'],
  ['三百万', '3000000'],
  ['一亿零三百', '100000300'],
  ['一亿零三百万', '103000000'],
  ['两亿三千万', '230000000'],
  ['三万五千亿', '3500000000000'],
  ['九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九', '9999999999999999'],
  ['二〇二〇', '2020'],
  ['二零二零', '2020'],
  ['一九八六', '1986'],
  ['〇三', '3']
])('%s 是 %s', (text, value) => {
  expect(parseChineseNumber(text)).toBe(value)
})

test.each([
  '',
  '七八',
  '五六十',
  '三万五',
  '一百二',
  '一千五',
  '百',
  '万',
  '一百零',
  '一万零',
  '零三百',
  '一百零二十',
  '两十',
  '十两',
  '五十百',
  '一万亿万',
  '亿亿',
  '零万',
  '二十〇〇',
  '数百',
  '1百',
  '三 百',
  '壹佰'
])('%s 读不成数', (text) => {
  expect(parseChineseNumber(text)).toBeNull()
})

test.each([
  [1, '一'],
  [10, '十'],
  [14, '十四'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1005, '一千零五'],
  [2020, '二千零二十'],
  [10_010, '一万零一十'],
  [35_000, '三万五千'],
  [100_005, '十万零五'],
  [10_001_000, '一千万一千'],
  [99_999_999, '九千九百九十九万九千九百九十九']
])('%i 写作 %s', (number, text) => {
  expect(writeChineseNumber(number)).toBe(text)
})

test('写出再读，还是原数', () => {
  const numbers = fc.oneof(fc.integer({min: 1, max: 20_000}), fc.integer({min: 1, max: 99_999_999}))
  fc.assert(
    fc.property(numbers, (number) => {
      expect(parseChineseNumber(writeChineseNumber(number))).toBe(String(number))
    }),
    {numRuns: 2000}
  )
})

test('任何数字写法都有结果，不会出错', () => {
  const numerals = fc.string({unit: fc.constantFrom(...'〇零一二两三九十百千万亿'), maxLength: 12})
  fc.assert(
    fc.property(numerals, (text) => {
      expect(parseChineseNumber(text) ?? '0').toMatch(/^(0|[1-9]\d*)$/)
    }),
    {numRuns: 2000}
  )
})

test.each([0, -1, 1.5, 100_000_000, Number.NaN])('%d 不写', (number) => {
  expect(() => writeChineseNumber(number)).toThrow(RangeError)
})
