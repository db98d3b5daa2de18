/**
 * Bodies that no report has, and that keep a Markdown parser busy for minutes or break its stack.
 *
 * micromark takes quadratic time on thousands of marks in one paragraph, on underlined headings and on lines that lean
 * on a quote, and nests one call per list marker. What is counted here was found by feeding it such shapes; every limit
 * lies far above what people write, and keeps any body of 2 MB to a few seconds.
 */

import type {RuleId} from '../diagnostics/rules.js'

export interface Hostile {
  readonly ruleId: Extract<RuleId, 'body-is-not-too-deep' | 'body-is-simple-enough'>
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Deeper lists and quotes are refused, here and by `closeBody`. */
export const maxBodyDepth = 32
const maxIndent = 128

/** The most that one block (lines without an empty one between) and a whole body may have of each kind. */
const limits = {
  emphasis: {marks: '*_~', block: 1000, body: 100_000, what: '“*”“_”“~”'},
  bracket: {marks: '[]', block: 1000, body: 40_000, what: '“[”“]”'},
  pipe: {marks: '|', block: 20_000, body: 100_000, what: '“|”'},
  other: {marks: '<>`&!@\\/', block: 10_000, body: 100_000, what: '“<”“&”“`”等符号'}
} as const
type Kind = keyof typeof limits
const kinds: readonly Kind[] = ['emphasis', 'bracket', 'pipe', 'other']
const maxBlockLines = 3000
const maxLines = 50_000
const maxAllLines = 200_000
const maxUnderlines = 500
const maxListLines = 20_000
const maxPunctuationRun = 1000

const kindOfCode: readonly (Kind | undefined)[] = Array.from({length: 128}, (_, code) =>
  kinds.find((kind) => limits[kind].marks.includes(String.fromCharCode(code)))
)

type Counts = Record<Kind, number>

/** @returns the first place at which a limit is passed; null for every body that is fit to be parsed. */
export function findHostileMarkdown(text: string): Hostile | null {
  const body: Counts = {emphasis: 0, bracket: 0, pipe: 0, other: 0}
  let block: Counts = {...body}
  const lines = {body: 0, block: 0, underlines: 0, list: 0}
  let line = 0
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (++line > maxAllLines) return {...tooMuch(1, `正文连空行超过 ${maxAllLines} 行。请删去多余的空行。`), line}
    const content = text.slice(start, end)
    start = end + 1
    if (content.trim() === '') {
      block = {emphasis: 0, bracket: 0, pipe: 0, other: 0}
      lines.block = 0
      continue
    }
    lines.body++
    lines.block++
    const problem =
      judgeMarkers(content, lines) ?? judgeLines(lines) ?? judgeMarks(content, block, body) ?? judgeRuns(content)
    if (problem) return {...problem, line}
  }
  return null
}

type Problem = Omit<Hostile, 'line'>

function judgeMarkers(line: string, lines: {underlines: number; list: number}): Problem | null {
  const first = line.charCodeAt(0)
  // Most lines are plain text: nothing to look for.
  if (first > 0x7f && first !== 0x3000) return null
  if (/^[ >\t]*(?:-+|=+)[ \t]*$/.test(line)) lines.underlines++
  let depth = 0
  let at = 0
  for (;;) {
    marker.lastIndex = at
    const match = marker.exec(line)
    if (!match) break
    at = marker.lastIndex
    if (match[1] !== '>' && depth === 0) lines.list++
    if (++depth > maxBodyDepth || match[0].length > maxIndent) return tooDeep
  }
  const indent = line.length - line.trimStart().length
  return indent > maxIndent && marksAfter(line, indent) ? tooDeep : null
}

const marker = /[ \t]*(>|(?:[-+*]|\d{1,9}[.)]|\[\^[^\]]{1,99}\]:)(?=[ \t]|$))/y

function marksAfter(line: string, at: number): boolean {
  marker.lastIndex = at
  return marker.test(line)
}

const tooDeep: Problem = {
  ruleId: 'body-is-not-too-deep',
  column: 1,
  message: `引用（>）和列表套得太深，最多 ${maxBodyDepth} 层。请减少层次。`
}

function judgeLines(lines: {body: number; block: number; underlines: number; list: number}): Problem | null {
  if (lines.body > maxLines) return tooMuch(1, `正文超过 ${maxLines} 行。请分成几篇来稿。`)
  if (lines.block > maxBlockLines) return tooMuch(1, `此处连续超过 ${maxBlockLines} 行没有空行。请在各段之间空一行。`)
  if (lines.list > maxListLines) return tooMuch(1, `正文中列表超过 ${maxListLines} 项。请分成几篇来稿。`)
  if (lines.underlines > maxUnderlines) {
    return tooMuch(1, `正文中“---”或“===”的行超过 ${maxUnderlines} 行。小标题请用“## 一、…”的写法。`)
  }
  return null
}

function judgeMarks(line: string, block: Counts, body: Counts): Problem | null {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    const kind = code < 128 ? kindOfCode[code] : undefined
    if (kind === undefined) continue
    block[kind]++
    body[kind]++
    const limit = limits[kind]
    if (block[kind] > limit.block)
      return tooMuch(at + 1, `一段之内的${limit.what}超过 ${limit.block} 个。请删去多余的。`)
    if (body[kind] > limit.body) return tooMuch(at + 1, `正文中的${limit.what}超过 ${limit.body} 个。请删去多余的。`)
  }
  return null
}

/** Marks after a web address are tried one by one as its end. */
function judgeRuns(line: string): Problem | null {
  if (line.length <= maxPunctuationRun) return null
  const run = punctuationRun.exec(line)
  return run ? tooMuch(run.index + 1, `此处的英文标点连写超过 ${maxPunctuationRun} 个。请删去多余的。`) : null
}

const punctuationRun = new RegExp(`[!-/:;?@_~'"]{${maxPunctuationRun + 1}}`)

function tooMuch(column: number, message: string): Problem {
  return {ruleId: 'body-is-simple-enough', column, message}
}
