/** What templates call, and what their paths are rewritten to. Every mistake knows its place. */

import type Handlebars from 'handlebars'
import {pointOf, rewritten, type TemplateFault} from './template-paths.js'

/** Thrown while a template runs. */
export class TemplateFailure extends Error {
  constructor(readonly fault: TemplateFault) {
    super(fault.message)
  }
}

/** The part of Handlebars' options that helpers look at. */
interface Options {
  readonly loc: {readonly start: {readonly line: number; readonly column: number}}
  readonly data: Frame
}

interface Frame {
  readonly _parent?: Frame
  readonly [name: string]: unknown
}

export function registerHelpers(handlebars: typeof Handlebars): void {
  handlebars.unregisterHelper('lookup')
  handlebars.unregisterHelper('log')
  handlebars.registerHelper('join', join)
  handlebars.registerHelper('each', eachOf(handlebars.helpers.each as Handlebars.HelperDelegate))
  handlebars.registerHelper(rewritten.field, field)
  handlebars.registerHelper(rewritten.data, data)
  handlebars.registerHelper(rewritten.print, print)
}

/** Own fields only: what every object inherits is as missing as any other. */
function field(context: unknown, ...rest: unknown[]): unknown {
  const options = rest.pop() as Options
  let value = context
  for (const [index, part] of (rest as string[]).entries()) {
    if (index > 0 && (value === null || value === undefined)) {
      const owner = rest.slice(0, index).join('.')
      throw missing(`本期的“${owner}”为空，没有字段“${part}”。请用 {{#if ${owner}}} 包住。`, options)
    }
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      throw missing(`模板用到的字段“${rest.join('.')}”不存在。请改正字段名。`, options)
    }
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

function data(name: string, depth: number, options: Options): unknown {
  let frame: Frame | undefined = options.data
  for (let up = depth; up > 0; up--) frame = frame?._parent
  if (!frame || !Object.hasOwn(frame, name)) throw missing(`“@${name}”只能用在 {{#each …}} 之内。`, options)
  return frame[name]
}

/** What an issue does not have (null) prints nothing. */
function print(value: unknown, options: Options): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) throw invalid('列表不能直接印出。请用 {{#each …}} 逐项写，或用 {{join … "，"}}。', options)
  if (typeof value === 'object') throw invalid('这里是一组字段，不能直接印出。请写明其中哪一个。', options)
  return String(value)
}

function join(list: unknown, separator: unknown, options: Options): string {
  if (!Array.isArray(list)) throw invalid('“join”只能用于列表。', options)
  return list.map((entry) => print(entry, options)).join(print(separator, options))
}

function eachOf(each: Handlebars.HelperDelegate): Handlebars.HelperDelegate {
  return function (this: unknown, list: unknown, options: Options) {
    if (list !== null && list !== undefined && typeof list !== 'object') throw invalid('“each”只能用于列表。', options)
    return each.call(this, list, options as unknown as Handlebars.HelperOptions)
  }
}

function missing(message: string, {loc}: Options): TemplateFailure {
  return new TemplateFailure({ruleId: 'template-field-exists', at: pointOf(loc.start), message})
}

function invalid(message: string, {loc}: Options): TemplateFailure {
  return new TemplateFailure({ruleId: 'template-is-valid', at: pointOf(loc.start), message})
}
