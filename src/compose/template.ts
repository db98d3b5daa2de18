/** Handlebars templates: compiled once, strict to the last field, every mistake with its file, line and column. */

import Handlebars from 'handlebars'
import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import {type Point, startOf} from '../model/place.js'
import type {SourceFile} from '../model/raw.js'
import {type DecodingProblem, decodeText} from '../text/encoding.js'
import {registerHelpers, TemplateFailure} from './template-helpers.js'
import {blockHelpers, inlineHelpers, makeStrict, pointOf, rewritten, type TemplateFault} from './template-paths.js'

/** Writes the wording of an issue as Markdown. */
export type Wording = (view: object) => Judged<string>

/** One file of a template: its text, or what is wrong with its bytes. */
export type TemplateText = {readonly file: string} & ({readonly text: string} | {readonly problem: Diagnostic})

/** A template's texts by name: `issue` and its partials. */
export type TemplateTexts = ReadonlyMap<string, TemplateText>

const main = 'issue'
const knownHelpers = Object.fromEntries(
  [...blockHelpers, ...inlineHelpers, ...Object.values(rewritten)].map((name) => [name, true])
) as Record<string, boolean> & NonNullable<CompileOptions['knownHelpers']>

/** Partials that call each other deeper than this never end: nothing that a template sees is nested so deep. */
const maxDepth = 50

/**
 * Compile a template.
 *
 * @returns null with a diagnostic for every mistake in any of its files: broken syntax, unknown helpers and partials.
 */
export function compileTemplate(texts: TemplateTexts): Judged<Wording> {
  const handlebars = Handlebars.create()
  registerHelpers(handlebars)
  const diagnostics: Diagnostic[] = []
  const running = new Running()
  for (const [name, entry] of texts) {
    const compiled = 'text' in entry ? compileFile(handlebars, entry, new Set(texts.keys())) : null
    diagnostics.push(...(compiled?.diagnostics ?? ('problem' in entry ? [entry.problem] : [])))
    if (compiled) handlebars.registerPartial(name, running.watch(name, compiled))
  }
  if (!texts.has(main)) diagnostics.push(diagnose('template-is-valid', startOf(`${main}.hbs`), '模板没有 issue.hbs。'))
  if (diagnostics.length > 0) return {value: null, diagnostics}
  return {value: (view) => write(handlebars, view), diagnostics}
}

/** Bytes of templates to texts. */
export function templateTexts(files: ReadonlyMap<string, SourceFile>): TemplateTexts {
  return new Map(Array.from(files, ([name, source]) => [name, templateText(source)]))
}

function templateText({path, bytes}: SourceFile): TemplateText {
  const decoded = decodeText(bytes)
  if ('text' in decoded) return {file: path, text: decoded.text}
  const start = {line: decoded.line, column: decoded.column}
  const ruleId = decoded.problem === 'control' ? 'file-has-no-control-characters' : 'file-is-utf8'
  return {file: path, problem: diagnose(ruleId, {file: path, start, end: start}, undecoded(decoded))}
}

function undecoded({problem, character}: DecodingProblem): string {
  if (problem === 'control') return `此处有看不见的控制字符（${character}）。请删去它，再保存。`
  const encoding = {gbk: '是 GBK 编码', utf16: '是 UTF-16 编码', unknown: '不是 UTF-8 编码'}[problem]
  return `这个模板文件${encoding}，本程序只读 UTF-8。请用记事本等编辑器打开，选“另存为”，编码选 UTF-8，再保存。`
}

interface CompiledFile {
  readonly file: string
  readonly run: ReturnType<typeof Handlebars.compile>
  readonly calls: ReadonlyMap<string, Point>
  readonly diagnostics: readonly Diagnostic[]
}

function compileFile(
  handlebars: typeof Handlebars,
  {file, text}: {readonly file: string; readonly text: string},
  partials: ReadonlySet<string>
): CompiledFile {
  try {
    const program = handlebars.parse(text)
    const {faults, calls} = makeStrict(program, partials)
    const run = handlebars.compile(program, {
      noEscape: true,
      knownHelpersOnly: true,
      knownHelpers,
      preventIndent: true
    })
    return {file, run, calls, diagnostics: faults.map((fault) => diagnosticOf(fault, file))}
  } catch (error) {
    return {file, run: () => '', calls: new Map(), diagnostics: [diagnosticOf(syntaxFault(error), file)]}
  }
}

function write(handlebars: typeof Handlebars, view: object): Judged<string> {
  try {
    return {value: handlebars.compile(`{{> ${main}}}`)(view), diagnostics: []}
  } catch (error) {
    if (!(error instanceof Placed)) throw error
    return {value: null, diagnostics: [error.diagnostic]}
  }
}

/** An error that has its file. */
class Placed extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message)
  }
}

/** The partials that are being written, the outermost first. */
class Running {
  private readonly stack: CompiledFile[] = []

  /** A partial that puts its file's name to its errors, and stops where partials call each other without end. */
  watch(name: string, compiled: CompiledFile): Handlebars.TemplateDelegate {
    return (context: unknown, options?: Handlebars.RuntimeOptions) => {
      const caller = this.stack.at(-1)
      if (caller && this.stack.length >= maxDepth) {
        const at = caller.calls.get(name) ?? {line: 1, column: 1}
        throw new Placed(diagnosticOf({ruleId: 'template-is-valid', at, message: endless}, caller.file))
      }
      this.stack.push(compiled)
      try {
        return compiled.run(context, options)
      } catch (error) {
        if (!(error instanceof TemplateFailure)) throw error
        throw new Placed(diagnosticOf(error.fault, compiled.file))
      } finally {
        this.stack.pop()
      }
    }
  }
}

const endless = '部件互相引用，没有尽头。请去掉其中一处引用。'

function diagnosticOf({ruleId, at, message}: TemplateFault, file: string): Diagnostic {
  return diagnose(ruleId, {file, start: at, end: at}, message)
}

/** What Handlebars' parser and compiler throw; errors of the grammar give their line in words only. */
function syntaxFault(error: unknown): TemplateFault {
  const {message, lineNumber, column} = error as Error & {lineNumber?: number; column?: number}
  const line = lineNumber ?? Number(/^(?:Parse|Lexical) error on line (\d+)/.exec(message)?.[1] ?? 1)
  return {ruleId: 'template-is-valid', at: pointOf({line, column: column ?? 0}), message: explain(message)}
}

function explain(message: string): string {
  const ends = /^(.*) doesn't match (.*) - /.exec(message)
  if (ends) return `模板有误：{{#${ends[1]}}} 以 {{/${ends[2]}}} 结尾，前后不一致。`
  return '模板有误：花括号或块标记没有写完整。请检查 {{ }} 与 {{#…}} {{/…}} 是否成对。'
}
