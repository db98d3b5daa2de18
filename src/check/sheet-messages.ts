/** What is wrong with the form of a measure, in words. */

import type {z} from 'zod'
import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {nearest} from '../text/nearest.js'
import {isMapping} from './mapping.js'
import {shown} from './shape.js'
import {mergeLayers, placeIn, type SheetLayer, type SheetPath, speakerAt, valueAt} from './sheet-layers.js'

/**
 * @param keysAt - the keys that there are below a path.
 * @returns one diagnostic, or one for each key that there is not.
 */
export function explainShape(
  issue: z.core.$ZodIssue,
  layers: readonly SheetLayer[],
  keysAt: (path: SheetPath) => readonly string[]
): Diagnostic[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...issue.path, key], layers, keysAt(issue.path)))
  }
  const written = valueAt(mergeLayers(layers), issue.path) ?? null
  const name = nameOf(issue.path)
  const place = placeIn(layers, issue.path)
  if (written === null) return [diagnose('sheet-is-valid', place, missing(name))]
  const {said, suggestion} = explainValue(issue, written)
  const message = `${subject(layers, issue.path)}“${name}”${said}`
  return [diagnose('sheet-is-valid', place, message, suggestion === undefined ? {} : {suggestion})]
}

function unknownKey(path: SheetPath, layers: readonly SheetLayer[], known: readonly string[]): Diagnostic {
  const key = String(path.at(-1))
  const near = styleCalled(key, path, layers) ?? nearest(key, known)
  const hint = near ? `是否为“${near}”？` : `请对照 templates/common/sheet.yaml 改正。这里可以写：${known.join('、')}。`
  const message = `${sheetName(layers, path)}没有“${nameOf(path)}”这一项。${hint}`
  return diagnose('sheet-is-valid', placeIn(layers, path), message, near ? {suggestion: near} : {})
}

/** Offices know styles by the names that Word shows: 正文. */
function styleCalled(name: string, path: SheetPath, layers: readonly SheetLayer[]): string | null {
  if (path[0] !== 'styles' || path.length !== 2) return null
  const styles = valueAt(mergeLayers(layers), ['styles'])
  if (!isMapping(styles)) return null
  return Object.keys(styles).find((role) => valueAt(styles, [role, 'name']) === name) ?? null
}

/** 版式 of a template's own file, 刊物的版式（sheet） where it stands among a bulletin's other settings. */
export function sheetName(layers: readonly SheetLayer[], path: SheetPath): string {
  return isBulletins(layers, path) ? '刊物的版式（sheet）' : '版式'
}

function subject(layers: readonly SheetLayer[], path: SheetPath): string {
  return isBulletins(layers, path) ? '刊物的版式（sheet）中，' : ''
}

function isBulletins(layers: readonly SheetLayer[], path: SheetPath): boolean {
  return speakerAt(layers, path)?.origin === 'bulletin'
}

export function nameOf(path: SheetPath): string {
  return path.map(String).join('.')
}

function missing(name: string): string {
  return `版式缺少“${name}”。请对照 templates/common/sheet.yaml 补上。`
}

/** What is said behind the name. */
function explainValue(issue: z.core.$ZodIssue, written: unknown): {said: string; suggestion?: string} {
  switch (issue.code) {
    case 'invalid_value':
      return explainChoice(issue.values.map(String), written)
    case 'too_small':
      if (issue.origin === 'string') return {said: '是空的。请写上文字，或删去这一行。'}
      return {said: `太小，应${issue.inclusive ? '不小于' : '大于'} ${issue.minimum}，这里写的是${shown(written)}。`}
    case 'too_big':
      if (issue.origin === 'string') return {said: `太长，Word 只认 ${issue.maximum} 个字符以内的字体名。`}
      return {said: `太大，应${issue.inclusive ? '不大于' : '小于'} ${issue.maximum}，这里写的是${shown(written)}。`}
    case 'invalid_type':
      return {said: `应是${typeNames[issue.expected] ?? issue.expected}，这里写的是${shown(written)}。`}
    case 'invalid_format':
      return {said: `应是六位十六进制的颜色，加英文引号，如 'E60012'，这里写的是${shown(written)}。`}
    default:
      return {said: '的写法不对。请对照 templates/common/sheet.yaml 改正。'}
  }
}

function explainChoice(values: readonly string[], written: unknown): {said: string; suggestion?: string} {
  if (values.length === 1) return {said: `只能写 ${values.join('')}。`}
  const all = `只能是 ${values.join('、')} 之一，这里写的是${shown(written)}。`
  const meant = chineseValues.get(String(written))
  const near = meant && values.includes(meant) ? meant : nearest(String(written), values)
  return near === null ? {said: all} : {said: `${all}是否为“${near}”？`, suggestion: near}
}

/** Offices say it in Chinese. */
const chineseValues: ReadonlyMap<string, string> = new Map([
  ['小标宋', 'xiaobiaosong'],
  ['方正小标宋简体', 'xiaobiaosong'],
  ['仿宋', 'fangsong'],
  ['仿宋_GB2312', 'fangsong'],
  ['黑体', 'heiti'],
  ['楷体', 'kaiti'],
  ['楷体_GB2312', 'kaiti'],
  ['宋体', 'songti'],
  ['黑', 'black'],
  ['黑色', 'black'],
  ['红', 'red'],
  ['红色', 'red'],
  ['左', 'left'],
  ['居左', 'left'],
  ['左对齐', 'left'],
  ['中', 'center'],
  ['居中', 'center'],
  ['右', 'right'],
  ['居右', 'right'],
  ['右对齐', 'right'],
  ['两端对齐', 'justify']
])

const typeNames: Readonly<Record<string, string>> = {
  number: '数，如 16',
  int: '整数，如 22',
  string: '文字',
  boolean: ' true 或 false',
  object: '一组下级项目'
}
