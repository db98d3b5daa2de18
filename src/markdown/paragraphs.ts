/** Lines that look like paragraphs of their own but run on from the line above. */

import type {Paragraph} from 'mdast'
import type {Closing} from './closing.js'

/** Set in by two full-width blanks, or numbered 一、 （一） 1、 （1）: how a paragraph begins in text pasted from elsewhere. */
const opening = /^(?:\u3000\u3000|[ \t]*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+、|（\d+）))/

/** The end of a line after which a break was asked for. */
const asked = /(?: {2}|\\)$/

/**
 * Report the first such line of a paragraph; text from Word and Notepad has a line a paragraph and no empty ones between,
 * which Markdown reads as one.
 */
export function judgeLines(node: Paragraph, closing: Closing): void {
  const {start, end} = node.position ?? {}
  if (!start || !end || start.line === end.line) return
  const lines = closing.raw.text.slice(start.offset, end.offset).split('\n')
  const index = lines.findIndex((line, row) => opening.test(line) && !asked.test(lines[row - 1] ?? '\\'))
  if (index < 0) return
  const line = start.line + index
  const position = {start: {line, column: 1}, end: {line, column: (lines[index] ?? '').length + 1}}
  const message = '这一行像是另一段，却会和上一行连成一段。请在它前面空一行；后面各段也都这样隔开。'
  closing.report('paragraphs-are-apart', {position}, message)
}
