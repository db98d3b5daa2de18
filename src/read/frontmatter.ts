/**
 * Where the frontmatter of a submission ends and its body begins.
 *
 * gray-matter splits, but three of its habits are dangerous: it runs `---js` blocks as code, it keeps failed parses when
 * called without options, and its test for empty blocks takes quadratic time on blank lines. So languages are judged
 * before it is called, every engine refuses, and what is long or blank beyond reason never reaches it.
 */

import matter from 'gray-matter'
import type {RuleId} from '../diagnostics/rules.js'

export interface Split {
  /** The YAML between the two lines of `---`; its first line is the file's second. */
  readonly frontmatter: string
  readonly body: string
  /** Lines of the file above the body's first one. */
  readonly bodyLineOffset: number
}

export interface SplitProblem {
  readonly ruleId: RuleId
  readonly line: number
  readonly column: number
  readonly message: string
}

const maxFrontmatterChars = 64 * 1024
const maxBlankLines = 200

/** @param text - line ends are LF. */
export function splitFrontmatter(text: string): Split | SplitProblem {
  const opening = /^---([^\n]*)(?:\n|$)/.exec(text)
  if (!opening || opening[1]?.startsWith('-')) return absent(text)
  const language = (opening[1] ?? '').trim()
  if (language !== '' && !/^ya?ml$/i.test(language)) {
    const message = `稿件信息只能用 YAML 书写，不能用“${language.slice(0, 20)}”。请把第一行改为“---”。`
    return {ruleId: 'frontmatter-is-yaml', line: 1, column: 4, message}
  }
  const closing = /\n---[ \t]*(?:\n|$)/.exec(text)
  if (!closing) {
    const message = '稿件信息没有结束。请在标题、供稿单位等各行之后，另起一行写“---”，再写正文。'
    return {ruleId: 'frontmatter-is-present', line: 1, column: 1, message}
  }
  // The newline before the closing line may be the opening line's own: `---\n---`.
  const end = closing.index
  const header = end < opening[0].length ? '' : text.slice(opening[0].length, end)
  if (header.length > maxFrontmatterChars || blankRuns.test(header)) {
    const message = '稿件信息太长，不作处理。“---”之间只写标题、供稿单位等，正文请写在第二个“---”之后。'
    return {ruleId: 'frontmatter-is-present', line: 1, column: 1, message}
  }
  const body = text.slice(end + closing[0].length)
  const frontmatter = rawFrontmatter(header)
  if (frontmatter === null) {
    const message = '稿件信息是空的。请在两行“---”之间写明 title（标题）和 units（供稿单位）。'
    return {ruleId: 'frontmatter-is-present', line: 1, column: 1, message}
  }
  return {frontmatter, body, bodyLineOffset: lineEnds(text, end + closing[0].length)}
}

const blankRuns = new RegExp(`(?:\\n[ \\t]*){${maxBlankLines}}`)

function absent(text: string): SplitProblem {
  const line =
    text.slice(0, 10_000).search(/\S/) > 0 && /^\s*---/.test(text.slice(0, 10_000)) ? '前面不能有空行或空格' : null
  const message = line
    ? `第一行的“---”${line}。请把它移到文件开头。`
    : '文件开头没有稿件信息。请在第一行写“---”，下面各行写“标题: …”“供稿单位: …”等，再写一行“---”，然后写正文。'
  return {ruleId: 'frontmatter-is-present', line: 1, column: 1, message}
}

/** Null where there is nothing but blanks and comments. */
function rawFrontmatter(header: string): string | null {
  const parsed = matter(`---\n${header}\n---\n`, {language: 'yaml', engines})
  const raw: unknown = parsed.data.raw
  return typeof raw === 'string' ? raw.replace(/^\n/, '') : null
}

/** Nothing is parsed here, and nothing but YAML would be: true places come from `readYaml`. */
const refuse = {
  parse(): object {
    throw new Error('frontmatter that is not YAML reached an engine')
  }
}
const engines = {
  yaml: {parse: (raw: string): object => ({raw})},
  json: refuse,
  javascript: refuse,
  js: refuse,
  coffee: refuse
}

function lineEnds(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}
