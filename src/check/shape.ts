/** From what was written to what a schema asks for, with findings in the contributor's terms. */

import type {z} from 'zod'
import {diagnose} from '../diagnostics/diagnose.js'
import {type RuleId, rules} from '../diagnostics/rules.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {RawYaml} from '../model/raw.js'
import {nearest} from '../text/nearest.js'
import {isMapping, type Mapping} from './mapping.js'
import {keySeparator} from './schema/values.js'
import {soundPart} from './sound-part.js'

/** A part of a YAML file, and how its keys were written where schema and file differ (`title`, 标题). */
export interface Part {
  readonly yaml: RawYaml
  readonly path: readonly PropertyKey[]
  readonly written?: (key: string) => string
  /** Keys whose absence is explained already. */
  readonly misspelt?: ReadonlySet<string>
}

/** What a schema made of a part: each key's value where that key is in order. */
export interface Shaped<Value> {
  readonly known: Partial<Value>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Judge one mapping. Keys without a value (`period:`) count as absent.
 *
 * @returns the keys that are in order even where others are not, so that all that can be said is said at once.
 */
export function judgeShape<Schema extends z.ZodObject>(
  schema: Schema,
  value: unknown,
  part: Part
): Shaped<z.output<Schema>> {
  const input = isMapping(value) ? withoutNulls(value) : value
  const result = schema.safeParse(input, {error: () => '别的内容'})
  if (result.success) return {known: result.data as Partial<z.output<Schema>>, diagnostics: []}
  const {issues} = result.error
  const misspelt = misspeltKeys(issues, part)
  const diagnostics = issues.flatMap((issue) =>
    misspelt.has(JSON.stringify(issue.path)) ? [] : explain(issue, input, part)
  )
  return {known: isMapping(input) ? soundPart(schema, input, issues) : {}, diagnostics: distinct(diagnostics)}
}

/** Paths of keys that are missing because an unknown one is probably meant to be them: said once is enough. */
function misspeltKeys(issues: readonly z.core.$ZodIssue[], part: Part): ReadonlySet<string> {
  return new Set([
    ...Array.from(part.misspelt ?? [], (key) => JSON.stringify([key])),
    ...issues.flatMap((issue) => {
      if (issue.code !== 'unrecognized_keys') return []
      const known = issue.message.split(keySeparator)
      return issue.keys.map((key) => JSON.stringify([...issue.path, nearest(key, known)]))
    })
  ])
}

/** Judge a value that is no mapping, or stands alone. */
export function judgeValue<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  part: Part
): {readonly value: z.output<Schema> | undefined; readonly diagnostics: readonly Diagnostic[]} {
  const result = schema.safeParse(value, {error: () => '别的内容'})
  if (result.success) return {value: result.data, diagnostics: []}
  return {value: undefined, diagnostics: distinct(result.error.issues.flatMap((issue) => explain(issue, value, part)))}
}

function withoutNulls(value: Mapping): Mapping {
  for (const key in value) {
    if (value[key] === null) return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null))
  }
  return value
}

function explain(issue: z.core.$ZodIssue, input: unknown, part: Part): Diagnostic[] {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, part)
  const {path, value} = existing(input, issue.path)
  const place = part.yaml.placeOf([...part.path, ...writtenPath(path, part)])
  const name = nameOf(path, part)
  if (issue.code === 'custom' && issue.params) {
    const {ruleId, suggestion} = issue.params as {ruleId: RuleId; suggestion?: string}
    return [diagnose(ruleId, place, `${name}${issue.message}`, suggestion === undefined ? {} : {suggestion})]
  }
  const what = issue.message
  if (value === undefined) return [diagnose('key-is-present', place, `没有写${name}。请补写${what}。`)]
  return [diagnose('value-is-well-formed', place, `${name}应写${what}，这里写的是${shown(value)}。`)]
}

function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys, part: Part): Diagnostic[] {
  const known = issue.message.split(keySeparator)
  return issue.keys.map((key) => {
    const place = part.yaml.placeOfKey([...part.path, ...writtenPath(issue.path, part), key])
    return unknownKey(key, known, place)
  })
}

/** An unknown key, with the nearest known one, or all of them where none is near. */
export function unknownKey(key: string, known: readonly string[], place: Diagnostic['place']): Diagnostic {
  const near = nearest(key, known)
  if (near === null) {
    return diagnose('key-is-known', place, `不认识的键“${key}”。这里可以写：${known.join('、')}。`)
  }
  return diagnose('key-is-known', place, `不认识的键“${key}”。是否为“${near}”？`, {suggestion: near})
}

/** The part of a path that was really written: a text may stand where the schema sees a list of one. */
function existing(input: unknown, path: readonly PropertyKey[]): {path: PropertyKey[]; value: unknown} {
  let value = input
  const walked: PropertyKey[] = []
  for (const step of path) {
    if (typeof value !== 'object' || value === null) break
    value = (value as Record<PropertyKey, unknown>)[step]
    walked.push(step)
  }
  return {path: walked, value}
}

function writtenPath(path: readonly PropertyKey[], part: Part): PropertyKey[] {
  return path.map((step, index) => (index === 0 && typeof step === 'string' ? (part.written?.(step) ?? step) : step))
}

/** `“copies”`, `“units”第 2 项`, or `第 3 项` of a file that is a list. */
function nameOf(path: readonly PropertyKey[], part: Part): string {
  const whole = [...part.path, ...writtenPath(path, part)]
  const last = whole.at(-1)
  if (last === undefined) return '文件内容'
  if (typeof last !== 'number') return `“${String(last)}”`
  const list = whole.at(-2)
  return `${typeof list === 'string' ? `“${list}”` : ''}第 ${last + 1} 项`
}

/** What stands there, in few words. */
export function shown(value: unknown): string {
  if (value === null || value === '' || value === undefined) return '空的'
  if (Array.isArray(value)) return value.length === 0 ? '空的列表' : '列表'
  if (typeof value === 'object') return '“键: 值”的形式'
  const text = String(value).replace(/\s+/g, ' ')
  return `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`
}

/** Where a schema sees several values in one text, its findings repeat. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({place, ruleId, message}) => {
    const key = `${place.start.line}:${place.start.column} ${ruleId} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rules, id)
}
