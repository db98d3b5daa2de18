/** What Typst complains of, in Chinese where an office can do something about it. */

import {TypesetError} from '../model/host.js'
import {nameCharacters} from '../text/characters.js'

/** Lines and characters count from 0. */
export interface TypstDiagnostic {
  readonly message: string
  readonly range: {readonly start: {readonly line: number; readonly character: number}} | null
}

const maxShown = 5
const missing = /the text `"(.+)"` could not be displayed with font `"(.*)"`/s
const damaged = /^failed to decode image(.*)$/s

const translations: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^unknown font family: (.*)$/,
    (family) => `没有名为“${family}”的字体。请运行 npx jianbao doctor 查看各种字体是否齐全`
  ],
  [
    missing,
    (text, font) =>
      `字体 ${font} 中没有${nameCharacters(text)}这个字，印不出来。请换一个字，或在 fonts/ 放入含有它的字体`
  ],
  [damaged, (detail) => `图片损坏，或格式与扩展名不符（${detail.replace(/^[\s(]+|\)$/g, '')}）`],
  [/^(?:file not found|failed to load file)/, () => '找不到图片，或路径指向工作区之外'],
  [/^import and include are not allowed$/, () => '排版源文件里不许有 import 和 include']
]

/**
 * @param source - to show the line that a diagnostic speaks of.
 */
export function complain(diagnostics: readonly TypstDiagnostic[], source: string): TypesetError {
  const lines = source.split('\n')
  // Where Typst was when it met an error is said after it, and says nothing to people.
  const own = diagnostics.filter(({message}) => !message.startsWith('while calling'))
  const unique = [...new Set(own.map((diagnostic) => describe(diagnostic, lines)))]
  const shown = unique.slice(0, maxShown)
  const more = unique.length > maxShown ? [`  另有${unique.length - maxShown}处`] : []
  const message = `排成 PDF 时出错：\n${[...(shown.length > 0 ? shown : ['  原因不明']), ...more].join('\n')}`
  return new TypesetError(message, {
    characters: [...new Set(own.flatMap((diagnostic) => missing.exec(diagnostic.message)?.[1] ?? []))],
    pictures: [...new Set(own.flatMap((diagnostic) => damagedPicture(diagnostic, lines) ?? []))]
  })
}

/** Its path, from the line of the source that speaks of it. */
function damagedPicture({message, range}: TypstDiagnostic, lines: readonly string[]): string | null {
  if (!range || !damaged.test(message)) return null
  const {line, character} = range.start
  return /^image\("([^"\\]+)"/.exec(lines[line]?.slice(character) ?? '')?.[1] ?? null
}

function describe({message, range}: TypstDiagnostic, lines: readonly string[]): string {
  const sentence = `  ${translate(message)}。`
  if (!range) {
    return sentence
  }
  const {line, character} = range.start
  const source = lines[line]?.trim().slice(0, 120) ?? ''
  return `${sentence}\n    排版源文件第${line + 1}行第${character + 1}列：${source}`
}

function translate(message: string): string {
  for (const [pattern, translation] of translations) {
    const match = pattern.exec(message)
    if (match) {
      return translation(...match.slice(1))
    }
  }
  return message
}

/** The exporter throws its diagnostics as the debug text of Rust. */
export function thrownDiagnostics(error: unknown): readonly TypstDiagnostic[] {
  const text = error instanceof Error ? error.message : String(error)
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/gs)].map((match) => unescapeDebug(match[1] ?? ''))
  return (messages.length > 0 ? messages : [text]).map((message) => ({message, range: null}))
}

function unescapeDebug(debug: string): string {
  return debug
    .replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\n/g, '\n')
    .replace(/\\(.)/g, '$1')
}
