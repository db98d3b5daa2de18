import fc from 'fast-check'
import {expect, test} from 'vitest'
import {addDays, compareDates, daysInMonth, formatDate, isoDate, parseDate} from '../../src/text/date.js'

const day = fc
  .tuple(fc.integer({min: 1900, max: 2999}), fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 31}))
  .map(([year, month, number]) => ({year, month, day: Math.min(number, daysInMonth(year, month))}))

test('读日期', () => {
  expect(parseDate('2020-08-13')).toEqual({year: 2020, month: 8, day: 13})
  expect(parseDate('2020-02-29')).toEqual({year: 2020, month: 2, day: 29})
  expect(parseDate('2000-02-29')).toEqual({year: 2000, month: 2, day: 29})
})

test.each([
  '2021-02-29',
  '1900-02-29',
  '2020-04-31',
  '2020-00-10',
  '2020-13-10',
  '2020-08-00',
  '1899-12-31',
  '3000-01-01',
  '2020-8-13',
  '2020/08/13',
  '2020-08-13T00:00',
  '2020-08-13\n',
  ' 2020-08-13',
  '２０２０-08-13',
  ''
])('%j 不是日期', (text) => {
  expect(parseDate(text)).toBeNull()
})

test('印出的日期不编虚位', () => {
  expect(formatDate({year: 2020, month: 8, day: 3})).toBe('2020年8月3日')
})

test('写出再读，还是那一天', () => {
  fc.assert(
    fc.property(day, (date) => {
      expect(parseDate(isoDate(date))).toEqual(date)
    })
  )
})

test('日期先后与文本先后一致', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [first, second] = [isoDate(a), isoDate(b)]
      expect(Math.sign(compareDates(a, b))).toBe(first < second ? -1 : first > second ? 1 : 0)
    })
  )
})

test('每月的天数', () => {
  expect([1, 2, 4, 12].map((month) => daysInMonth(2021, month))).toEqual([31, 28, 30, 31])
  expect([1900, 2000, 2020].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29])
  expect(() => daysInMonth(2020, 13)).toThrow(RangeError)
})

test('推算日期跨过月末、年末与闰日', () => {
  expect(addDays({year: 2020, month: 2, day: 28}, 1)).toEqual({year: 2020, month: 2, day: 29})
  expect(addDays({year: 2021, month: 2, day: 28}, 1)).toEqual({year: 2021, month: 3, day: 1})
  expect(addDays({year: 2020, month: 12, day: 31}, 1)).toEqual({year: 2021, month: 1, day: 1})
  expect(addDays({year: 2020, month: 1, day: 1}, -1)).toEqual({year: 2019, month: 12, day: 31})
  expect(addDays({year: 2020, month: 1, day: 1}, 366)).toEqual({year: 2021, month: 1, day: 1})
})

test('四百年间一天接一天，不漏不重', () => {
  let date = {year: 1900, month: 1, day: 1}
  for (let count = 0; count < 146_097; count += 1) {
    const {year, month, day: number} = date
    const monthEnds = number === daysInMonth(year, month)
    const yearEnds = monthEnds && month === 12
    const next = {
      year: yearEnds ? year + 1 : year,
      month: yearEnds ? 1 : monthEnds ? month + 1 : month,
      day: monthEnds ? 1 : number + 1
    }
    const added = addDays(date, 1)
    if (compareDates(added, next) !== 0) expect(added).toEqual(next)
    date = next
  }
  expect(date).toEqual({year: 2300, month: 1, day: 1})
})

test('推过去再推回来，还是那一天', () => {
  fc.assert(
    fc.property(day, fc.integer({min: -100_000, max: 100_000}), (date, days) => {
      expect(addDays(addDays(date, days), -days)).toEqual(date)
    })
  )
})
