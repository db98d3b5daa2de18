/** What an issue is judged against. */

import type {Bulletin} from '../model/bulletin.js'

export interface IssueContext {
  readonly bulletin: Bulletin
  /** Slug → the files that hold it; two years may each have one. */
  readonly submissions: ReadonlyMap<string, readonly string[]>
}
