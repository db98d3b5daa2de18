/** Numbers over all issues of a bulletin on file (期号, 总期号, 专刊期号). */

import {diagnose} from '../diagnostics/diagnose.js'
import type {RuleId} from '../diagnostics/rules.js'
import type {Bulletin} from '../model/bulletin.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {Issue, IssuePlaces} from '../model/issue.js'
import {type Place, startOf} from '../model/place.js'
import {compareDates, formatDate} from '../text/date.js'
import {applyRules} from './severities.js'

/**
 * Check the numbers of issues against each other: none twice, none backwards.
 *
 * @param issues - in any order. A finding stands in each file that it concerns, and names the other as its cause.
 */
export function checkNumbers(bulletin: Bulletin, issues: readonly Issue[]): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const years = bulletin.numbering.issue === 'yearly'
  for (const issue of issues) found.push(...judgeFileName(issue, bulletin))
  for (const run of runsOf(issues, (issue) => {
    const number = issue.identity.issueNumber
    return number === null ? null : {key: years ? `${issue.identity.year}` : '', number}
  })) {
    judgeRun(run, {ruleId: 'issue-number-is-unique', place: 'issue', unit: (number) => `第${number}期`}, found)
    if (years) judgePace(run, found)
  }
  // Two issues that 期 already puts in order are not reported again for another count.
  const ordered = (a: Issue, b: Issue): boolean =>
    a.identity.issueNumber !== null &&
    b.identity.issueNumber !== null &&
    (!years || a.identity.year === b.identity.year)
  for (const run of runsOf(issues, ({identity: {cumulativeNumber: number}}) =>
    number === null ? null : {key: '', number}
  )) {
    const unit = (number: number): string => `总第${number}期`
    judgeRun(run, {ruleId: 'cumulative-number-is-unique', place: 'cumulative', unit, ordered}, found)
  }
  for (const run of runsOf(
    issues,
    ({identity: {special}}) => special && {key: special.series, number: special.number}
  )) {
    const series = run[0]?.issue.identity.special?.series ?? ''
    const unit = (number: number): string => `${series}第${number}期`
    judgeRun(run, {ruleId: 'special-number-is-unique', place: 'special', unit, ordered}, found)
  }
  return applyRules(found, bulletin.rules)
}

/** Here and not with the issue itself, so that two issues with one number are found out whatever their files are called. */
function judgeFileName({identity, file, places}: Issue, {numbering}: Bulletin): Diagnostic[] {
  const special = numbering.issue === 'none'
  const number = special ? identity.special?.number : identity.issueNumber
  const name = String(number ?? '').padStart(3, '0')
  if (number === undefined || number === null || identity.number === name) return []
  const message = `期号是 ${number}，文件名却是 ${identity.number}.yaml。请改正期号，或把文件改名为 ${name}.yaml。`
  return [diagnose('issue-is-named-by-number', places?.[special ? 'special' : 'issue'] ?? startOf(file), message)]
}

interface Numbered {
  readonly issue: Issue
  readonly number: number
}

interface Counting {
  readonly ruleId: RuleId
  readonly place: keyof IssuePlaces
  unit(number: number): string
  /** Whether another count already puts two issues in order, and says what there is to say. */
  ordered?(a: Issue, b: Issue): boolean
}

/** Issues that count together, by number, then file, so that the order of arrival cannot be seen. */
function runsOf(
  issues: readonly Issue[],
  count: (issue: Issue) => {readonly key: string; readonly number: number} | null
): Numbered[][] {
  const runs = new Map<string, Numbered[]>()
  for (const issue of issues) {
    const counted = count(issue)
    if (!counted) continue
    const run = runs.get(counted.key) ?? []
    run.push({issue, number: counted.number})
    runs.set(counted.key, run)
  }
  const byNumber = (a: Numbered, b: Numbered): number => a.number - b.number || (a.issue.file < b.issue.file ? -1 : 1)
  return [...runs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, run]) => run.sort(byNumber))
}

function judgeRun(run: readonly Numbered[], counting: Counting, found: Diagnostic[]): void {
  run.forEach((after, index) => {
    const before = run[index - 1]
    if (!before) return
    if (after.number === before.number) judgeSame(before, after, counting, found)
    else {
      judgeDates(before, after, counting, found)
      if (after.number > before.number + 1) judgeGap(before, after, counting, found)
    }
  })
}

function judgeSame(a: Numbered, b: Numbered, {ruleId, place, unit}: Counting, found: Diagnostic[]): void {
  both(found, ruleId, place, a.issue, b.issue, (other) => {
    return `${unit(a.number)}与 ${other.file} 重号。请改正其中一个。`
  })
}

function judgeDates(before: Numbered, after: Numbered, {unit, ordered}: Counting, found: Diagnostic[]): void {
  const [first, second] = [before.issue.identity.date, after.issue.identity.date]
  if (compareDates(first, second) <= 0 || ordered?.(before.issue, after.issue)) return
  const message =
    `${unit(after.number)}的日期（${formatDate(second)}）早于${unit(before.number)}（${formatDate(first)}），` +
    '期号和日期的先后不一致。请核对。'
  both(found, 'dates-follow-numbers', 'date', before.issue, after.issue, () => message)
}

/** One warning, at the issue behind the gap: nothing is wrong with either. */
function judgeGap(before: Numbered, after: Numbered, {place, unit, ordered}: Counting, found: Diagnostic[]): void {
  // 总第 and 期 miss the same issues; a special series has gaps of its own.
  if (place === 'cumulative' && ordered?.(before.issue, after.issue)) return
  const [first, last] = [before.number + 1, after.number - 1]
  const missing = first === last ? unit(first) : `${unit(first)}至${unit(last)}`
  const message = `${missing}未入库。如已印发，请补录；如没有印发，请核对期号。`
  const cause = placeOf(before.issue, place)
  found.push(diagnose('numbers-have-no-gaps', placeOf(after.issue, place), message, {cause}))
}

/** Within a year, 总第 runs ahead of 期 by the same number. */
function judgePace(run: readonly Numbered[], found: Diagnostic[]): void {
  const counted = run.flatMap(({issue, number}) => {
    const cumulative = issue.identity.cumulativeNumber
    return cumulative === null ? [] : [{issue, number, cumulative, lead: cumulative - number}]
  })
  counted.forEach((after, index) => {
    const before = counted[index - 1]
    if (
      !before ||
      before.number === after.number ||
      before.cumulative === after.cumulative ||
      before.lead === after.lead
    )
      return
    const message =
      `第${before.number}期是总第${before.cumulative}期，照此第${after.number}期应是总第${before.lead + after.number}期，` +
      `写的却是总第${after.cumulative}期。请核对两期的期号和总期号。`
    both(found, 'cumulative-keeps-pace', 'cumulative', before.issue, after.issue, () => message)
  })
}

/** Report in both files, each naming the other. */
function both(
  found: Diagnostic[],
  ruleId: RuleId,
  place: keyof IssuePlaces,
  a: Issue,
  b: Issue,
  message: (other: Issue) => string
): void {
  found.push(diagnose(ruleId, placeOf(a, place), message(b), {cause: placeOf(b, place)}))
  found.push(diagnose(ruleId, placeOf(b, place), message(a), {cause: placeOf(a, place)}))
}

function placeOf(issue: Issue, place: keyof IssuePlaces): Place {
  return issue.places?.[place] ?? startOf(issue.file)
}
