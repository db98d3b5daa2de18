/** Bulletins (刊物). */

import type {Severity} from './diagnostic.js'
import type {Place} from './place.js'
import type {RawYaml} from './raw.js'

/** `yearly`: 期 restarts at 1 each year; `continuous`: it never does; `none`: no 期 is printed. */
export const issueCountings = ['yearly', 'continuous', 'none'] as const
export type IssueCounting = (typeof issueCountings)[number]

export interface Numbering {
  readonly issue: IssueCounting
  /** Whether 总第 is printed. */
  readonly cumulative: boolean
  /** Names of special series (专刊), each counting on its own. */
  readonly special: readonly string[]
}

/** `heading`: above the article; `run-in`: closed by 。, in bold, opening its first paragraph. */
export const articleTitleForms = ['heading', 'run-in'] as const
export type ArticleTitles = (typeof articleTitleForms)[number]

/** `inline`: ends the last paragraph; `line`: a right-aligned line of its own. */
export const creditPlacements = ['inline', 'line'] as const
export type CreditPlacement = (typeof creditPlacements)[number]

/** The three directions (报 superiors, 送 peers, 发 subordinates). */
export const distributionLevels = ['报', '送', '发'] as const
export type DistributionLevel = (typeof distributionLevels)[number]

/** `inline`: one paragraph a level, joined by ，, closed by 。; `lines`: a line a recipient. */
export const distributionStyles = ['inline', 'lines'] as const
export type DistributionStyle = (typeof distributionStyles)[number]

export interface Recipient {
  readonly name: string
  /** Copies; null where none were stated, which counts as one. */
  readonly copies: number | null
  /** For the label: where it is sent. */
  readonly address: string | null
  readonly postcode: string | null
  /** 收件人. */
  readonly attention: string | null
}

export interface DistributionList {
  readonly recipients: Readonly<Record<DistributionLevel, readonly Recipient[]>>
  /** Copies kept (存档), 0 where none are stated. */
  readonly kept: number
}

/** How the copies of an issue are numbered (份号). Source: GB/T 9704—2012, 7.2.1 (six digits). */
export interface CopyNumbers {
  /** The first copy's. */
  readonly first: number
  readonly digits: number
}

/** More than any print run has. */
export const mostCopyDigits = 9

/** `auto`: counted from the distribution list. */
export type PrintRun = number | 'auto'

/** A name and what stands behind it, printed in order: 责编：…, 电话：…. */
export interface Labelled {
  readonly label: string
  readonly value: string
}

/** What an issue may override. */
export interface Imprint {
  readonly classification: string | null
  readonly toc: boolean
  readonly staff: readonly Labelled[]
  readonly contacts: readonly Labelled[]
  readonly printRun: number | null
  /** Null where copies are not numbered. */
  readonly copyNumbers: CopyNumbers | null
  readonly permit: string | null
}

export interface Bulletin extends Omit<Imprint, 'printRun'> {
  /** Counted for each issue, where it is `auto`. */
  readonly printRun: PrintRun | null
  readonly id: string
  readonly file: string
  /** Lines of the masthead. */
  readonly title: readonly string[]
  readonly template: string
  /** Names of the issuing offices (编印单位). */
  readonly issuers: readonly string[]
  readonly columns: readonly string[]
  readonly numbering: Numbering
  readonly articleTitles: ArticleTitles
  /** How contributors are named at an article's end, with `{units}`; empty prints none. */
  readonly credit: string
  readonly creditPlacement: CreditPlacement
  readonly distribution: ReadonlyMap<string, DistributionList>
  readonly distributionStyle: Readonly<Record<DistributionLevel, DistributionStyle>>
  readonly roster: Roster | null
  /** Measures that it sets itself, over those of its template: checked with them. Null where it sets none. */
  readonly sheet: RawYaml | null
  /** Severities that this bulletin sets, by rule id. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>
  readonly definedAt: Place
}

export interface Roster {
  /** Ids of the units expected to report. */
  readonly units: readonly string[]
  readonly every: ReportingInterval
}

export const reportingIntervals = ['month', 'quarter', 'half-year', 'year'] as const
export type ReportingInterval = (typeof reportingIntervals)[number]

/** Copies that a recipient gets: one, where none were stated. */
export function copiesOf({copies}: Pick<Recipient, 'copies'>): number {
  return copies ?? 1
}

/** All copies of a list, those kept (存档) among them. */
export function countCopies({recipients, kept}: DistributionList): number {
  return distributionLevels.flatMap((level) => recipients[level]).reduce((sum, one) => sum + copiesOf(one), kept)
}
