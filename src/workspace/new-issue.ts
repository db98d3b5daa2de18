/** A new issue's file, with the numbers that come next. */

import {hasErrors} from '../diagnostics/diagnose.js'
import {formatText} from '../diagnostics/format-text.js'
import type {Bulletin} from '../model/bulletin.js'
import type {CalendarDate} from '../model/date.js'
import {type Host, HostError} from '../model/host.js'
import type {IssueNumbers} from '../model/issue.js'
import {WrongUse} from '../model/wrong-use.js'
import {compareDates, formatDate, isoDate} from '../text/date.js'
import {nearest} from '../text/nearest.js'
import {openNamedBulletin} from './find-bulletin.js'
import {collectInbox, type WaitingSubmission} from './inbox.js'
import {type IssueOnFile, issuesOnFile} from './issues-on-file.js'
import {nextNumbers} from './next-numbers.js'
import {openWorkspace} from './open.js'
import {issueText} from './scaffold.js'

export interface IssueRequest {
  readonly bulletin: string
  readonly date: CalendarDate
  /** Name of a special series; null where the issue is of none, or of the bulletin's only one. */
  readonly series: string | null
}

export type NewIssue =
  | {
      readonly status: 'created'
      /** The file, relative to the workspace. */
      readonly path: string
      readonly numbers: IssueNumbers
      readonly number: string
      /** No other issue of the bulletin is on file. */
      readonly first: boolean
      readonly waiting: number
    }
  /** Content has errors, told line by line, that leave the numbers open. */
  | {readonly status: 'refused'; readonly problems: readonly string[]}

/**
 * Create the file of the next issue. Numbers are taken under a lock that other processes see.
 *
 * @throws {WrongUse} on a bulletin or series that is not on file, and on a date before the latest issue's.
 * @throws {HostError} where the machine fails.
 */
export async function createIssue(host: Host, request: IssueRequest): Promise<NewIssue> {
  const workspace = await openWorkspace(host)
  const {files, opened} = await openNamedBulletin(workspace, request.bulletin)
  const {value: bulletin, diagnostics} = opened.judged
  // What is wrong in bulletin.yaml may be how it counts.
  if (!bulletin || hasErrors(diagnostics)) return {status: 'refused', problems: diagnostics.map(formatText)}
  if (request.series !== null) judgeSeries(request.series, bulletin)
  const {submissions} = await collectInbox(workspace, files)
  return host.files.withLock(`content/${bulletin.id}/numbers`, () => takeNumbers(host, request, bulletin, submissions))
}

async function takeNumbers(
  host: Host,
  {date, series}: IssueRequest,
  bulletin: Bulletin,
  waiting: readonly WaitingSubmission[]
): Promise<NewIssue> {
  const onFile = await issuesOnFile(host, bulletin.id)
  judgeDate(date, onFile)
  const next = nextNumbers(bulletin.numbering, onFile, {year: date.year, series})
  if ('problem' in next) return {status: 'refused', problems: [next.problem]}
  const {numbers, name} = next
  const path = `content/${bulletin.id}/issues/${date.year}/${name}.yaml`
  const text = issueText({bulletin, numbers, date, waiting})
  if (!(await host.files.create({path, bytes: new TextEncoder().encode(text)}))) {
    throw new HostError(`${path} 已经有了，没有改动。请核对其中的期号，再运行一次。`)
  }
  return {
    status: 'created',
    path,
    numbers,
    number: name,
    first: onFile.length === 0,
    waiting: waiting.length
  }
}

function judgeSeries(series: string, {numbering, file}: Bulletin): void {
  if (numbering.special.includes(series)) return
  const near = nearest(series, numbering.special)
  const there =
    numbering.special.length > 0
      ? `本刊的专刊有：${numbering.special.join('、')}。`
      : `本刊没有专刊，请先写进 ${file} 的 numbering.special。`
  throw new WrongUse(`没有名为“${series}”的专刊。${near ? `是否为“${near}”？` : there}`)
}

/** Dates do not run backwards as numbers rise. */
function judgeDate(date: CalendarDate, onFile: readonly IssueOnFile[]): void {
  let latest: {file: string; date: CalendarDate} | null = null
  for (const issue of onFile) {
    if (issue.date && (!latest || compareDates(issue.date, latest.date) >= 0)) {
      latest = {file: issue.file, date: issue.date}
    }
  }
  if (!latest || compareDates(date, latest.date) >= 0) return
  const given = `日期 ${formatDate(date)}早于最近一期的${formatDate(latest.date)}（${latest.file}）。`
  throw new WrongUse(
    `${given}新的一期不能早于它，请写 --date ${isoDate(latest.date)} 或以后的日期。补录旧期不用本命令：请复制这个文件，放进那一年的文件夹，改名后填写。`
  )
}
