/** Submissions (来稿): one Markdown file with frontmatter, read and checked. */

import type {Body} from './body.js'
import type {CalendarDate, Period} from './date.js'
import type {Figure} from './figure.js'
import type {Place} from './place.js'

export interface Source {
  readonly name: string
  readonly url: string | null
}

/** A metric's figure as one submission reports it. */
export interface ReportedFigure {
  /** Id in the registry. */
  readonly metric: string
  readonly figure: Figure
  readonly place: Place
}

export interface Submission {
  readonly bulletin: string
  /** The year of the folder it lies in. */
  readonly year: number
  readonly slug: string
  /** Relative to the workspace. */
  readonly file: string
  /** One line, or the lines where the break is wanted. */
  readonly title: readonly string[]
  /** Ids of units, in the order written. */
  readonly units: readonly string[]
  readonly column: string | null
  readonly date: CalendarDate | null
  readonly period: Period | null
  readonly authors: readonly string[]
  readonly contact: string | null
  readonly source: Source | null
  readonly figures: readonly ReportedFigure[]
  /** `x-…` keys as written, handed to templates. */
  readonly extra: Readonly<Record<string, unknown>>
  readonly body: Body
  /** Digests of the pictures in the body, with their files. */
  readonly images: readonly ImageUse[]
}

export interface ImageUse {
  readonly digest: string
  readonly file: string
}
