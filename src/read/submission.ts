/** A submission (来稿) as written: frontmatter and body, both with true lines of the file. */

import {diagnose} from '../diagnostics/diagnose.js'
import {readBody} from '../markdown/read.js'
import type {RawSubmission, SourceFile} from '../model/raw.js'
import {splitFrontmatter} from './frontmatter.js'
import {decodeSource, unreadableYaml} from './source.js'
import {readYaml} from './yaml.js'

/** Where a submission lies: `content/<bulletin>/submissions/<year>/<slug>.md`. */
export type SubmissionAddress = Pick<RawSubmission, 'bulletin' | 'year' | 'slug'>

/** @returns what could be read, with everything that is wrong in `frontmatter.diagnostics`; never throws. */
export function readSubmission(source: SourceFile, address: SubmissionAddress): RawSubmission {
  const file = source.path
  const decoded = decodeSource(source)
  if (!('text' in decoded)) {
    return {file, ...address, frontmatter: unreadableYaml(file, decoded.diagnostics), body: null}
  }
  const split = splitFrontmatter(decoded.text)
  if ('message' in split) {
    const start = {line: split.line, column: split.column}
    const problem = diagnose(split.ruleId, {file, start, end: start}, split.message)
    return {file, ...address, frontmatter: unreadableYaml(file, [problem]), body: null}
  }
  const frontmatter = readYaml(file, split.frontmatter, 1)
  const {body, diagnostics} = readBody(file, split.body, split.bodyLineOffset)
  const checked = {...frontmatter, diagnostics: [...frontmatter.diagnostics, ...diagnostics]}
  return {file, ...address, frontmatter: checked, body}
}
