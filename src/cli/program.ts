/** The command line: which commands there are, and how each ends. */

import {Command, CommanderError} from 'commander'
import {HostError} from '../model/host.js'
import {WrongUse} from '../model/wrong-use.js'
import {version} from '../version.js'
import {registerBuild} from './commands/build.js'
import {registerCheck} from './commands/check.js'
import {registerDistribute} from './commands/distribute.js'
import {registerDoctor} from './commands/doctor.js'
import {registerInbox} from './commands/inbox.js'
import {registerNew} from './commands/new.js'
import {chinese, explainUsage} from './help.js'
import {exitCodes, type Terminal} from './terminal.js'

/** Adds one command; its action gives the exit code to `done`. */
export type Register = (program: Command, terminal: Terminal, done: (code: number) => void) => void

const commands: readonly Register[] = [
  registerNew,
  registerInbox,
  registerCheck,
  registerBuild,
  registerDistribute,
  registerDoctor
]

/**
 * Run the program.
 *
 * @param args - what stands behind the program's name.
 * @returns the exit code: 0 fine, 1 content has errors, 2 wrong use, 3 an outside tool or file failed.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCodes.fine
  const program = chinese(new Command('npx jianbao'), terminal)
    .description('把各单位的 Markdown 来稿编成有期号的简报，排成 Word 和 PDF。')
    .option('--workspace <目录>', '工作区所在目录，默认为当前目录')
    .version(version, '-V, --version', '显示版本号')
    .addHelpText('after', examples)
  for (const register of commands) {
    register(program, terminal, (result) => {
      code = result
    })
  }
  chineseBelow(program, terminal)
  try {
    await program.parseAsync([...args], {from: 'user'})
    return code
  } catch (error) {
    return explain(error, program, terminal)
  }
}

function chineseBelow(parent: Command, terminal: Terminal): void {
  for (const command of parent.commands) chineseBelow(chinese(command, terminal), terminal)
}

const examples = `
例：
  npx jianbao new report                新建来稿，逐项询问
  npx jianbao inbox                     看有哪些来稿还没有用
  npx jianbao new issue shoudu          新建首都简报的下一期
  npx jianbao check                     检查全部文件
  npx jianbao build shoudu/2020/41      排印首都简报 2020 年第 41 期
  npx jianbao build shoudu/总2150       同上，用总期号
  npx jianbao build --all               排印全部各期
  npx jianbao distribute shoudu/2020/41 做发放登记表和地址标签
  npx jianbao doctor                    看字体等是否齐备
  npx jianbao check --help              看某个命令的用法
`

function explain(error: unknown, program: Command, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.fine
    if (error.code === 'commander.help') terminal.err(`${program.helpInformation()}\n`)
    terminal.err(`${explainUsage(error)}\n`)
    return exitCodes.wrongUse
  }
  if (error instanceof WrongUse) {
    terminal.err(`用法不对：${error.message}\n`)
    return exitCodes.wrongUse
  }
  if (error instanceof HostError) {
    terminal.err(`出错：${error.message}\n`)
    return exitCodes.machineFailed
  }
  throw error
}
