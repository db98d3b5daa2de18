/** Units and metrics on file (units.yaml, metrics.yaml). */

import type {z} from 'zod'
import {diagnose} from '../diagnostics/diagnose.js'
import type {RuleId} from '../diagnostics/rules.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import type {Metric} from '../model/metric.js'
import type {Place} from '../model/place.js'
import type {RawYaml} from '../model/raw.js'
import type {Registry} from '../model/registry.js'
import type {Unit} from '../model/unit.js'
import {nearest} from '../text/nearest.js'
import {metricShape, unitShape} from './schema/registry.js'
import {judgeShape} from './shape.js'

/**
 * Check the registry.
 *
 * @param units - null where there is no such file: no units are known.
 * @returns a registry even where there are errors, so that the files that refer to it are still checked.
 */
export function checkRegistry(units: RawYaml | null, metrics: RawYaml | null): Judged<Registry> {
  const diagnostics: Diagnostic[] = [...(units?.diagnostics ?? []), ...(metrics?.diagnostics ?? [])]
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding)
  }
  const unitEntries = entriesOf(units, unitShape, toUnit, report)
  const metricEntries = entriesOf(metrics, metricShape, toMetric, report)
  const registry: Registry = {
    units: byId(unitEntries, report),
    metrics: byId(metricEntries, report),
    unitsByName: byName(unitEntries, unitNames, report),
    metricsByName: byName(metricEntries, metricNames, report),
    unread: new Set([
      ...(isUnread(units) ? ['units' as const] : []),
      ...(isUnread(metrics) ? ['metrics' as const] : [])
    ])
  }
  for (const entry of unitEntries) judgeUnit(entry, registry.units, report)
  return {value: registry, diagnostics}
}

function isUnread(yaml: RawYaml | null): boolean {
  return yaml !== null && yaml.value !== null && !Array.isArray(yaml.value)
}

interface Entry<Item> {
  readonly item: Item
  /** Place of a part of the entry. */
  at(...path: PropertyKey[]): Place
}

type Report = (finding: Diagnostic) => void

function entriesOf<Schema extends z.ZodObject, Item>(
  yaml: RawYaml | null,
  schema: Schema,
  build: (known: z.output<Schema>, place: Place) => Item,
  report: Report
): Entry<Item>[] {
  if (!yaml || yaml.value === undefined || yaml.value === null) return []
  if (!Array.isArray(yaml.value)) {
    report(diagnose('value-is-well-formed', yaml.placeOf([]), '这个文件应写成列表，每项一行，以“- ”开头。'))
    return []
  }
  return yaml.value.flatMap((value: unknown, index): Entry<Item>[] => {
    const {known, diagnostics} = judgeShape(schema, value, {yaml, path: [index]})
    for (const finding of diagnostics) report(finding)
    const at = (...path: PropertyKey[]): Place => yaml.placeOf([index, ...path])
    // What is required is there, or has been reported as missing.
    const item = isWhole(schema, known) ? build(known, at()) : null
    return item ? [{item, at}] : []
  })
}

function isWhole<Schema extends z.ZodObject>(
  schema: Schema,
  known: Partial<z.output<Schema>>
): known is z.output<Schema> {
  return schema.keyof().options.every((key) => key in known || schema.shape[key]?._zod.optin === 'optional')
}

function toUnit(known: z.output<typeof unitShape>, definedAt: Place): Unit {
  return {
    id: known.id,
    name: known.name,
    aliases: known.aliases ?? [],
    place: known.place ?? null,
    parent: known.parent ?? null,
    level: known.level ?? null,
    former: known.former ?? [],
    successor: known.successor ?? null,
    definedAt
  }
}

function toMetric(known: z.output<typeof metricShape>, definedAt: Place): Metric {
  const {id, label, measure, kind} = known
  const aliases = known.aliases ?? []
  return {
    id,
    label,
    aliases,
    measure,
    equivalents: known.equivalents ?? [],
    kind,
    precision: known.precision ?? 0,
    definedAt
  }
}

function byId<Item extends {readonly id: string}>(entries: readonly Entry<Item>[], report: Report): Map<string, Item> {
  const items = new Map<string, Item>()
  const firsts = new Map<string, Place>()
  for (const {item, at} of entries) {
    const cause = firsts.get(item.id)
    if (cause) {
      report(diagnose('id-is-unique', at('id'), `代号“${item.id}”已经用过。请另取一个代号。`, {cause}))
      continue
    }
    firsts.set(item.id, at('id'))
    items.set(item.id, item)
  }
  return items
}

interface Name {
  readonly name: string
  readonly path: readonly PropertyKey[]
}

function unitNames(unit: Unit): Name[] {
  return [
    {name: unit.id, path: ['id']},
    {name: unit.name, path: ['name']},
    ...unit.aliases.map((name, index) => ({name, path: ['aliases', index]})),
    ...unit.former.map(({name}, index) => ({name, path: ['former', index, 'name']}))
  ]
}

function metricNames(metric: Metric): Name[] {
  return [
    {name: metric.id, path: ['id']},
    {name: metric.label, path: ['label']},
    ...metric.aliases.map((name, index) => ({name, path: ['aliases', index]}))
  ]
}

/** Every name leads to one entry; ids that stand twice are reported elsewhere. */
function byName<Item extends {readonly id: string}>(
  entries: readonly Entry<Item>[],
  namesOf: (item: Item) => readonly Name[],
  report: Report
): Map<string, Item> {
  const owners = new Map<string, {readonly item: Item; readonly place: Place}>()
  for (const {item, at} of entries) {
    for (const {name, path} of namesOf(item)) {
      const owner = owners.get(name)
      if (!owner) owners.set(name, {item, place: at(...path)})
      else if (owner.item.id !== item.id) {
        const message = `名称“${name}”也是“${owner.item.id}”的名称，分不清指哪一个。请改用不同的名称。`
        report(diagnose('name-is-unambiguous', at(...path), message, {cause: owner.place}))
      }
    }
  }
  return new Map([...owners].map(([name, {item}]) => [name, item]))
}

function judgeUnit({item, at}: Entry<Unit>, units: ReadonlyMap<string, Unit>, report: Report): void {
  const refer = (id: string | null, ruleId: RuleId, key: string, what: string): void => {
    if (id === null || units.has(id)) return
    const near = nearest(id, units.keys())
    const hint = near ? `是否为“${near}”？` : '请先在 units.yaml 中登记该单位，这里写它的代号（id）。'
    report(diagnose(ruleId, at(key), `${what}“${id}”没有登记。${hint}`, near ? {suggestion: near} : {}))
  }
  refer(item.parent, 'unit-parent-is-known', 'parent', '上级单位')
  refer(item.successor, 'unit-successor-is-known', 'successor', '接续单位')
  if (leadsToItself(item, units, (unit) => unit.parent)) {
    report(diagnose('units-have-no-cycle', at('parent'), `“${item.id}”的上级单位绕了一圈又是它自己。请改正上级单位。`))
  }
  if (leadsToItself(item, units, (unit) => unit.successor)) {
    report(
      diagnose('units-have-no-cycle', at('successor'), `“${item.id}”的接续单位绕了一圈又是它自己。请改正接续单位。`)
    )
  }
}

function leadsToItself(unit: Unit, units: ReadonlyMap<string, Unit>, next: (unit: Unit) => string | null): boolean {
  const seen = new Set<string>()
  for (let id = next(unit); id !== null && !seen.has(id); ) {
    if (id === unit.id) return true
    seen.add(id)
    const found = units.get(id)
    id = found ? next(found) : null
  }
  return false
}
