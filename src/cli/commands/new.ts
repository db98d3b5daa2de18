/** `jianbao new report|issue|bulletin`: scaffolds. */

import type {Command} from 'commander'
import {WrongUse} from '../../model/wrong-use.js'
import {nearest} from '../../text/nearest.js'
import type {Terminal} from '../terminal.js'
import {commandOf} from '../workspace-option.js'
import {newBulletin} from './new-bulletin.js'
import {newIssue} from './new-issue.js'
import {newReport} from './new-report.js'

export function registerNew(program: Command, terminal: Terminal, done: (code: number) => void): void {
  const parts = [newReport, newIssue, newBulletin].map((make) => make(terminal, done))
  const parent = commandOf('new')
    .description('新建来稿、一期或刊物')
    .usage('<类别> [选项]')
    .addHelpText('after', examples)
    // Without an action of its own, commander would complain in English and print the help.
    .allowExcessArguments()
    .action((_options: object, command: Command) => {
      const names = parts.map((part) => part.name())
      const [word] = command.args
      if (word === undefined) throw new WrongUse(`请写明新建什么：${kinds}。`)
      const near = nearest(word, names)
      throw new WrongUse(`不能新建“${word}”。${near ? `是否为“${near}”？` : `可以新建：${kinds}。`}`)
    })
  for (const part of parts) parent.addCommand(part)
  program.addCommand(parent)
}

const kinds = 'new report（来稿）、new issue（一期）、new bulletin（刊物）'

const examples = `
在终端里运行时，没有写的内容会逐项询问。

例：
  npx jianbao new report shoudu --title 标题 --unit 海淀区文明办
  npx jianbao new issue shoudu --date 2020-11-20
  npx jianbao new bulletin chengjian --title 城市建设简报 --issuer 市住建局
  npx jianbao new issue --help          看某一种的用法
`
