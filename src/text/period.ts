/** Reporting periods (报告期). */

import type {Period} from '../model/date.js'
import {daysInMonth, formatDate} from './date.js'

/** Names of the spans of a year, by first and last month. */
const names: Readonly<Record<string, string>> = {
  '1-12': '',
  '1-6': '上半年',
  '7-12': '下半年',
  '1-3': '第一季度',
  '4-6': '第二季度',
  '7-9': '第三季度',
  '10-12': '第四季度'
}

/**
 * Read a reporting period.
 *
 * @param text - `2020`, `2020-H1`, `2020-Q3`, `2020-08`, or a range of any two of them, `2019-01/2019-05`; years 1900–2999.
 * @returns null for any other text, and for a range whose last day lies before its first (`2020-08/2020-05`).
 */
export function parsePeriod(text: string): Period | null {
  const [start = '', end = start, ...more] = text.split('/')
  const from = parseSpan(start)
  const to = parseSpan(end)
  if (from === null || to === null || more.length > 0) return null
  if (to.year < from.year || (to.year === from.year && to.last < from.first)) return null
  return {
    text,
    first: {year: from.year, month: from.first, day: 1},
    last: {year: to.year, month: to.last, day: daysInMonth(to.year, to.last)}
  }
}

/**
 * Write a period in Chinese, by its days, so that `2020-Q1/2020-Q2` reads as `2020-H1` does.
 *
 * @returns `2020年`, `2020年上半年`, `2020年第三季度`, `2020年8月`, `2019年1—5月`, `2019年11月—2020年2月`, `2018—2020年`; days are written
 *   only where the period does not begin and end with a month.
 */
export function formatPeriod({first, last}: Pick<Period, 'first' | 'last'>): string {
  if (first.day !== 1 || last.day !== daysInMonth(last.year, last.month)) {
    return `${formatDate(first)}—${formatDate(last)}`
  }
  if (first.year !== last.year) {
    const wholeYears = first.month === 1 && last.month === 12
    return wholeYears ? `${first.year}—${last.year}年` : `${first.year}年${first.month}月—${last.year}年${last.month}月`
  }
  const months = first.month === last.month ? `${first.month}月` : `${first.month}—${last.month}月`
  return `${first.year}年${names[`${first.month}-${last.month}`] ?? months}`
}

interface Span {
  readonly year: number
  /** First and last month. */
  readonly first: number
  readonly last: number
}

function parseSpan(text: string): Span | null {
  const match = /^(19\d\d|2\d{3})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text)
  if (match === null) return null
  const [, year, half, quarter, month] = match
  if (half !== undefined) return spanOf(year, 6, half)
  if (quarter !== undefined) return spanOf(year, 3, quarter)
  if (month !== undefined) return spanOf(year, 1, month)
  return spanOf(year, 12, '1')
}

function spanOf(year: string | undefined, length: number, ordinal: string): Span {
  const last = Number(ordinal) * length
  return {year: Number(year), first: last - length + 1, last}
}
