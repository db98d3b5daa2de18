/** `jianbao build`: set issues. */

import {type Command, InvalidArgumentError} from 'commander'
import {jsonDiagnostics} from '../../diagnostics/format-json.js'
import {formatText} from '../../diagnostics/format-text.js'
import {settingRules} from '../../diagnostics/rules.js'
import {type FontSet, type Format, formats} from '../../model/artifact.js'
import type {Host} from '../../model/host.js'
import {issueName} from '../../model/issue.js'
import {WrongUse} from '../../model/wrong-use.js'
import type {BuildResult} from '../../pipeline.js'
import type {BulletinLayout} from '../../workspace/explain-layout.js'
import {reportFonts} from '../fonts-report.js'
import {layoutJson, layoutReport} from '../layout-report.js'
import {budgetText, fitText} from '../page-report.js'
import {startProgress} from '../progress.js'
import {exitCodes, type Terminal} from '../terminal.js'
import {commandOf, hostOf} from '../workspace-option.js'

interface BuildFlags {
  readonly all?: boolean
  readonly formats: readonly Format[]
  readonly force?: boolean
  readonly jobs?: number
  readonly fit?: number
  readonly explainLayout?: boolean
  readonly json?: boolean
}

export function registerBuild(program: Command, terminal: Terminal, done: (code: number) => void): void {
  program.addCommand(
    commandOf('build')
      .description('排印各期，写到 out/ 下；没有变化的跳过')
      .argument('[期...]', '如 shoudu/2020/41 或 shoudu/总2150')
      .option('--all', '全部各期')
      .option('--formats <格式>', `逗号隔开，可选 ${formats.join('、')}`, parseFormats, ['docx', 'pdf'])
      .option('--force', '没有变化的也重新排印')
      .option('--jobs <个数>', '同时排印几期，默认按机器和期数而定', parseCount)
      .option('--fit <页数>', '要排到第几页为止：说明须删去几行、从哪些段落删', parseCount)
      .option('--strict-fonts', '缺少规定字体，或字体中缺字时，不用其他字体代替，直接报错')
      .option('--explain-layout', '排印的同时列出版式：每项的值、出处、国家标准的规定，是否相同')
      .option('--json', '用 JSON 报告结果')
      .addHelpText('after', examples)
      .action(async (names: string[], options: BuildFlags, command: Command) => {
        if (names.length === 0 && !options.all) throw new WrongUse('请写明排印哪一期，或用 --all 排印全部。')
        if (options.fit !== undefined && !options.formats.includes('pdf')) {
          throw new WrongUse('--fit 要排成 PDF 才知道页数。请在 --formats 中加上 pdf。')
        }
        if (names.length > 0 && options.all) throw new WrongUse('写了期号就不要再写 --all。')
        const {buildIssues} = await import('../../pipeline.js')
        const {requireWorkspace} = await import('../../workspace/paths.js')
        const host = hostOf(command, terminal)
        await requireWorkspace(host)
        const progress = await startProgress(terminal, host.clock)
        const results = await buildIssues(host, {
          names: options.all ? null : names,
          formats: options.formats,
          force: options.force ?? false,
          jobs: options.jobs,
          fit: options.fit,
          onProgress: progress.update
        }).finally(progress.stop)
        const layouts = options.explainLayout ? await layoutsOf(host, options.all ? null : names) : []
        if (options.json) terminal.out(`${JSON.stringify(resultsJson(results, layouts), null, 2)}\n`)
        else {
          for (const layout of layouts) terminal.out(`${layoutReport(layout)}\n`)
          for (const result of results) printResult(result, terminal)
          const madePdf = options.formats.includes('pdf') && results.some(({status}) => status !== 'failed')
          if (madePdf) reportFonts(fontsOf(results), terminal)
        }
        done(exitCodeOf(results))
      })
  )
}

async function layoutsOf(host: Host, names: readonly string[] | null): Promise<BulletinLayout[]> {
  const {explainLayout} = await import('../../workspace/explain-layout.js')
  return explainLayout(host, names)
}

const examples = `
例：
  npx jianbao build shoudu/2020/41
  npx jianbao build shoudu/总2150 --formats docx,pdf,html
  npx jianbao build shoudu/2020/41 --fit 4        看怎样压缩到 4 页
  npx jianbao build --all --force
  npx jianbao build shoudu/2020/41 --explain-layout   看版式与国家标准的差别
`

function parseFormats(value: string): Format[] {
  const wanted = value
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const unknown = wanted.filter((part) => !formats.some((format) => format === part))
  if (unknown.length > 0 || wanted.length === 0) {
    throw new InvalidArgumentError(`没有“${unknown.join('、')}”格式，可选 ${formats.join('、')}。`)
  }
  return formats.filter((format) => wanted.includes(format))
}

function parseCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('应是从 1 起的整数。')
  return count
}

function fontsOf(results: readonly BuildResult[]): FontSet[] {
  return results.flatMap((result) => (result.status === 'failed' ? [] : [result.fonts]))
}

/** What the machine could not do weighs more than errors in the content. */
function exitCodeOf(results: readonly BuildResult[]): number {
  const failures = results.filter((result) => result.status === 'failed')
  if (failures.some(({machineError}) => machineError !== null)) return exitCodes.machineFailed
  return failures.length > 0 ? exitCodes.contentHasErrors : exitCodes.fine
}

function printResult(result: BuildResult, terminal: Terminal): void {
  if (result.status === 'failed') {
    terminal.err(`${result.file}: 未排印，已有的文件保持原样。\n`)
    if (result.machineError !== null) terminal.err(`  出错：${result.machineError}\n`)
    for (const diagnostic of result.diagnostics) {
      if (diagnostic.severity === 'error') terminal.err(`  ${formatText(diagnostic)}\n`)
    }
    return
  }
  const {identity, manifest, elapsedMs} = result
  const pages = manifest.pages === null ? '' : `，${manifest.pages} 页`
  const notes = result.diagnostics.length === 0 ? '' : `，警告和提示 ${result.diagnostics.length} 条`
  terminal.out(
    `${issueName(identity)}　${manifest.issue.title}　${statusNames[result.status]}${pages}，${(elapsedMs / 1000).toFixed(2)} 秒${notes}\n`
  )
  for (const {path} of manifest.outputs) terminal.out(`  ${path}\n`)
  if (manifest.layout) terminal.out(budgetText(manifest.layout))
  if (result.fit) terminal.out(fitText(result.fit))
  // The others are told by check.
  for (const diagnostic of result.diagnostics) {
    if (settingRules.has(diagnostic.ruleId)) terminal.err(`  ${formatText(diagnostic)}\n`)
  }
}

const statusNames = {built: '已排印', unchanged: '没有变化，跳过'} as const

/** What the layout is made of stands with each issue. */
function resultsJson(results: readonly BuildResult[], layouts: readonly BulletinLayout[]): object[] {
  return results.map((result) => {
    const layout = layouts.find(({file}) => result.file.startsWith(file.replace(/[^/]+$/, '')))
    return {...resultJson(result), ...(layout ? {sheet: layoutJson(layout)} : {})}
  })
}

function resultJson(result: BuildResult): object {
  const {file, status, diagnostics} = result
  if (result.status === 'failed') {
    return {file, status, error: result.machineError, diagnostics: jsonDiagnostics(diagnostics)}
  }
  return {
    issue: issueName(result.identity),
    file,
    status,
    pages: result.manifest.pages,
    layout: result.manifest.layout,
    fit: result.fit,
    outputs: result.manifest.outputs,
    diagnostics: jsonDiagnostics(diagnostics)
  }
}
