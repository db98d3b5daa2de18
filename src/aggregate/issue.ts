/** Gather one issue (汇总): its columns, articles and contributors, and the figures they filed. */

import type {Aggregate, AggregateArticle, AggregateColumn, AggregateMetric} from '../model/aggregate.js'
import type {Bulletin} from '../model/bulletin.js'
import type {ArticleEntry, Issue} from '../model/issue.js'
import type {Registry} from '../model/registry.js'
import type {ReportedFigure, Submission} from '../model/submission.js'
import type {Unit} from '../model/unit.js'

/**
 * Gather an issue from its checked parts.
 *
 * @param submissions - by slug; every slug of the issue is there.
 * @returns columns and articles in the issue's order; metrics in the registry's order.
 * @throws {RangeError} on a slug or unit that is not there, which `check` lets through only by a bug.
 */
export function aggregateIssue(
  issue: Issue,
  bulletin: Bulletin,
  submissions: ReadonlyMap<string, Submission>,
  registry: Registry
): Aggregate {
  const columns = issue.columns.map(
    (column): AggregateColumn => ({
      title: column.title,
      articles: column.articles.map((entry) => article(entry, bulletin, submissions, registry))
    })
  )
  return {bulletin, issue, columns, metrics: gatherMetrics(columns, registry)}
}

function article(
  entry: ArticleEntry,
  bulletin: Bulletin,
  submissions: ReadonlyMap<string, Submission>,
  registry: Registry
): AggregateArticle {
  const submission = get(submissions, entry.slug)
  const title = entry.title ?? submission.title
  return {
    id: entry.slug,
    submission,
    title,
    // A wished break of the title is a blank in the list of contents.
    tocTitle: entry.tocTitle ?? [title.join('　')],
    units: submission.units.map((id) => get(registry.units, id)),
    credit: entry.credit ?? bulletin.credit,
    creditPlacement: entry.creditPlacement ?? bulletin.creditPlacement,
    articleTitles: entry.articleTitles ?? bulletin.articleTitles,
    body: submission.body
  }
}

function gatherMetrics(columns: readonly AggregateColumn[], registry: Registry): AggregateMetric[] {
  const reports = new Map<string, (ReportedFigure & {units: readonly Unit[]})[]>()
  for (const {submission, units} of columns.flatMap((column) => column.articles)) {
    for (const reported of submission.figures) {
      const list = reports.get(reported.metric) ?? []
      list.push({...reported, units})
      reports.set(reported.metric, list)
    }
  }
  return [...registry.metrics.values()].flatMap((metric) => {
    const list = reports.get(metric.id)
    return list ? [{metric, reports: list}] : []
  })
}

function get<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`nothing is on file under ${key}`)
  return value
}
