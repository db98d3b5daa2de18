/** Issues (期): what goes in, in what order, under which numbers. */

import type {Body} from './body.js'
import type {ArticleTitles, CreditPlacement, DistributionList, Imprint} from './bulletin.js'
import type {CalendarDate} from './date.js'
import type {Place} from './place.js'

export interface SpecialNumber {
  readonly series: string
  readonly number: number
}

/** The numbers of an issue, whole numbers from 1 up. */
export interface IssueNumbers {
  /** 期; null where the bulletin prints none. */
  readonly issueNumber: number | null
  /** 总第; null where the bulletin has none. */
  readonly cumulativeNumber: number | null
  readonly special: SpecialNumber | null
}

/** What names an issue for good. */
export interface IssueIdentity extends IssueNumbers {
  readonly bulletin: string
  /** The year of the folder it lies in, which is the year of its date. */
  readonly year: number
  /** `NNN`: the number in file names, three digits or more. */
  readonly number: string
  readonly date: CalendarDate
}

/** An article as the issue wants it; null keeps what the submission or the bulletin says. */
export interface ArticleEntry {
  readonly slug: string
  readonly title: readonly string[] | null
  /** Lines, where a break is wished. */
  readonly tocTitle: readonly string[] | null
  readonly credit: string | null
  readonly creditPlacement: CreditPlacement | null
  readonly articleTitles: ArticleTitles | null
  readonly place: Place
}

export interface ColumnEntry {
  /** Null: the articles stand without a column head. */
  readonly title: string | null
  readonly articles: readonly ArticleEntry[]
}

/** Where an issue's file gives its numbers and date. */
export interface IssuePlaces {
  readonly issue: Place
  readonly cumulative: Place
  readonly special: Place
  readonly date: Place
}

export interface Issue {
  readonly identity: IssueIdentity
  readonly file: string
  readonly note: Body | null
  readonly columns: readonly ColumnEntry[]
  readonly distribution: DistributionList | null
  /** The bulletin's, with what the issue overrides. */
  readonly imprint: Imprint
  /** For findings over all issues; absent where an issue comes from no file. */
  readonly places?: IssuePlaces
}

/** `<bulletin>/<year>/<NNN>`, as issues are named on the command line. */
export function issueName(identity: Pick<IssueIdentity, 'bulletin' | 'year' | 'number'>): string {
  return `${identity.bulletin}/${identity.year}/${identity.number}`
}
