/**
 * What a template sees.
 *
 * Every field is always there, so that strict templates name a misspelt one; what an issue does not have is null,
 * false or an empty list. Every text is escaped, so that a template puts it anywhere in its Markdown.
 */

import {escapeMarkdown} from '../markdown/escape.js'
import type {Aggregate, AggregateArticle} from '../model/aggregate.js'
import {type CopyNumbers, type DistributionLevel, distributionLevels, type Labelled} from '../model/bulletin.js'
import {formatDate} from '../text/date.js'
import {unitNameOn} from './unit-name.js'

export interface View {
  /** Lines of the masthead. */
  readonly title: readonly string[]
  readonly classification: string | null
  /** 份号: its words, with blanks for the number that is stamped on each printed copy. */
  readonly copyNumber: string | null
  /** 期, 总第. */
  readonly issueNumber: string | null
  readonly cumulativeNumber: string | null
  readonly special: {readonly series: string; readonly number: string} | null
  /** `2020年8月13日`. */
  readonly date: string
  readonly year: string
  readonly issuers: readonly string[]
  /** Whether titles are listed on page one; the list is every article's `tocTitle`. */
  readonly toc: boolean
  /** Whether there is an editor's note. */
  readonly note: boolean
  readonly columns: readonly ViewColumn[]
  /** Whether all articles stand in one column, whose head need not stand twice on page one. */
  readonly oneColumn: boolean
  readonly articles: readonly ViewArticle[]
  readonly staff: readonly Labelled[]
  readonly contacts: readonly Labelled[]
  /** Only directions that have recipients. */
  readonly distribution: readonly ViewDistribution[]
  readonly permit: string | null
  readonly printRun: string | null
}

export interface ViewColumn {
  readonly title: string | null
  readonly articles: readonly ViewArticle[]
}

export interface ViewArticle {
  /** What the directive `article` names it by. */
  readonly ref: string
  readonly title: readonly string[]
  /** Lines of the entry in the contents. */
  readonly tocTitle: readonly string[]
  readonly units: readonly string[]
  readonly authors: readonly string[]
  readonly source: string | null
  /** The submission's `x-…` keys. */
  readonly extra: Readonly<Record<string, unknown>>
}

export interface ViewDistribution {
  readonly label: DistributionLevel
  readonly style: string
  readonly inline: boolean
  readonly recipients: readonly string[]
}

export function viewOf(aggregate: Aggregate): View {
  const {bulletin, issue} = aggregate
  const {identity, imprint} = issue
  const columns = viewColumns(aggregate)
  return {
    title: bulletin.title.map(escapeMarkdown),
    classification: escapeOrNull(imprint.classification),
    copyNumber: imprint.copyNumbers && `编号：${blankNumber(imprint.copyNumbers)}`,
    issueNumber: numberOrNull(identity.issueNumber),
    cumulativeNumber: numberOrNull(identity.cumulativeNumber),
    special: identity.special && {
      series: escapeMarkdown(identity.special.series),
      number: String(identity.special.number)
    },
    date: formatDate(identity.date),
    year: String(identity.year),
    issuers: bulletin.issuers.map(escapeMarkdown),
    toc: imprint.toc,
    note: issue.note !== null,
    columns,
    oneColumn: columns.length === 1,
    articles: columns.flatMap((column) => column.articles),
    staff: imprint.staff.map(escapeLabelled),
    contacts: imprint.contacts.map(escapeLabelled),
    distribution: viewDistribution(aggregate),
    permit: escapeOrNull(imprint.permit),
    printRun: numberOrNull(imprint.printRun)
  }
}

/** Room for a copy's number, which is stamped on each printed copy: as many blanks as wide as a digit. */
function blankNumber({digits}: CopyNumbers): string {
  return '\u2007'.repeat(digits)
}

function viewColumns({columns, issue}: Aggregate): ViewColumn[] {
  let ref = 0
  const viewArticle = (article: AggregateArticle): ViewArticle => ({
    ref: String(ref++),
    title: article.title.map(escapeMarkdown),
    tocTitle: article.tocTitle.map(escapeMarkdown),
    units: article.units.map((unit) => escapeMarkdown(unitNameOn(unit, issue.identity.date))),
    authors: article.submission.authors.map(escapeMarkdown),
    source: escapeOrNull(article.submission.source?.name ?? null),
    extra: escapeDeep(article.submission.extra) as Readonly<Record<string, unknown>>
  })
  return columns.map((column) => ({title: escapeOrNull(column.title), articles: column.articles.map(viewArticle)}))
}

function viewDistribution({bulletin, issue}: Aggregate): ViewDistribution[] {
  const {distribution} = issue
  if (!distribution) return []
  return distributionLevels.flatMap((label) => {
    const recipients = distribution.recipients[label]
    const style = bulletin.distributionStyle[label]
    if (recipients.length === 0) return []
    return [{label, style, inline: style === 'inline', recipients: recipients.map(({name}) => escapeMarkdown(name))}]
  })
}

function escapeLabelled({label, value}: Labelled): Labelled {
  return {label: escapeMarkdown(label), value: escapeMarkdown(value)}
}

function escapeOrNull(value: string | null): string | null {
  return value === null ? null : escapeMarkdown(value)
}

function numberOrNull(value: number | null): string | null {
  return value === null ? null : String(value)
}

/** Texts inside lists and maps too; keys stay, for templates name them. */
function escapeDeep(value: unknown): unknown {
  if (typeof value === 'string') return escapeMarkdown(value)
  if (Array.isArray(value)) return value.map(escapeDeep)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, escapeDeep(inner)]))
  }
  return value
}
