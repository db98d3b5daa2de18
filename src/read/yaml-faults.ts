/** The commonest faults of YAML, in plain words. */

import type {Document, YAMLError} from 'yaml'

export interface Fault {
  readonly start: number
  readonly end: number
  readonly message: string
}

/** More than this many say nothing new. */
const maxFaults = 10
/** Hostile text has one error a character. */
const maxProblems = 100

/**
 * What is wrong with a document.
 *
 * @returns one fault a line, in order. A line with a full-width colon or a tab is named as the cause even where the
 * parser stumbles only later.
 */
export function explainFaults(document: Document.Parsed, text: string): Fault[] {
  const problems: readonly YAMLError[] = [
    ...document.errors.slice(0, maxProblems),
    ...document.warnings.slice(0, maxProblems)
  ].sort((a, b) => a.pos[0] - b.pos[0])
  const wrongTop = problems.length === 0 && isPlainTop(document)
  if (problems.length === 0 && !wrongTop) return []

  const habits = habitsOf(text)
  if (wrongTop) return habits.slice(0, maxFaults)
  const faults = new Map<number, Fault>()
  const add = (fault: Fault): void => {
    const line = lineStart(text, fault.start)
    if (!faults.has(line)) faults.set(line, fault)
  }
  for (const habit of habits) add(habit)
  // What follows a bad habit is mostly its consequence.
  const first = habits[0]?.start ?? Number.POSITIVE_INFINITY
  for (const problem of problems) {
    if (faults.size >= maxFaults) break
    if (problem.pos[0] >= first) continue
    const message = explain(problem)
    const opening = message === unclosed ? openBracket(text, problem.pos[0]) : null
    if (opening === null) add({start: problem.pos[0], end: problem.pos[1], message})
    else add({start: opening, end: opening + 1, message})
  }
  return [...faults.values()].sort((a, b) => a.start - b.start).slice(0, maxFaults)
}

/** A text where keys with values should stand: what comes of `标题：…` on every line. */
function isPlainTop(document: Document.Parsed): boolean {
  const contents: unknown = document.contents
  return typeof contents === 'object' && contents !== null && 'type' in contents && contents.type === 'PLAIN'
}

interface Habit {
  readonly pattern: RegExp
  readonly message: (match: RegExpExecArray) => string
}

/** Group 1 is what stands before the fault. */
const habits: readonly Habit[] = [
  {
    pattern: /^([ ]*(?:- +)?)\t/,
    message: () => '行首用了制表符（Tab）。缩进请用空格，一层两个。'
  },
  {
    pattern: /^([ ]*(?:- +)?([\p{L}\p{N}_-]{1,20}))：/u,
    message: (match) => `“${match[2]}”后面用了全角冒号“：”。请改为半角冒号加一个空格，如“${match[2]}: 内容”。`
  },
  {
    pattern: /^([ ]*(?:- +)?([\p{L}_][\p{L}\p{N}_-]{0,19}):)(?=[^\s:/])/u,
    message: (match) => `“${match[2]}:”后面少一个空格。冒号之后请空一格再写内容。`
  }
]

function habitsOf(text: string): Fault[] {
  const found: Fault[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    for (const {pattern, message} of habits) {
      const match = pattern.exec(line)
      if (!match) continue
      const start = offset + (match[1] ?? '').length
      found.push({start, end: start + 1, message: message(match)})
      break
    }
    if (found.length >= maxFaults) break
    offset += line.length + 1
  }
  return found
}

/** The bracket that is still open at an offset: the parser only complains where it gives up, often lines below. */
function openBracket(text: string, offset: number): number | null {
  let closed = 0
  for (let at = offset - 1; at >= 0; at--) {
    const character = text[at]
    if (character === ']' || character === '}') closed++
    else if (character === '[' || character === '{') {
      if (closed === 0) return at
      closed--
    }
  }
  return null
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function explain(problem: YAMLError): string {
  if (/quote/i.test(problem.message)) return '引号没有写完整。请在文字末尾补上同样的引号，或把前面的引号也删去。'
  switch (problem.code) {
    case 'TAB_AS_INDENT':
      return '行首用了制表符（Tab）。缩进请用空格，一层两个。'
    case 'BAD_INDENT':
      return /flow|\]|\}/.test(problem.message) ? unclosed : indented
    case 'BAD_SCALAR_START':
      return '这里的文字以 YAML 的记号开头。请给整段文字加上英文引号，如 "…"。'
    case 'BAD_DQ_ESCAPE':
      return '双引号中的反斜杠“\\”写法有误。请改用单引号，或把“\\”写成“\\\\”。'
    case 'MISSING_CHAR':
      if (/flow (map|sequence)|[[\]{}]/.test(problem.message)) return unclosed
      return '这一行不是“键: 值”的写法。请在键名后写半角冒号和一个空格，如“title: 内容”。'
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return '这一行的写法不对：一行只能有一个“键: 值”。文字中的冒号请用全角“：”，或给整段文字加英文引号；并检查缩进和漏写的冒号。'
    case 'MULTIPLE_DOCS':
      return '文件中间不能有单独一行“---”。请删去这一行。'
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
    case 'MULTIPLE_TAGS':
      return '不能使用以“!”开头的标记。若是正文，请给整段文字加英文引号。'
    case 'BAD_DIRECTIVE':
      return '不能使用以“%”开头的指令。若是正文，请给整段文字加英文引号。'
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
    case 'BAD_PROP_ORDER':
      return '“&”和“*”开头的文字另有含义。若是正文，请给整段文字加英文引号。'
    case 'RESOURCE_EXHAUSTION':
      return '内容套得太深，无法读取。请减少层次。'
    case 'KEY_OVER_1024_CHARS':
      return '键名太长。请检查冒号的位置。'
    default:
      return '这里的写法无法识别。请检查括号、引号是否成对（文中的引号请用中文的“”），逗号、冒号是否半角，缩进是否对齐。'
  }
}

const unclosed = '方括号或花括号没有写完整，或括号里缺少半角逗号。请检查 [ ]、{ } 是否成对，各项之间用“, ”隔开。'
const indented = '缩进不对。同一层的各行要对齐，下一层多缩进两个空格。'
