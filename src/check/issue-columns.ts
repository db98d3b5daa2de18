/** What goes into an issue, in what order: columns (栏目) and articles (稿件). */

import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {ArticleEntry, ColumnEntry} from '../model/issue.js'
import type {Place} from '../model/place.js'
import type {RawYaml} from '../model/raw.js'
import {nearest} from '../text/nearest.js'
import type {IssueContext} from './issue-context.js'
import {isMapping} from './mapping.js'
import {articleShape, columnShape} from './schema/issue.js'
import {judgeShape} from './shape.js'
import {unknownColumn} from './submission.js'

export interface CheckedColumns {
  readonly columns: readonly ColumnEntry[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Checking {
  readonly yaml: RawYaml
  readonly context: IssueContext
  /** Slug → where it was used first. */
  readonly used: Map<string, Place>
  readonly diagnostics: Diagnostic[]
}

/** @param columns - the items of the issue's `columns`, as written. */
export function checkColumns(columns: readonly unknown[], yaml: RawYaml, context: IssueContext): CheckedColumns {
  const checking: Checking = {yaml, context, used: new Map(), diagnostics: []}
  const entries = columns.map((value, index) => checkColumn(value, ['columns', index], checking))
  const {diagnostics} = checking
  if (columns.length === 0) {
    const message = '本期没有稿件。请在 columns 下写明栏目和来稿。'
    diagnostics.push(diagnose('issue-has-articles', yaml.placeOf(['columns']), message))
  }
  return {columns: entries, diagnostics}
}

function checkColumn(value: unknown, path: readonly PropertyKey[], checking: Checking): ColumnEntry {
  const {yaml, context, diagnostics} = checking
  // `articles:` with nothing behind it is a list that nobody has filled yet.
  const filled = isMapping(value) && value.articles === null ? {...value, articles: []} : value
  const {known, diagnostics: shape} = judgeShape(columnShape, filled, {yaml, path})
  diagnostics.push(...shape)
  const title = known.title ?? null
  if (title !== null && !context.bulletin.columns.includes(title)) {
    diagnostics.push(unknownColumn(title, context.bulletin.columns, yaml.placeOf([...path, 'title'])))
  }
  if (known.articles?.length === 0) {
    const message = `${title === null ? '这里' : `栏目“${title}”`}没有稿件。请写明来稿，或删去这个栏目。`
    diagnostics.push(diagnose('issue-has-articles', yaml.placeOf([...path, 'articles']), message))
  }
  const articles = (known.articles ?? []).flatMap((item, index) => {
    const article = checkArticle(item, [...path, 'articles', index], checking)
    return article ? [article] : []
  })
  return {title, articles}
}

function checkArticle(value: unknown, path: readonly PropertyKey[], checking: Checking): ArticleEntry | null {
  const {yaml} = checking
  const entry = typeof value === 'string' ? {submission: value} : value
  const {known, diagnostics} = judgeShape(articleShape, entry, {yaml, path})
  checking.diagnostics.push(...diagnostics)
  if (known.submission === undefined) return null
  const slug = known.submission.replace(/\.md$/, '')
  const place = yaml.placeOf(isMapping(value) ? [...path, 'submission'] : path)
  checking.diagnostics.push(...judgeSlug(slug, place, checking))
  return {
    slug,
    title: known.title ?? null,
    tocTitle: known.tocTitle ?? null,
    credit: known.credit ?? null,
    creditPlacement: known.creditPlacement ?? null,
    articleTitles: known.articleTitles ?? null,
    place
  }
}

function judgeSlug(slug: string, place: Place, {context, used}: Checking): Diagnostic[] {
  const files = context.submissions.get(slug) ?? []
  const cause = used.get(slug)
  if (cause) {
    return [diagnose('submission-is-used-once', place, `来稿“${slug}”在本期用了两次。请删去多余的一处。`, {cause})]
  }
  used.set(slug, place)
  if (files.length > 1) {
    const message = `来稿“${slug}”有 ${files.length} 个同名文件：${files.join('、')}。请给其中一个改名。`
    return [diagnose('submission-is-unambiguous', place, message)]
  }
  if (files.length === 1) return []
  const near = nearest(slug, context.submissions.keys())
  const hint = near ? `是否为“${near}”？` : '请写来稿的文件名，不带 .md，并确认文件在本刊的 submissions 文件夹中。'
  return [diagnose('submission-is-known', place, `没有来稿“${slug}”。${hint}`, near ? {suggestion: near} : {})]
}
