/** `jianbao distribute`: dispatch sheets and address labels. */

import {type Command, InvalidArgumentError} from 'commander'
import {jsonDiagnostics} from '../../diagnostics/format-json.js'
import {formatText} from '../../diagnostics/format-text.js'
import type {DistributeResult} from '../../distribute.js'
import type {FontSet} from '../../model/artifact.js'
import {type DispatchFormat, dispatchFormats} from '../../model/dispatch.js'
import {issueName} from '../../model/issue.js'
import {WrongUse} from '../../model/wrong-use.js'
import {formatCopyRange} from '../../text/copy-number.js'
import {reportFonts} from '../fonts-report.js'
import {exitCodes, type Terminal} from '../terminal.js'
import {commandOf, hostOf} from '../workspace-option.js'

interface DistributeFlags {
  readonly formats: readonly DispatchFormat[]
  readonly skip: number
  readonly json?: boolean
}

export function registerDistribute(program: Command, terminal: Terminal, done: (code: number) => void): void {
  program.addCommand(
    commandOf('distribute')
      .description('按分发名单做发放登记表和地址标签，写到 out/ 下')
      .argument('<期...>', '如 hangzhou/2019/9 或 hangzhou/总323')
      .option('--formats <格式>', '逗号隔开：xlsx、docx 是登记表，pdf 是标签', parseFormats, [...dispatchFormats])
      .option('--skip <枚数>', '第一张标签纸上已经用掉几枚，从下一枚印起', parseSkip, 0)
      .option('--strict-fonts', '缺少规定字体时不用其他字体代替，直接报错')
      .option('--json', '用 JSON 报告结果')
      .addHelpText('after', examples)
      .action(async (names: string[], {formats, skip, json}: DistributeFlags, command: Command) => {
        if (skip > 0 && new Set(names).size > 1) throw new WrongUse('用 --skip 时一次只写一期：各期的标签分别印。')
        const {distributeIssues} = await import('../../distribute.js')
        const {requireWorkspace} = await import('../../workspace/paths.js')
        const host = hostOf(command, terminal)
        await requireWorkspace(host)
        const results = await distributeIssues(host, {names, formats, skip})
        if (json) terminal.out(`${JSON.stringify(results.map(resultJson), null, 2)}\n`)
        else {
          for (const result of results) printResult(result, terminal)
          reportFonts(fontsOf(results), terminal)
        }
        done(exitCodeOf(results))
      })
  )
}

const examples = `
例：
  npx jianbao distribute hangzhou/2019/9
  npx jianbao distribute hangzhou/总323 --formats pdf --skip 6     标签纸已用掉 6 枚，从第 7 枚印起
  npx jianbao distribute hangzhou/2019/9 --formats xlsx           只要 Excel 登记表

名单、份数、地址写在 bulletin.yaml 的 distribution 中，份号写 copyNumbers；标签的大小和排法在版式 sheet.yaml 的 labels 中。
`

function parseFormats(value: string): DispatchFormat[] {
  const wanted = value
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const unknown = wanted.filter((part) => !dispatchFormats.some((format) => format === part))
  if (unknown.length > 0 || wanted.length === 0) {
    throw new InvalidArgumentError(`没有“${unknown.join('、')}”格式，可选 ${dispatchFormats.join('、')}。`)
  }
  return dispatchFormats.filter((format) => wanted.includes(format))
}

function parseSkip(value: string): number {
  if (!/^\d{1,4}$/.test(value)) throw new InvalidArgumentError('应是从 0 起的整数。')
  return Number(value)
}

/** What the machine could not do weighs more than errors in the content. */
function exitCodeOf(results: readonly DistributeResult[]): number {
  const failures = results.filter((result) => result.status === 'failed')
  if (failures.some(({machineError}) => machineError !== null)) return exitCodes.machineFailed
  return failures.length > 0 ? exitCodes.contentHasErrors : exitCodes.fine
}

/** Only of those with labels: Word and Excel bring their own. */
function fontsOf(results: readonly DistributeResult[]): FontSet[] {
  return results.flatMap((result) => {
    return result.status === 'written' && result.outputs.some(({format}) => format === 'pdf') ? [result.fonts] : []
  })
}

function printResult(result: DistributeResult, terminal: Terminal): void {
  if (result.status === 'failed') {
    terminal.err(`${result.file}: 没有做登记表和标签，已有的文件保持原样。\n`)
    if (result.machineError !== null) terminal.err(`  出错：${result.machineError}\n`)
    for (const diagnostic of result.diagnostics) {
      if (diagnostic.severity === 'error') terminal.err(`  ${formatText(diagnostic)}\n`)
    }
    return
  }
  const {dispatch, labels, printRun, outputs, diagnostics} = result
  const range = rangeOf(dispatch)
  const numbers = range === null ? '' : `，份号 ${range}`
  terminal.out(`${issueName(dispatch.identity)}　共${dispatch.copies}份，标签 ${labels} 枚${numbers}\n`)
  for (const {path} of outputs) terminal.out(`  ${path}\n`)
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'warning') terminal.err(`  ${formatText(diagnostic)}\n`)
  }
  if (printRun !== null && printRun !== dispatch.copies) {
    terminal.err(
      `  提示：名单没有写份数，每家按1份算，共${dispatch.copies}份，与印数 ${printRun} 不同。写上各家的份数，登记表才准。\n`
    )
  }
}

/** From the first copy's number to the last one's. */
function rangeOf({consignments, digits}: (DistributeResult & {status: 'written'})['dispatch']): string | null {
  const first = consignments[0]?.range?.first
  const last = consignments.at(-1)?.range?.last
  return first === undefined || last === undefined || digits === null ? null : formatCopyRange({first, last}, digits)
}

function resultJson(result: DistributeResult): object {
  const {file, status, diagnostics} = result
  if (result.status === 'failed') {
    return {file, status, error: result.machineError, diagnostics: jsonDiagnostics(diagnostics)}
  }
  const {dispatch, printRun, labels, outputs} = result
  return {
    issue: issueName(dispatch.identity),
    file,
    status,
    copies: dispatch.copies,
    printRun,
    labels,
    recipients: dispatch.consignments.map(({level, recipient, copies, range}) => ({
      level,
      name: recipient?.name ?? null,
      copies,
      numbers: range && {first: range.first, last: range.last}
    })),
    outputs,
    diagnostics: jsonDiagnostics(diagnostics)
  }
}
