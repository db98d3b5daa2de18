/** Days of the calendar, without clock and time zone. */

import type {CalendarDate} from '../model/date.js'

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const daysIn400Years = 146_097

/**
 * Read a day.
 *
 * @param text - `YYYY-MM-DD` in ASCII digits, 1900-01-01 to 2999-12-31.
 * @returns null for any other text and for a day that does not exist (`2021-02-29`).
 */
export function parseDate(text: string): CalendarDate | null {
  const match = /^(19\d\d|2\d{3})-(\d\d)-(\d\d)$/.exec(text)
  if (match === null) return null
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? {year, month, day} : null
}

/** Write a day as it is printed: `2020年8月13日`, no padding zeros (不编虚位). Source: GB/T 9704—2012, 7.3.5.4. */
export function formatDate(date: CalendarDate): string {
  return `${date.year}年${date.month}月${date.day}日`
}

/** Write a day as it is filed: `2020-08-13`. */
export function isoDate(date: CalendarDate): string {
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`
}

/** Order two days for sorting: below zero where `a` is the earlier, zero where they are the same day. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day
}

/**
 * Count the days of a month.
 *
 * @param month - 1–12.
 * @throws {RangeError} on any other month, which only a bug can produce.
 */
export function daysInMonth(year: number, month: number): number {
  const length = monthLengths[month - 1]
  if (length === undefined) throw new RangeError(`No month ${month}`)
  return month === 2 && isLeapYear(year) ? 29 : length
}

/**
 * Go forward by whole days.
 *
 * @param days - a whole number; negative goes back.
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

// Years are counted from March, so that the leap day is the last of its year and months need no table.
function dayNumber({year, month, day}: CalendarDate): number {
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = (month + 9) % 12
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + day - 1
}

function dateOfDayNumber(number: number): CalendarDate {
  const era = Math.floor(number / daysIn400Years)
  const dayOfEra = number - era * daysIn400Years
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  )
  const dayOfYear = dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((dayOfYear * 5 + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOfYear - Math.floor((marchMonth * 153 + 2) / 5) + 1
  return {year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day}
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0')
}
