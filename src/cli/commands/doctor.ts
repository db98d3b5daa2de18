/** `jianbao doctor`: whether this machine and this folder have what it takes, and how to get what is missing. */

import type {Command} from 'commander'
import type {Finding} from '../examine.js'
import {exitCodes, type Terminal} from '../terminal.js'
import {commandOf, hostOf} from '../workspace-option.js'

export function registerDoctor(program: Command, terminal: Terminal, done: (code: number) => void): void {
  program.addCommand(
    commandOf('doctor')
      .description('检查 Node、字体、排版程序、pandoc 和写入权限，说明缺什么、怎么办')
      .option('--json', '用 JSON 报告')
      .addHelpText('after', notes)
      .action(async (options: {json?: boolean}, command: Command) => {
        const {examine} = await import('../examine.js')
        const findings = await examine(hostOf(command, terminal))
        const ok = findings.every(({state, required}) => state !== 'missing' || !required)
        terminal.out(
          options.json ? `${JSON.stringify({ok, checks: findings}, null, 2)}\n` : findings.map(line).join('')
        )
        if (!options.json) {
          terminal.err(ok ? '可以排印 Word 和 PDF。\n' : '还不能排印。请按上面“→”后面的办法处理，再运行一次。\n')
        }
        done(ok ? exitCodes.fine : exitCodes.machineFailed)
      })
  )
}

const notes = `
每行开头：[好] 齐备；[代] 有代用的，可以排印；[缺] 没有，“→”后面是办法。
能排印 Word 和 PDF 时退出码为 0，否则为 3。

例：
  npx jianbao doctor
  npx jianbao doctor --workspace D:\\jianbao --json
`

function line({state, text, advice}: Finding): string {
  return `[${marks[state]}] ${text}${advice === undefined ? '' : ` → ${advice}`}\n`
}

const marks = {good: '好', substitute: '代', missing: '缺'} as const
