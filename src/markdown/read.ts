/** From the text of a body to its parsed form, unless it is one that would keep the parser busy for minutes. */

import {diagnose} from '../diagnostics/diagnose.js'
import type {RuleId} from '../diagnostics/rules.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {RawBody} from '../model/raw.js'
import {findHostileMarkdown, maxBodyDepth} from './guard.js'
import {parseBody} from './parse.js'

export interface ReadBody {
  readonly body: RawBody | null
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Parse a body; never throws, whatever the text.
 *
 * @param lineOffset - lines of the file above the text's first one.
 */
export function readBody(file: string, text: string, lineOffset: number): ReadBody {
  const refuse = (ruleId: RuleId, line: number, column: number, message: string): ReadBody => {
    const start = {line: line + lineOffset, column}
    return {body: null, diagnostics: [diagnose(ruleId, {file, start, end: start}, message)]}
  }
  const hostile = findHostileMarkdown(text)
  if (hostile) return refuse(hostile.ruleId, hostile.line, hostile.column, hostile.message)
  try {
    return {body: {file, text, root: parseBody(text), lineOffset}, diagnostics: []}
  } catch (error) {
    // The stack of a parser that calls itself for every level.
    if (!(error instanceof RangeError)) throw error
    return refuse('body-is-not-too-deep', 1, 1, `正文的列表、引用等套得太深，最多 ${maxBodyDepth} 层。请减少层次。`)
  }
}
