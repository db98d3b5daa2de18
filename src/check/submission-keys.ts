/** Keys of a submission: English or Chinese, and `x-…` of the contributor's own. */

import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {RawYaml} from '../model/raw.js'
import {isMapping} from './mapping.js'
import {chineseKeys} from './schema/submission.js'
import {unknownKey} from './shape.js'

export interface CanonicalKeys {
  /** The frontmatter under English keys; no mapping where none was written. */
  readonly value: unknown
  /** `x-…` keys as written. */
  readonly extra: Readonly<Record<string, unknown>>
  /** How a key was written in this file. */
  written(key: string): string
  /** Keys that an unknown one is probably meant to be. */
  readonly misspelt: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

export function canonicalKeys(yaml: RawYaml, known: readonly string[]): CanonicalKeys {
  const value: Record<string, unknown> = {}
  const extra: Record<string, unknown> = {}
  const names = new Map<string, string>()
  const misspelt = new Set<string>()
  const diagnostics: Diagnostic[] = []
  // What is missing is named in the language of the other keys.
  const written = (key: string): string =>
    names.get(key) ?? ([...names.values()].some(isChinese) ? (englishKeys.get(key) ?? key) : key)
  if (!isMapping(yaml.value)) return {value: yaml.value, extra, written, misspelt, diagnostics}

  for (const [name, item] of Object.entries(yaml.value)) {
    const key = chineseKeys.get(name) ?? name
    const first = names.get(key)
    if (name.startsWith('x-')) extra[name] = item
    else if (first !== undefined) {
      const cause = yaml.placeOfKey([first])
      const message = `“${first}”和“${name}”是同一项，只能写一个。请删去多余的一处。`
      diagnostics.push(diagnose('key-is-written-once', yaml.placeOfKey([name]), message, {cause}))
    } else if (known.includes(key)) {
      names.set(key, name)
      value[key] = item
    } else {
      // Names of both languages, so that the nearest one is in the contributor's.
      const unknown = unknownKey(name, isChinese(name) ? [...chineseKeys.keys()] : known, yaml.placeOfKey([name]))
      diagnostics.push(unknown)
      if (unknown.suggestion !== undefined) misspelt.add(chineseKeys.get(unknown.suggestion) ?? unknown.suggestion)
    }
  }
  return {value, extra, written, misspelt, diagnostics}
}

const englishKeys: ReadonlyMap<string, string> = new Map(
  [...chineseKeys].map(([chinese, english]) => [english, chinese])
)

function isChinese(name: string): boolean {
  return /\p{Script=Han}/u.test(name)
}
