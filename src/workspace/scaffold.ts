/** Texts of new files: an issue and a submission, ready to be filled. Pure. */

import type {Bulletin} from '../model/bulletin.js'
import type {CalendarDate} from '../model/date.js'
import type {IssueNumbers} from '../model/issue.js'
import {isoDate} from '../text/date.js'
import type {WaitingSubmission} from './inbox.js'
import {commentText, yamlText} from './yaml-text.js'

export interface IssueDraft {
  readonly bulletin: Bulletin
  readonly numbers: IssueNumbers
  readonly date: CalendarDate
  /** Submissions to choose from, in the order to list them. */
  readonly waiting: readonly WaitingSubmission[]
}

/**
 * Write an issue without articles.
 *
 * Submissions stand as comments under their columns: with `# ` taken away, each is an article.
 */
export function issueText({bulletin, numbers, date, waiting}: IssueDraft): string {
  const {issueNumber, cumulativeNumber, special} = numbers
  const lists = [...bulletin.distribution.keys()]
  const list = lists.includes('standard') ? 'standard' : lists[0]
  const lines = [
    `# ${commentText(bulletin.title.join(''))}　${describeNumbers(numbers, date.year)}`,
    '# 要用哪篇来稿，删去它前面的“# ”；没有稿件的栏目整段删去。稿件的先后就是排印的先后。',
    ...(issueNumber === null ? [] : [`issue: ${issueNumber}`]),
    ...(cumulativeNumber === null ? [] : [`cumulative: ${cumulativeNumber}`]),
    ...(special === null ? [] : [`special: {series: ${flowText(special.series)}, number: ${special.number}}`]),
    `date: ${isoDate(date)}`,
    'columns:',
    ...columnLines(bulletin, waiting),
    ...(list === undefined ? [] : [`distribution: ${yamlText(list)}`])
  ]
  return `${lines.join('\n')}\n`
}

/** `2020年第43期（总第2152期）`. */
export function describeNumbers({issueNumber, cumulativeNumber, special}: IssueNumbers, year: number): string {
  const cumulative = cumulativeNumber === null ? '' : `（总第${cumulativeNumber}期）`
  const series = special === null ? '' : `${commentText(special.series)}第${special.number}期`
  if (issueNumber === null) return `${series}${cumulative}`
  return `${year}年第${issueNumber}期${cumulative}${series === '' ? '' : `　${series}`}`
}

function columnLines({columns}: Bulletin, waiting: readonly WaitingSubmission[]): string[] {
  if (columns.length === 0) return ['  - articles:', ...choices(waiting)]
  const rest = waiting.filter(({column}) => column === null || !columns.includes(column))
  return [
    ...columns.flatMap((title) => [
      `  - title: ${yamlText(title)}`,
      '    articles:',
      ...choices(waiting.filter(({column}) => column === title))
    ]),
    ...(rest.length === 0 ? [] : ['      # 没有写明本刊栏目的来稿，移到合适的栏目下：', ...choices(rest)])
  ]
}

function choices(waiting: readonly WaitingSubmission[]): string[] {
  if (waiting.length === 0) return ['      # （没有待用的来稿）']
  return waiting.map(({slug, title, units, problems}) => {
    const names = units.map(({name}) => name).join('、')
    const broken = problems.some(({severity}) => severity === 'error') ? '，有错误，先改正' : ''
    const note = commentText(`${title ?? '标题读不出来'}（${names || '没有写供稿单位'}）${broken}`)
    return `      # - ${yamlText(slug)}  # ${note}`
  })
}

/** A text inside `{…}`, where commas and brackets mean something. */
function flowText(text: string): string {
  return yamlText([text]).slice(1, -1)
}

export interface ReportDraft {
  readonly title: string
  /** Names as printed, or ids where a name is not enough to tell a unit. */
  readonly units: readonly string[]
  readonly column: string | null
  readonly date: CalendarDate
  /** The bulletin's, to choose from where none is given. */
  readonly columns: readonly string[]
}

/**
 * Write a submission with Chinese keys and no body.
 *
 * What goes where stands in comments: a sample body would be printed as it is where somebody forgets it.
 */
export function reportText({title, units, column, date, columns}: ReportDraft): string {
  const columnLine =
    column !== null
      ? [`栏目: ${yamlText(column)}`]
      : columns.length > 0
        ? [`# 栏目: ${columns.map((name) => yamlText(name)).join(' | ')}`]
        : []
  const [unit] = units
  const lines = [
    '---',
    `标题: ${yamlText(title)}`,
    `供稿单位: ${yamlText(units.length === 1 && unit !== undefined ? unit : units)}`,
    ...columnLine,
    `日期: ${isoDate(date)}`,
    '# 正文写在下面的“---”之后。段与段之间空一行，段首不用空格。例如：',
    '#   导语：用一两句话写清何时、何地、做了什么、成效如何。',
    '#',
    '#   **一是建立联盟。**写第一条做法，有事例，有数据。',
    '#',
    '#   结尾：写下一步打算。',
    '---',
    ''
  ]
  return `${lines.join('\n')}\n`
}
