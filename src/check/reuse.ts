/** Submissions that more than one issue prints (一稿多用). */

import {diagnose} from '../diagnostics/diagnose.js'
import type {Bulletin} from '../model/bulletin.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {type ArticleEntry, type Issue, issueName} from '../model/issue.js'
import {compareDates} from '../text/date.js'
import {applyRules} from './severities.js'

/**
 * Find submissions that were printed before.
 *
 * @param issues - of one bulletin, in any order.
 * @returns a warning in each later issue, which names the first as its cause.
 */
export function checkReuse(bulletin: Bulletin, issues: readonly Issue[]): readonly Diagnostic[] {
  const printed = new Map<string, {readonly issue: Issue; readonly article: ArticleEntry}>()
  const found: Diagnostic[] = []
  for (const issue of [...issues].sort(inOrder)) {
    for (const article of issue.columns.flatMap(({articles}) => articles)) {
      const first = printed.get(article.slug)
      if (!first) printed.set(article.slug, {issue, article})
      else if (first.issue !== issue) {
        const message = `来稿“${article.slug}”已在 ${issueName(first.issue.identity)} 用过。若是重复，请删去；若确要再用，可不理会。`
        found.push(diagnose('submission-is-printed-once', article.place, message, {cause: first.article.place}))
      }
    }
  }
  return applyRules(found, bulletin.rules)
}

function inOrder(a: Issue, b: Issue): number {
  return compareDates(a.identity.date, b.identity.date) || (a.file < b.file ? -1 : 1)
}
