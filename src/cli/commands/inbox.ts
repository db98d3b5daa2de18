/** `jianbao inbox`: submissions not yet used, by column and unit, with their problems. */

import type {Command} from 'commander'
import type {Inbox, WaitingSubmission} from '../../workspace/inbox.js'
import {exitCodes, type Terminal} from '../terminal.js'
import {commandOf, hostOf} from '../workspace-option.js'

export function registerInbox(program: Command, terminal: Terminal, done: (code: number) => void): void {
  program.addCommand(
    commandOf('inbox')
      .description('列出还没有用过的来稿，按栏目和单位排列，并指出问题')
      .argument('[刊物]', '刊物的代号；不写则列出全部刊物')
      .option('--json', '用 JSON 报告')
      .addHelpText('after', examples)
      .action(async (named: string | undefined, options: {json?: boolean}, command: Command) => {
        const {openWorkspace} = await import('../../workspace/open.js')
        const {collectInboxes} = await import('../../workspace/inbox.js')
        const {findBulletin} = await import('../../workspace/find-bulletin.js')
        const workspace = await openWorkspace(hostOf(command, terminal))
        const bulletins = named === undefined ? workspace.layout.bulletins : [findBulletin(workspace, named)]
        const inboxes = await collectInboxes(workspace, bulletins)
        terminal.out(options.json ? await inboxJson(inboxes) : await inboxText(inboxes))
        const count = inboxes.reduce((sum, {submissions}) => sum + submissions.length, 0)
        if (!options.json) terminal.err(count === 0 ? '没有待用的来稿。\n' : `待用来稿 ${count} 篇。\n`)
        done(exitCodes.fine)
      })
  )
}

const examples = `
例：
  npx jianbao inbox
  npx jianbao inbox shoudu
  npx jianbao inbox shoudu --json
`

/** An array, one entry a submission; problems as `check --format json` gives them. */
async function inboxJson(inboxes: readonly Inbox[]): Promise<string> {
  const {jsonDiagnostics} = await import('../../diagnostics/format-json.js')
  const {isoDate} = await import('../../text/date.js')
  const rows = inboxes.flatMap(({submissions}) =>
    submissions.map(({bulletin, column, units, title, date, file, problems}) => {
      const ids = units.flatMap(({id}) => (id === null ? [] : [id]))
      return {
        bulletin,
        column,
        units: ids,
        title,
        date: date && isoDate(date),
        file,
        problems: jsonDiagnostics(problems)
      }
    })
  )
  return `${JSON.stringify(rows, null, 2)}\n`
}

async function inboxText(inboxes: readonly Inbox[]): Promise<string> {
  const {formatText} = await import('../../diagnostics/format-text.js')
  const {formatDate} = await import('../../text/date.js')
  const describe = ({title, units, date, file, problems}: WaitingSubmission): string[] => {
    const names = units.map(({name}) => name).join('、') || '没有写供稿单位'
    const errors = problems.filter(({severity}) => severity === 'error')
    return [
      `    ${title ?? '（标题读不出来）'}（${names}${date ? `，${formatDate(date)}` : ''}）${countsOf(problems)}`,
      `      ${file}`,
      ...errors.map((error) => `      ${formatText(error)}`)
    ]
  }
  const lines = inboxes
    .filter(({submissions}) => submissions.length > 0)
    .flatMap(({bulletin, title, submissions}) => [
      `${title}（${bulletin}）`,
      ...byColumn(submissions).flatMap(([column, entries]) => [
        `  ${column ?? '未写栏目'}`,
        ...entries.flatMap(describe)
      ])
    ])
  return lines.map((line) => `${line}\n`).join('')
}

/** Submissions come sorted, so those of one column stand together. */
function byColumn(submissions: readonly WaitingSubmission[]): [string | null, WaitingSubmission[]][] {
  const groups = new Map<string | null, WaitingSubmission[]>()
  for (const submission of submissions) {
    const group = groups.get(submission.column) ?? []
    group.push(submission)
    groups.set(submission.column, group)
  }
  return [...groups]
}

/** `　错误 1，警告 2`; nothing where nothing is wrong. */
function countsOf(problems: WaitingSubmission['problems']): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length
    return count === 0 ? [] : [`${severityNames[severity]} ${count}`]
  })
  return counts.length === 0 ? '' : `　${counts.join('，')}`
}

const severityNames = {error: '错误', warning: '警告', info: '提示'} as const
