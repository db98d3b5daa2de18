/** Figures (数值) as officials write them: a number, a qualifier (余, 近, 约), a measure (计量单位). */

import type {Figure, Qualifier, Quantity} from '../model/figure.js'
import {foldFullWidth} from './chinese.js'
import {parseChineseNumber} from './chinese-number.js'
import {decimalOfNumber, plainDecimal, shiftDecimal} from './decimal.js'

/** Longer texts are prose; the bound also keeps every pattern below cheap on hostile text. */
const longestText = 64

const before: Readonly<Record<string, Qualifier>> = {
  超过: 'atLeast',
  超: 'atLeast',
  逾: 'atLeast',
  至少: 'atLeast',
  不少于: 'atLeast',
  不低于: 'atLeast',
  上: 'atLeast',
  将近: 'below',
  接近: 'below',
  近: 'below',
  不足: 'below',
  不到: 'below',
  大约: 'about',
  约: 'about'
}

const after: Readonly<Record<string, Qualifier>> = {
  以上: 'atLeast',
  有余: 'atLeast',
  余: 'atLeast',
  多: 'atLeast',
  左右: 'about',
  上下: 'about'
}

const prefix = /^(超过|超|逾|至少|不少于|不低于|上(?=[百千万亿])|将近|接近|近|不足|不到|大约|约)\s*/
const suffix = /\s*(以上|有余|余|多|左右|上下)$/
const arabic = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d.,])\s*/
const numeral = /^[〇零一二两三四五六七八九十百千万亿]+/
/** 千 of 千瓦 and 百 of 百分点 belong to the measure. */
const scale = /^(?:千(?![瓦米克伏帕卡焦赫])|百(?![分帕]))?万?亿?/
const wholeScale = /^[百千]?万?亿?$/
const places: Readonly<Record<string, number>> = {百: 2, 千: 3, 万: 4, 亿: 8}

const measurePart = /^(?:\p{Script=Han}+[A-Za-z]*|[A-Za-zμΩ°²³]+|[%‰℃㎡㎥㎞㎏])$/u
/** Signs that the rest is a further number, a fraction, a limit or prose, and not a measure. */
const notMeasure =
  /^[几来把第]|分之|[〇零一二三四五六七八九十万亿半多余几以之不至到了的]|千(?![瓦米克伏帕卡焦赫])|百(?!分点|帕)/

/**
 * Read a figure.
 *
 * @param text - `1430`, `1200余支`, `近50个`, `6.4万人`, `10余万名`, `约两千`, `12,300`, `95%`, `百分之五十以上`, `3个多月`, `不适用`;
 *   full-width forms too. Or a finite number, taken as its shortest decimal: a whole number past 2^53 has lost digits before it comes
 *   here, so hand over the text of the file where there is one.
 * @returns null for what is no figure: no number (`很多`, `数百人`), several (`3—5个`, `七八个`, `1亿2000万`), a number within
 *   prose, qualifiers that contradict (`近50余个`), a limit (`50人以下`), a measure that is not one to six letters or characters
 *   (two such parts may be joined by `/`: `微克/立方米`). Whether the measure suits the metric is not asked.
 */
export function parseFigure(text: string | number): Figure | null {
  if (typeof text === 'number') {
    if (!Number.isFinite(text)) return null
    const value = decimalOfNumber(text)
    return {kind: 'quantity', value, qualifier: 'exactly', measure: null, text: value}
  }
  if (text.length > longestText) return null
  const written = foldFullWidth(text)
    .replace(/[萬億餘−]/g, simplify)
    .trim()
  if (written === '不适用') return {kind: 'notApplicable', text}

  const parts = takeApart(written)
  if (parts === null) return null
  const qualifier = agree(parts.qualifiers)
  if (qualifier === null) return null
  return {kind: 'quantity', value: parts.value, qualifier, measure: parts.measure, text}
}

/**
 * Write a quantity in one canonical way, for totals and other figures that nobody filed.
 *
 * @returns `6.4万余人`, `近50个`, `约2000`, `95%以上`: 近 and 约 in front; 余 behind round numbers from ten up, else 以上 at the end;
 *   万 or 亿 where that leaves at most one decimal. `parseFigure` reads value, qualifier and measure back from it.
 */
