/** From names of units, as people write them, to ids. */

import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {RawYaml} from '../model/raw.js'
import type {Registry} from '../model/registry.js'
import {nearest} from '../text/nearest.js'

export interface ResolvedUnits {
  /** In the order written, each once. */
  readonly ids: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** @param names - ids, names, aliases or former names; at `path` stands a list of them or one alone. */
export function resolveUnits(
  names: readonly string[],
  {yaml, path}: {readonly yaml: RawYaml; readonly path: readonly PropertyKey[]},
  registry: Registry
): ResolvedUnits {
  const ids = new Set<string>()
  const diagnostics: Diagnostic[] = []
  names.forEach((name, index) => {
    const unit = registry.unitsByName.get(name)
    if (!unit) {
      if (registry.unread?.has('units')) return
      const {message, suggestion} = explain(name, registry)
      const place = yaml.placeOf([...path, index])
      diagnostics.push(diagnose('unit-is-known', place, message, suggestion === null ? {} : {suggestion}))
    } else if (ids.has(unit.id)) {
      const message = `“${name}”与前面写的是同一个单位“${unit.name}”，只能写一次。请删去多余的一处。`
      diagnostics.push(diagnose('unit-is-written-once', yaml.placeOf([...path, index]), message))
    } else ids.add(unit.id)
  })
  return {ids: [...ids], diagnostics}
}

function explain(name: string, registry: Registry): {message: string; suggestion: string | null} {
  const parts = name.split(/[、，,；;\s]+/).filter((part) => part !== '')
  if (parts.length > 1 && parts.every((part) => registry.unitsByName.has(part))) {
    const suggestion = `[${parts.join(', ')}]`
    return {message: `有几个单位时，请写成列表：${suggestion}。`, suggestion}
  }
  const near = nearest(name, registry.unitsByName.keys())
  const hint = near ? `是否为“${near}”？` : '请核对名称，或请编辑先在 units.yaml 中登记。'
  return {message: `单位“${name}”没有登记。${hint}`, suggestion: near}
}
