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
  bracket: {marks: '[]', block: 1000, body: 20_000, what: '“[”“]”'},
  pipe: {marks: '|', block: 20_000, body: 100_000, what: '“|”'},
  other: {marks: '<>`&!@\\/', block: 10_000, body: 100_000, what: '“<”“&”“`”等符号'}
} as const
type Kind = keyof typeof limits
const kinds: readonly Kind[] = ['emphasis', 'bracket', 'pipe', 'other']
const maxBlockLines = 3000
const maxLines = 30_000
const maxAllLines = 200_000
/** Every list or quote that closes, and every underlined heading, costs the parser a walk over all lines before it. */
const maxWalkedLines = 10_000_000
const maxListLines = 15_000
const maxScans = 20_000_000
const maxPunctuationRun = 100

const kindOfCode: readonly (Kind | undefined)[] = Array.from({length: 128}, (_, code) =>
  kinds.find((kind) => limits[kind].marks.includes(String.fromCharCode(code)))
)

type Counts = Record<Kind, number>

/** @returns the first place at which a limit is passed; null for every body that is fit to be parsed. */
export function findHostileMarkdown(text: string): Hostile | null {
  const body: Counts = {emphasis: 0, bracket: 0, pipe: 0, other: 0}
  let block: Counts = {...body}
  const lines: Lines = {all: 0, body: 0, block: 0, list: 0, walks: 0, openers: 0, scans: 0}
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    lines.all++
    const content = text.slice(start, end)
    start = end + 1
    if (content.trim() === '') {
      block = {emphasis: 0, bracket: 0, pipe: 0, other: 0}
      lines.block = 0
      lines.openers = 0
      if (lines.all > maxAllLines) return {...tooManyBlanks, line: lines.all}
      continue
    }
    lines.body++
    lines.block++
    const problem =
      judgeMarkers(content, lines) ??
      judgeScans(content, lines) ??
      judgeLines(lines) ??
      judgeMarks(content, block, body) ??
      judgeRuns(content)
    if (problem) return {...problem, line: lines.all}
  }
  return null
}

type Problem = Omit<Hostile, 'line'>

interface Lines {
  all: number
  /** Lines that are not empty, in the body and in the block. */
  body: number
  block: number
  /** Lines that open a list item. */
  list: number
  /** What makes the parser walk over all lines before. */
  walks: number
  /** What looks for its end up to the block's end, in the block so far: `<!`, `<?`, `](`, runs of backticks. */
  openers: number
  /** Characters that are looked at for that. */
  scans: number
}

function judgeMarkers(line: string, lines: Lines): Problem | null {
  const first = line.charCodeAt(0)
  // Most lines are plain text: nothing to look for.
  if (first > 0x7f && first !== 0x3000) return null
  if (lines.block > 1 && /^[ >\t]*(?:-+|=+)[ \t]*$/.test(line)) lines.walks++
  let depth = 0
  let at = 0
  for (;;) {
    marker.lastIndex = at
    const match = marker.exec(line)
    if (!match) break
    at = marker.lastIndex
    if (match[1] !== '>' && depth === 0) lines.list++
    else if (match[1] !== '>' || (depth === 0 && lines.block === 1)) lines.walks++
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

const tooManyBlanks: Problem = {
  ruleId: 'body-is-simple-enough',
  column: 1,
  message: `正文连空行超过 ${maxAllLines} 行。请删去多余的空行。`
}

const tooDeep: Problem = {
  ruleId: 'body-is-not-too-deep',
  column: 1,
  message: `引用（>）和列表套得太深，最多 ${maxBodyDepth} 层。请减少层次。`
}

function judgeScans(line: string, lines: Lines): Problem | null {
  if (line.includes('`') || line.includes('<') || line.includes('](')) {
    for (const match of line.matchAll(/<[!?]|`+|\]\(/g)) {
      lines.openers++
      // The rest of the line, now; the lines below, as they come.
      lines.scans += line.length - match.index
      if (lines.scans > maxScans)
        return tooMuch(match.index + 1, '这一段太长，其中“<!”“<?”“](”或“`”又太多。请删去这些符号。')
    }
  }
  lines.scans += (lines.openers > 0 ? line.length : 0) * lines.openers
  return lines.scans > maxScans ? tooMuch(1, '这一段太长，其中“<!”“<?”“](”或“`”又太多。请删去这些符号。') : null
}

function judgeLines(lines: Lines): Problem | null {
  if (lines.body > maxLines) return tooMuch(1, `正文超过 ${maxLines} 行。请分成几篇来稿。`)
  if (lines.block > maxBlockLines) return tooMuch(1, `此处连续超过 ${maxBlockLines} 行没有空行。请在各段之间空一行。`)
  if (lines.list > maxListLines) return tooMuch(1, `正文中列表超过 ${maxListLines} 项。请分成几篇来稿。`)
  if (lines.walks * lines.all <= maxWalkedLines) return null
  return tooMuch(1, '正文中套着的列表、引用和以“---”“===”作底线的标题太多。请减少层次，或分成几篇来稿。')
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
  if (line.length <= maxPunctuationRun || !/www\.|:\/\/|@/i.test(line)) return null
  const run = punctuationRun.exec(line)
  return run
    ? tooMuch(run.index + 1, `网址或邮箱这一行的英文标点连写超过 ${maxPunctuationRun} 个。请删去多余的。`)
    : null
}

const punctuationRun = new RegExp(`[!-/:;?@_~'"]{${maxPunctuationRun + 1}}`)

function tooMuch(column: number, message: string): Problem {
  return {ruleId: 'body-is-simple-enough', column, message}
}
