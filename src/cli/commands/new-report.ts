/** `jianbao new report`: a submission to be written. */

import type {Command} from 'commander'
import type {CalendarDate} from '../../model/date.js'
import type {Host} from '../../model/host.js'
import {askFor, askOptional} from '../ask.js'
import {exitCodes, type Terminal} from '../terminal.js'
import {commandOf, hostOf} from '../workspace-option.js'
import {bulletinOf, dateOption, repeatable, reportCreated} from './new-options.js'

interface ReportFlags {
  readonly title?: string
  readonly unit: readonly string[]
  readonly column?: string
  readonly date?: CalendarDate
  readonly slug?: string
}

export function newReport(terminal: Terminal, done: (code: number) => void): Command {
  return commandOf('report')
    .description('新建一篇来稿')
    .usage('<刊物> [选项]')
    .argument('[刊物]', '刊物的代号，即 content 下的文件夹名')
    .option('--title <标题>', '标题')
    .addOption(repeatable('--unit <单位>', '供稿单位的名称、别名或代号'))
    .option('--column <栏目>', '栏目，不写可以以后再定')
    .addOption(dateOption('日期，如 2020-08-13，默认为今天'))
    .option('--slug <文件名>', '文件名，不带 .md；默认由单位代号和日期组成')
    .option('--json', '用 JSON 报告结果')
    .addHelpText('after', examples)
    .action(async (named: string | undefined, flags: ReportFlags, command: Command) => {
      const host = hostOf(command, terminal)
      const bulletin = await bulletinOf(host, terminal, named)
      const title = flags.title ?? (await askFor(terminal, {name: '标题', option: '--title 标题'}))
      const units =
        flags.unit.length > 0 ? flags.unit : [await askFor(terminal, {name: '供稿单位', option: '--unit 单位名称'})]
      const column = flags.column ?? (terminal.ask ? await askColumn(host, terminal, bulletin) : null)
      const {createReport} = await import('../../workspace/new-report.js')
      const date = flags.date ?? host.clock.today()
      const {path, slug} = await createReport(host, {
        bulletin,
        title,
        units,
        column,
        date,
        slug: flags.slug ?? null
      })
      const next = `下一步：编辑此文件，写好正文，然后运行 npx jianbao check ${path}`
      reportCreated(terminal, command, {created: {created: path, slug}, next})
      done(exitCodes.fine)
    })
}

const examples = `
例：
  npx jianbao new report shoudu --title 海淀区推进文明实践 --unit 海淀区文明办
  npx jianbao new report shoudu --title 两区联办周末课堂 --unit haidian --unit shunyi --column 工作交流
  npx jianbao new report shoudu --title 标题 --unit haidian --slug 海淀-周末课堂
`

async function askColumn(host: Host, terminal: Terminal, bulletin: string): Promise<string | null> {
  const {openWorkspace} = await import('../../workspace/open.js')
  const {openNamedBulletin} = await import('../../workspace/find-bulletin.js')
  const {opened} = await openNamedBulletin(await openWorkspace(host), bulletin)
  const choices = opened.judged.value?.columns ?? []
  return choices.length === 0 ? null : askOptional(terminal, {name: '栏目，可不填', option: '--column 栏目', choices})
}
