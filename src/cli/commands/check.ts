/** `jianbao check`: all diagnostics of all files. */

import type {Command} from 'commander'
import {Option} from 'commander'
import type {Diagnostic} from '../../model/diagnostic.js'
import {startProgress} from '../progress.js'
import {exitCodes, type Terminal} from '../terminal.js'
import {commandOf, hostOf} from '../workspace-option.js'

const formats = ['text', 'json', 'github', 'sarif'] as const
type ReportFormat = (typeof formats)[number]

interface CheckOptions {
  readonly format: ReportFormat
  readonly json?: boolean
}

export function registerCheck(program: Command, terminal: Terminal, done: (code: number) => void): void {
  program.addCommand(
    commandOf('check')
      .description('检查来稿、刊物、各期和模板，一次列出全部问题')
      .argument('[文件或目录...]', '只看这些文件；不写则检查整个工作区')
      .addOption(new Option('--format <格式>', '报告格式').choices(formats).default('text'))
      .option('--json', '同 --format json')
      .addHelpText('after', examples)
      .action(async (paths: string[], options: CheckOptions, command: Command) => {
        const {checkWorkspace} = await import('../../pipeline.js')
        const host = hostOf(command, terminal)
        const progress = await startProgress(terminal, host.clock)
        const diagnostics = await checkWorkspace(host, paths, progress.update).finally(progress.stop)
        const format = options.json ? 'json' : options.format
        terminal.out(await report(diagnostics, format))
        if (format === 'text') terminal.err(`${summary(diagnostics)}\n`)
        done(diagnostics.some(({severity}) => severity === 'error') ? exitCodes.contentHasErrors : exitCodes.fine)
      })
  )
}

const examples = `
例：
  npx jianbao check
  npx jianbao check content/shoudu/submissions/2020/haidian-three-strengthenings.md
  npx jianbao check content/shoudu --format json
`

async function report(diagnostics: readonly Diagnostic[], format: ReportFormat): Promise<string> {
  switch (format) {
    case 'text': {
      const {formatText} = await import('../../diagnostics/format-text.js')
      return diagnostics.map((diagnostic) => `${formatText(diagnostic)}\n`).join('')
    }
    case 'github': {
      const {formatGithub} = await import('../../diagnostics/format-github.js')
      return diagnostics.map((diagnostic) => `${formatGithub(diagnostic)}\n`).join('')
    }
    case 'json':
      return (await import('../../diagnostics/format-json.js')).formatJson(diagnostics)
    case 'sarif':
      return (await import('../../diagnostics/format-sarif.js')).formatSarif(diagnostics)
  }
}

/** `错误 2，警告 3，提示 0。` */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  if (diagnostics.length === 0) return '没有发现问题。'
  return `错误 ${count('error')}，警告 ${count('warning')}，提示 ${count('info')}。`
}
