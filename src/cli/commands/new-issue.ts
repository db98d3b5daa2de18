/** `jianbao new issue`: the next issue, under the next numbers. */

import type {Command} from 'commander'
import type {CalendarDate} from '../../model/date.js'
import type {NewIssue} from '../../workspace/new-issue.js'
import {exitCodes, type Terminal} from '../terminal.js'
import {commandOf, hostOf} from '../workspace-option.js'
import {bulletinOf, dateOption, reportCreated} from './new-options.js'

interface IssueFlags {
  readonly date?: CalendarDate
  readonly special?: string
}

export function newIssue(terminal: Terminal, done: (code: number) => void): Command {
  return commandOf('issue')
    .description('新建一期：接着编期号、总期号，列出待用的来稿')
    .usage('<刊物> [选项]')
    .argument('[刊物]', '刊物的代号，即 content 下的文件夹名')
    .addOption(dateOption('印发日期，如 2020-11-20，默认为今天；不能早于最近一期'))
    .option('--special <专刊>', '作为这个专刊的一期；只编专刊的刊物不写时为第一个专刊')
    .option('--json', '用 JSON 报告结果')
    .addHelpText('after', examples)
    .action(async (named: string | undefined, {date, special}: IssueFlags, command: Command) => {
      const host = hostOf(command, terminal)
      const bulletin = await bulletinOf(host, terminal, named)
      const {createIssue} = await import('../../workspace/new-issue.js')
      const day = date ?? host.clock.today()
      const issue = await createIssue(host, {bulletin, date: day, series: special ?? null})
      if (issue.status === 'refused') {
        terminal.err(`没有新建。刊物“${bulletin}”现有的文件有错误：\n`)
        for (const problem of issue.problems) terminal.err(`  ${problem}\n`)
        done(exitCodes.contentHasErrors)
        return
      }
      const {isoDate} = await import('../../text/date.js')
      const {numbers, path, number} = issue
      const created = {
        created: path,
        issue: `${bulletin}/${day.year}/${number}`,
        issueNumber: numbers.issueNumber,
        cumulativeNumber: numbers.cumulativeNumber,
        special: numbers.special,
        date: isoDate(day)
      }
      reportCreated(terminal, command, {created, next: await nextSteps(issue, created.issue, day.year)})
      done(exitCodes.fine)
    })
}

const examples = `
例：
  npx jianbao new issue shoudu
  npx jianbao new issue shoudu --date 2020-11-20
  npx jianbao new issue jiangsu --special 新时代文明实践中心建设专刊
`

async function nextSteps(issue: Extract<NewIssue, {status: 'created'}>, name: string, year: number): Promise<string> {
  const {describeNumbers} = await import('../../workspace/scaffold.js')
  const first = issue.first ? '这是库中的第一期，从1编起。如以前已经出过，请改正文件中的号和文件名。\n' : ''
  const waiting = issue.waiting > 0 ? `文件中列有待用来稿 ${issue.waiting} 篇。` : '目前没有待用的来稿。'
  return `${describeNumbers(issue.numbers, year)}。${waiting}\n${first}下一步：编辑此文件，选定来稿，然后运行 npx jianbao build ${name}`
}
