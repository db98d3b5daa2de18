/** `jianbao new bulletin`: a bulletin's settings. */

import type {Command} from 'commander'
import {askFor} from '../ask.js'
import {exitCodes, type Terminal} from '../terminal.js'
import {commandOf, hostOf} from '../workspace-option.js'
import {repeatable, reportCreated} from './new-options.js'

interface BulletinFlags {
  readonly title?: string
  readonly issuer: readonly string[]
}

export function newBulletin(terminal: Terminal, done: (code: number) => void): Command {
  return commandOf('bulletin')
    .description('新建一种刊物')
    .usage('<代号> [选项]')
    .argument('[代号]', '刊物的代号，用小写字母、数字和 -，如 shoudu')
    .option('--title <刊名>', '刊名')
    .addOption(repeatable('--issuer <单位>', '编印单位'))
    .option('--json', '用 JSON 报告结果')
    .addHelpText('after', examples)
    .action(async (named: string | undefined, flags: BulletinFlags, command: Command) => {
      const id = named ?? (await askFor(terminal, {name: '刊物的代号', option: '<代号>'}))
      const title = flags.title ?? (await askFor(terminal, {name: '刊名', option: '--title 刊名'}))
      const issuers =
        flags.issuer.length > 0
          ? flags.issuer
          : [await askFor(terminal, {name: '编印单位', option: '--issuer 单位名称'})]
      const {createBulletin} = await import('../../workspace/new-bulletin.js')
      const path = await createBulletin(hostOf(command, terminal), {id, title, issuers})
      const next = `下一步：编辑此文件，改好各项设置，供稿单位登记在 content/units.yaml 中，然后运行 npx jianbao new report ${id} 新建来稿`
      reportCreated(terminal, command, {created: {created: path, bulletin: id}, next})
      done(exitCodes.fine)
    })
}

const examples = `
例：
  npx jianbao new bulletin chengjian --title 城市建设简报 --issuer 市住建局
  npx jianbao new bulletin lianhe-jianbao --title 联合执法简报 --issuer 市住建局 --issuer 市城管局
`
