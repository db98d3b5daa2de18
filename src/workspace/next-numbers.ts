/** The numbers that come next (期, 总第, 专刊). */

import type {Numbering} from '../model/bulletin.js'
import type {IssueNumbers} from '../model/issue.js'
import type {IssueOnFile} from './issues-on-file.js'

export interface NumberRequest {
  /** Of the new issue's date. */
  readonly year: number
  /** The special series that the issue is of; null for none. Where the bulletin has no 期, null means its first. */
  readonly series: string | null
}

/** The numbers with `NNN` for the file's name; or why they cannot be told, in Chinese. */
export type NextNumbers = {readonly numbers: IssueNumbers; readonly name: string} | {readonly problem: string}

/**
 * Tell the numbers of a new issue.
 *
 * A number once given is never given again, so wherever the file of the latest issue does not tell its number, no guess
 * is made. Within a year 总第 runs ahead of 期 by the same number, also past issues that are not on file.
 *
 * @param onFile - all issues of the bulletin, in the order of `issuesOnFile`.
 */
export function nextNumbers(
  numbering: Numbering,
  onFile: readonly IssueOnFile[],
  {year, series: wanted}: NumberRequest
): NextNumbers {
  const series = wanted ?? (numbering.issue === 'none' ? (numbering.special[0] ?? null) : null)
  const issueNumber = numbering.issue === 'none' ? null : nextIssue(numbering, onFile, year)
  const special = series === null ? null : nextSpecial(onFile, series)
  const cumulative = numbering.cumulative ? nextCumulative(numbering, onFile, year, issueNumber) : null
  for (const outcome of [special, cumulative]) {
    if (typeof outcome === 'object' && outcome !== null && 'problem' in outcome) return outcome
  }
  const numbers: IssueNumbers = {
    issueNumber,
    cumulativeNumber: typeof cumulative === 'number' ? cumulative : null,
    special: series !== null && typeof special === 'number' ? {series, number: special} : null
  }
  const printed = issueNumber ?? numbers.special?.number
  if (printed === undefined) {
    return {
      problem: '本刊不编期号，也没有写专刊名称，编不出号。请在 bulletin.yaml 的 numbering 中补写 special: [专刊名称]。'
    }
  }
  return {numbers, name: String(printed).padStart(3, '0')}
}

interface Problem {
  readonly problem: string
}

/** The file's name counts too: it is all that is known of a file that cannot be read. */
function nextIssue(numbering: Numbering, onFile: readonly IssueOnFile[], year: number): number {
  const counted = numbering.issue === 'yearly' ? onFile.filter((issue) => issue.year === year) : onFile
  return highest(counted.flatMap(({issue, named}) => [issue ?? 0, named ?? 0])) + 1
}

function nextSpecial(onFile: readonly IssueOnFile[], series: string): number | Problem {
  const carries = ({special}: IssueOnFile): boolean => special?.series === series
  const unread = onFile.slice(onFile.findLastIndex(carries) + 1).find(({readable}) => !readable)
  if (unread) return unclear(unread, '专刊期号')
  return highest(onFile.filter(carries).map(({special}) => special?.number ?? 0)) + 1
}

function nextCumulative(
  numbering: Numbering,
  onFile: readonly IssueOnFile[],
  year: number,
  issueNumber: number | null
): number | Problem {
  const untold = onFile[onFile.findLastIndex(({cumulative}) => cumulative !== null) + 1]
  if (untold) return unclear(untold, '总期号')
  const last = highest(onFile.map(({cumulative}) => cumulative ?? 0))
  const pace = onFile.findLast((issue) => issue.year === year && issue.issue !== null && issue.cumulative !== null)
  if (numbering.issue !== 'yearly' || issueNumber === null || !pace) return last + 1
  const next = issueNumber + (pace.cumulative ?? 0) - (pace.issue ?? 0)
  if (next > last) return next
  const contradiction = `照 ${pace.file} 推算，新的一期应是总第${next}期，可是库中已有总第${last}期。`
  return {problem: `${contradiction}请运行 npx jianbao check 核对各期的期号和总期号。`}
}

function unclear({file}: IssueOnFile, what: string): Problem {
  return {
    problem: `${file} 没有写明${what}，或读不出来，不能确定下一期编几号。请运行 npx jianbao check，按提示改正这个文件。`
  }
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}
