/** Measures in words: 3号（16 磅）, 居中, 2 字. */

import type {FontRole, TextStyle} from '../model/sheet.js'

/**
 * Write a measure.
 *
 * @param key - its name in the sheet, which ends in its unit: `topMm`, `sizePt`, `firstLineChars`.
 */
export function measureText(key: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return numberText(key, value)
  if (key === 'font' || key === 'align' || key === 'color') return words.get(String(value)) ?? String(value)
  return String(value)
}

function numberText(key: string, value: number): string {
  const number = String(Math.round(value * 100) / 100)
  const size = key === 'sizePt' ? sizeNames.get(value) : undefined
  if (size !== undefined) return `${size}（${number} 磅）`
  const unit = units.find(([ending]) => key.endsWith(ending))?.[1]
  return unit === undefined ? number : `${number} ${unit}`
}

const units = [
  ['Mm', '毫米'],
  ['Pt', '磅'],
  ['Chars', '字'],
  ['Lines', '行'],
  ['LinesBefore', '行'],
  ['Em', '倍字号'],
  ['linesPerPage', '行'],
  ['charsPerLine', '字'],
  ['Rows', '行']
] as const

/** Properties of a style; said behind its name: 正文字号. */
export const styleKeyNames: Readonly<Record<keyof TextStyle, string>> = {
  name: '样式名',
  font: '字体',
  sizePt: '字号',
  bold: '加粗',
  color: '颜色',
  align: '位置',
  firstLineChars: '首行空',
  startChars: '左空',
  endChars: '右空',
  lineLines: '行高',
  spaceBeforeLines: '之上空',
  spaceAfterLines: '之下空',
  fit: '缩成一行',
  keepWithNext: '与下文同页',
  ownLatin: '数字和西文也用本字体'
}

/** 字号, in pt. */
const sizeNames: ReadonlyMap<number, string> = new Map([
  [42, '初号'],
  [36, '小初号'],
  [26, '1号'],
  [24, '小1号'],
  [22, '2号'],
  [18, '小2号'],
  [16, '3号'],
  [15, '小3号'],
  [14, '4号'],
  [12, '小4号'],
  [10.5, '5号'],
  [9, '小5号'],
  [7.5, '6号'],
  [6.5, '小6号'],
  [5.5, '7号'],
  [5, '8号']
])

const fontNames: Readonly<Record<FontRole, string>> = {
  xiaobiaosong: '小标宋',
  fangsong: '仿宋',
  heiti: '黑体',
  kaiti: '楷体',
  songti: '宋体',
  latin: '西文'
}

const words: ReadonlyMap<string, string> = new Map([
  ...Object.entries(fontNames),
  ['left', '居左'],
  ['center', '居中'],
  ['right', '居右'],
  ['justify', '两端对齐'],
  ['black', '黑'],
  ['red', '红']
])
