/**
 * What the program has to say about a file.
 *
 * A plain record and not a `VFileMessage`: that one is an `Error` with a stack, which neither crosses a thread
 * nor compares by value. Names of fields follow it where both have them.
 */

import type {Place} from './place.js'

export type Severity = 'error' | 'warning' | 'info'

/** One finding (问题). Messages are Chinese and say what is wrong and what to write instead. */
export interface Diagnostic {
  readonly place: Place
  readonly severity: Severity
  /** kebab-case; names what should hold; never changes once released. */
  readonly ruleId: string
  readonly message: string
  /** The text to put in the place of what stands there. */
  readonly suggestion?: string
  /** The first sighting, where this is a second one. */
  readonly cause?: Place
}

/** What a stage of judging returns: a value where nothing is surely wrong, and everything there is to say. */
export interface Judged<Value> {
  readonly value: Value | null
  readonly diagnostics: readonly Diagnostic[]
}
