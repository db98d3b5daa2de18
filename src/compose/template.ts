/**
 * Handlebars templates, made strict to the last field.
 *
 * Handlebars' own `strict` lets a missing field pass where it is a helper's argument (`{{#if titel}}`), and knows no
 * file names. So every path of the parsed template is marked strict before it is compiled, every partial is wrapped to
 * put its file's name to an error, and what a template sees has no prototype.
 */

import Handlebars from 'handlebars'
import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import type {Place} from '../model/place.js'
import {startOf} from '../model/place.js'
import type {SourceFile} from '../model/raw.js'

/** Writes the wording of an issue as Markdown. */
export type Wording = (view: object) => Judged<string>

/** A template's texts by name: `issue` and its partials. */
export type TemplateTexts = ReadonlyMap<string, {readonly file: string; readonly text: string}>

const main = 'issue'
const knownHelpers = {join: true, lookup: false, log: false}

/**
 * Compile a template.
 *
 * @returns null with a diagnostic for every mistake in any of its files: broken syntax, unknown helpers and partials.
 */
export function compileTemplate(texts: TemplateTexts): Judged<Wording> {
  const handlebars = Handlebars.create()
  handlebars.unregisterHelper('lookup')
  handlebars.unregisterHelper('log')
  handlebars.registerHelper('join', join)
  const diagnostics: Diagnostic[] = []
  for (const [name, {file, text}] of texts) {
    try {
      const program = handlebars.parse(text)
      diagnostics.push(...strictPaths(program, file, texts))
      const run = handlebars.compile(program, {
        strict: true,
        noEscape: true,
        knownHelpersOnly: true,
        knownHelpers,
        preventIndent: true
      })
      handlebars.registerPartial(name, (context: unknown, options?: RuntimeOptions) => {
        try {
          return run(context, options)
        } catch (error) {
          throw TemplateError.of(error, file)
        }
      })
    } catch (error) {
      diagnostics.push(TemplateError.of(error, file).diagnostic)
    }
  }
  if (diagnostics.length > 0) return {value: null, diagnostics}
  return {value: (view) => write(handlebars, texts.get(main)?.file ?? main, view), diagnostics}
}

/** Bytes of templates to texts; a template is the office's own, so broken UTF-8 is not looked into. */
export function templateTexts(files: ReadonlyMap<string, SourceFile>): TemplateTexts {
  const decoder = new TextDecoder()
  return new Map(
    Array.from(files, ([name, {path, bytes}]) => [
      name,
      {file: path, text: decoder.decode(bytes).replace(/\r\n?/g, '\n')}
    ])
  )
}

function write(handlebars: typeof Handlebars, file: string, view: object): Judged<string> {
  try {
    const run = handlebars.compile(`{{> ${main}}}`, {knownHelpersOnly: true})
    return {value: run(withoutPrototype(view)), diagnostics: []}
  } catch (error) {
    return {value: null, diagnostics: [TemplateError.of(error, file).diagnostic]}
  }
}

/** Mark every path strict, and find partials that are not there. */
function strictPaths(program: hbs.AST.Program, file: string, texts: TemplateTexts): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  class Paths extends Handlebars.Visitor {
    override PathExpression(path: hbs.AST.PathExpression & {strict?: boolean}): void {
      if (!path.data) path.strict = true
    }

    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      const name = 'original' in partial.name ? String(partial.name.original) : ''
      if (!texts.has(name)) {
        const message = `模板引用了不存在的部件“${name}”。请在 partials 文件夹中补上 ${name}.hbs，或改正名称。`
        diagnostics.push(diagnose('template-is-valid', pointOf(file, partial.loc.start), message))
      }
      super.PartialStatement(partial)
    }
  }
  new Paths().accept(program)
  return diagnostics
}

function join(list: unknown, separator: unknown): string {
  if (!Array.isArray(list)) throw new Error('join needs a list')
  return list.join(String(separator))
}

/** A copy whose maps hold nothing but their own fields, so that `{{constructor}}` is as missing as any other. */
function withoutPrototype(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototype)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.create(null) as Record<string, unknown>
  for (const [key, inner] of Object.entries(value)) copy[key] = withoutPrototype(inner)
  return copy
}

class TemplateError extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message)
  }

  /** An error of Handlebars with the file it arose in; one that is placed already keeps its place. */
  static of(error: unknown, file: string): TemplateError {
    if (error instanceof TemplateError) return error
    const {message, lineNumber, column} = error as Error & {lineNumber?: number; column?: number}
    const place = lineNumber === undefined ? startOf(file) : pointOf(file, {line: lineNumber, column: column ?? 0})
    const field = /^"(.*)" not defined in /.exec(message)?.[1]
    if (field !== undefined) {
      return new TemplateError(
        diagnose('template-field-exists', place, `模板用到的字段“${field}”不存在。请改正字段名。`)
      )
    }
    return new TemplateError(
      diagnose('template-is-valid', syntaxPlace(message, place), `模板有误：${explain(message)}`)
    )
  }
}

type RuntimeOptions = Parameters<ReturnType<typeof Handlebars.compile>>[1]

/** Handlebars counts columns from 0. */
function pointOf(file: string, {line, column}: {line: number; column: number}): Place {
  const start = {line, column: column + 1}
  return {file, start, end: start}
}

/** Errors of the grammar give their line in words only. */
function syntaxPlace(message: string, place: Place): Place {
  const line = /^Parse error on line (\d+):/.exec(message)?.[1]
  return line === undefined ? place : pointOf(place.file, {line: Number(line), column: 0})
}

function explain(message: string): string {
  const helper = /unknown helper (\S+)/.exec(message)?.[1]
  if (helper) return `没有名为“${helper}”的助手。可用的有 if、unless、each、with、join。`
  if (message.startsWith('Parse error')) return '花括号或块标记没有写完整。请检查 {{ }} 与 {{#…}} {{/…}} 是否成对。'
  if (message.includes("doesn't match")) return `块的开头与结尾不一致（${message.split(' - ')[0]}）。`
  if (message.includes('call stack')) return '部件互相引用，没有尽头。'
  return message
}