export function writeQuantity(quantity: Pick<Quantity, 'value' | 'qualifier' | 'measure'>): string {
  const number = writeScaled(quantity.value)
  const measure = quantity.measure ?? ''
  if (quantity.qualifier === 'exactly') return number + measure
  if (quantity.qualifier === 'below') return `近${number}${measure}`
  if (quantity.qualifier === 'about') return `约${number}${measure}`
  const takesMore = /^-?\d{2,}$|[万亿]$/.test(number) && /^(?:\p{Script=Han}|$)/u.test(measure)
  return takesMore ? `${number}余${measure}` : `${number}${measure}以上`
}

interface Parts {
  readonly value: string
  readonly qualifiers: readonly Qualifier[]
  readonly measure: string | null
}

function takeApart(written: string): Parts | null {
  const qualifiers: Qualifier[] = []
  const note = (word: string | undefined, words: typeof before) => {
    const qualifier = word === undefined ? undefined : words[word]
    if (qualifier !== undefined) qualifiers.push(qualifier)
  }
  const opening = prefix.exec(written)
  note(opening?.[1], before)
  let rest = written.slice(opening?.[0].length ?? 0)

  const roundMore = /^[百千万亿]+[余多]/.test(rest)
  const closing = suffix.exec(rest)
  note(closing?.[1], after)
  rest = rest.slice(0, closing?.index)

  const share = rest.startsWith('百分之')
  if (share) rest = rest.slice('百分之'.length)

  const number = takeNumber(rest, opening !== null || share || roundMore)
  if (number === null) return null
  if (number.more) qualifiers.push('atLeast')

  const inPart = /^个多(?=月|小时|星期|世纪|学期)/.exec(number.rest)
  if (inPart !== null) qualifiers.push('atLeast')
  const measure = inPart === null ? number.rest : `个${number.rest.slice(inPart[0].length)}`

  if (measure === '') return {value: number.value, qualifiers, measure: share ? '%' : null}
  return share || !isMeasure(measure) ? null : {value: number.value, qualifiers, measure}
}

/**
 * Take number and scale off the front.
 *
 * @param bareUnits - whether 百, 千, 万 may stand without a digit: `近百名` and `百余名` are figures, `万元` is a measure.
 */
function takeNumber(text: string, bareUnits: boolean): {value: string; more: boolean; rest: string} | null {
  const negative = text.startsWith('负')
  const unsigned = negative ? text.slice(1) : text
  const figures = arabic.exec(unsigned)?.[0]
  const characters = numeral.exec(unsigned)?.[0]
  const digits =
    figures?.trim().replaceAll(',', '') ??
    (characters === undefined ? null : parseChineseNumber(bareUnits ? withOne(characters) : characters))
  if (digits === null || (negative && /^[+-]/.test(digits))) return null

  // 余 may stand behind the scale or before it: 6.4万余人, 10余万名, 6千多万元.
  const behind = unsigned.slice((figures ?? characters ?? '').length)
  const inner = scale.exec(behind)?.[0] ?? ''
  const more = /^[余多]/.exec(behind.slice(inner.length))?.[0] ?? ''
  const outer = more === '' ? '' : (scale.exec(behind.slice(inner.length + more.length))?.[0] ?? '')
  if (!wholeScale.test(inner + outer)) return null
  const shift = Array.from(inner + outer).reduce((sum, name) => sum + (places[name] ?? 0), 0)
  const value = shiftDecimal(plainDecimal(negative ? `-${digits}` : digits), shift)
  return {value, more: more !== '', rest: behind.slice((inner + more + outer).length).trimStart()}
}

function withOne(characters: string): string {
  return /^[百千万亿]/.test(characters) ? `一${characters}` : characters
}

function isMeasure(text: string): boolean {
  const parts = text.split('/')
  return (
    parts.length <= 2 &&
    !notMeasure.test(text) &&
    parts.every((part) => measurePart.test(part) && Array.from(part).length <= 6)
  )
}

/** The one qualifier meant, also where it is written twice (`超过100人以上`); null where two contradict (约…余). */
function agree(qualifiers: readonly Qualifier[]): Qualifier | null {
  const [first = 'exactly'] = qualifiers
  return qualifiers.every((qualifier) => qualifier === first) ? first : null
}

function writeScaled(value: string): string {
  for (const [name, shift] of [
    ['亿', 8],
    ['万', 4]
  ] as const) {
    const scaled = shiftDecimal(value, -shift)
    if (/^-?[1-9]\d*(?:\.\d)?$/.test(scaled)) return scaled + name
  }
  return value
}

function simplify(character: string): string {
  return {萬: '万', 億: '亿', 餘: '余', '−': '-'}[character] ?? character
}
