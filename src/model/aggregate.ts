/** One issue with everything that goes into it, gathered (汇总). */

import type {Body} from './body.js'
import type {ArticleTitles, Bulletin, CreditPlacement} from './bulletin.js'
import type {Issue} from './issue.js'
import type {Metric} from './metric.js'
import type {ReportedFigure, Submission} from './submission.js'
import type {Unit} from './unit.js'

/** An article (稿件): a submission with the issue's and the bulletin's wishes applied. */
export interface AggregateArticle {
  /** Unique in the issue: the submission's slug. */
  readonly id: string
  readonly submission: Submission
  readonly title: readonly string[]
  /** Lines of the entry in the contents. */
  readonly tocTitle: readonly string[]
  readonly units: readonly Unit[]
  /** Pattern with `{units}`; empty prints none. */
  readonly credit: string
  readonly creditPlacement: CreditPlacement
  readonly articleTitles: ArticleTitles
  readonly body: Body
}

export interface AggregateColumn {
  readonly title: string | null
  readonly articles: readonly AggregateArticle[]
}

/** What the units of an issue filed under one metric, in the order of the articles. */
export interface AggregateMetric {
  readonly metric: Metric
  readonly reports: readonly (ReportedFigure & {readonly units: readonly Unit[]})[]
}

export interface Aggregate {
  readonly bulletin: Bulletin
  readonly issue: Issue
  readonly columns: readonly AggregateColumn[]
  readonly metrics: readonly AggregateMetric[]
}
