/** What closing a body needs to know, and where its findings go. */

import type {Definition, FootnoteDefinition} from 'mdast'
import type {RuleId} from '../diagnostics/rules.js'
import type {RawBody} from '../model/raw.js'
import type {Positioned} from './place.js'

/** What a picture's address leads to: its digest, or what is wrong with it. */
export type FoundImage = {readonly digest: string} | {readonly ruleId: RuleId; readonly message: string}

export interface BodyContext {
  /** Opens every footnote's id, so that ids are unique in an issue. */
  readonly prefix: string
  findImage(url: string): FoundImage
}

/** State of closing one body: where findings go, and what references lead to. */
export interface Closing {
  readonly raw: RawBody
  readonly context: BodyContext
  readonly definitions: ReadonlyMap<string, Definition>
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  readonly usedFootnotes: Set<string>
  /** While notes are closed: Word knows no note to a note. */
  readonly insideNote?: boolean
  report(ruleId: RuleId, node: Positioned, message: string): void
}
