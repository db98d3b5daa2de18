/** What is asked of a build, and what comes of it. */

import type {FontSet, Format} from '../model/artifact.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {IssueIdentity} from '../model/issue.js'
import type {Manifest} from './manifest.js'
import type {FitReport} from './page-budget.js'

export interface BuildOptions {
  readonly formats: readonly Format[]
  /** Build even what is unchanged. */
  readonly force: boolean
  /** Say what to cut for the issue to end on this page, which has it set again. */
  readonly fit?: number | undefined
}

export interface BuildRequest extends BuildOptions {
  /** `<bulletin>/<year>/<number>` or `<bulletin>/总<cumulative>`; null for all issues. */
  readonly names: readonly string[] | null
  /** How many issues are built at once; by default as many as are worth it. */
  readonly jobs?: number | undefined
  readonly onProgress?: OnProgress
}

/** Told from time to time how much of long work is done. */
export type OnProgress = (done: number, total: number) => void

export type BuildResult = {readonly file: string; readonly diagnostics: readonly Diagnostic[]} & (
  | {
      readonly status: 'built' | 'unchanged'
      readonly identity: IssueIdentity
      readonly manifest: Manifest
      /** Where `fit` was asked for and a PDF was made. */
      readonly fit: FitReport | null
      readonly fonts: FontSet
      /** For reports; never in an output. */
      readonly elapsedMs: number
    }
  | {
      readonly status: 'failed'
      /** What the machine could not do (no space, no typesetter); null where the content has errors. */
      readonly machineError: string | null
    }
)
