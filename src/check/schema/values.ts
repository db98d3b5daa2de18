/**
 * Building blocks of the schemas.
 *
 * What zod calls the message of an error is, here, what should stand in the place: “一段文字”. `shape.ts` makes the
 * sentence of it, so that all of them read alike. For unknown keys it is the keys that there are.
 */

import {z} from 'zod'
import type {Labelled} from '../../model/bulletin.js'
import type {CalendarDate} from '../../model/date.js'
import {daysInMonth, parseDate} from '../../text/date.js'

/** Separates the known keys in the message of an unknown one. */
export const keySeparator = '\n'

/** A mapping (键值对) with these keys and no others. */
export function mapping<Shape extends z.ZodRawShape>(
  shape: Shape,
  what = '“键: 值”的形式'
): z.ZodObject<Shape, z.core.$strict> {
  const keys = Object.keys(shape).join(keySeparator)
  return z.strictObject(shape, {error: (issue) => (issue.code === 'unrecognized_keys' ? keys : what)})
}

/** One line of text; line ends in it become blanks. */
export function text(what = '一段文字'): z.ZodString {
  return z
    .string({error: what})
    .overwrite((value) => value.trim().replace(/\s*\n\s*/g, ' '))
    .min(1, {error: what})
}

/** Text, or a number that is taken as its digits: telephone numbers, permits. */
export function looseText(what = '一段文字') {
  return z.preprocess((value) => (typeof value === 'number' ? String(value) : value), text(what))
}

/** Six digits. Those with a zero in front need quotes: YAML takes `030000` for a number. */
export function postcode() {
  const what = '六位邮政编码，加引号，如 "310020"'
  const digits = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)
  return z.preprocess(digits, text(what).regex(/^\d{6}$/, {error: what}))
}

/** Text or a list of texts: one or more. */
export function texts(what = '一段文字') {
  return z.preprocess(listed, z.array(text(what), {error: what}).min(1, {error: what}))
}

/** Lines of a title: a list, or one text, in which a line end breaks the line. */
export function lines(what: string) {
  const split = (value: unknown): unknown => (typeof value === 'string' ? value.trim().split(/\s*\n\s*/) : value)
  return z.preprocess((value) => listed(split(value)), z.array(text(what), {error: what}).min(1, {error: what}))
}

/** A whole number; digits that YAML took for text (`041`) will do. */
export function whole(least: number, what: string, most = 999_999_999) {
  const digits = (value: unknown): unknown =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return z.preprocess(digits, z.int({error: what}).min(least, {error: what}).max(most, {error: what}))
}

export function flag(): z.ZodBoolean {
  return z.boolean({error: ' true（是）或 false（否）'})
}

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, {error: ` ${values.join('、')} 之一`})
}

/** Names and what stands behind them, in the order written. */
export function labelled() {
  const what = '“名称: 内容”的形式，如“责编: 王某某”'
  return z
    .record(z.string(), looseText('一段文字'), {error: what})
    .transform((record): Labelled[] => Object.entries(record).map(([label, value]) => ({label, value})))
}

/** How contributors are named: any text with no other placeholder than `{units}`; empty prints none. */
export function credit() {
  const what = '署名的样式，如“（{units}供稿）”，{units} 处印供稿单位；不署名写 ""'
  return z.string({error: what}).refine((value) => !/[{}]/.test(value.replaceAll('{units}', '')), {error: what})
}

/** A day that exists. */
export function day() {
  const digits = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)
  return z.preprocess(digits, z.string({error: dateForm})).transform((value, context): CalendarDate => {
    const date = parseDate(value.trim())
    if (date) return date
    const {said, suggestion} = explainDate(value.trim())
    const params = {ruleId: 'date-exists', ...(suggestion ? {suggestion} : {})}
    context.issues.push({code: 'custom', input: value, params, message: said})
    return z.NEVER
  })
}

const dateForm = '日期，如 2020-08-13'

/** @returns what is said behind the key's name. */
function explainDate(value: string): {said: string; suggestion?: string} {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(value) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(value)
  const shown = value.length > 20 ? `${value.slice(0, 20)}…` : value
  if (!match) return {said: `写的是“${shown}”，不是日期。请写成 2020-08-13 的样子。`}
  const [year = 0, month = 0, dayOfMonth = 0] = match.slice(1).map(Number)
  if (year < 1900 || year > 2999) return {said: `写的是“${shown}”，年份不对。请核对。`}
  if (month < 1 || month > 12) return {said: `写的是“${shown}”，没有 ${month} 月。月份请写 01 至 12。`}
  const days = daysInMonth(year, month)
  if (dayOfMonth < 1 || dayOfMonth > days) {
    return {said: `写的是“${shown}”，没有这一天：${year}年${month}月只有${days}天。请核对日期。`}
  }
  const two = (number: number): string => String(number).padStart(2, '0')
  const suggestion = `${year}-${two(month)}-${two(dayOfMonth)}`
  return {said: `写的是“${shown}”，请改为 ${suggestion}。`, suggestion}
}

function listed(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : value
}
