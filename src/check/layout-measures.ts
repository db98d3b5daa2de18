/** A bulletin's measures against the standard's, with who says each of them. */

import type {Place} from '../model/place.js'
import type {Sheet} from '../model/sheet.js'
import {isMapping} from './mapping.js'
import {measureText, styleKeyNames} from './measure-text.js'
import {layerAt, type SheetLayer, type SheetOrigin, valueAt} from './sheet-layers.js'
import {type MeasureGroup, openMeasures, type StandardMeasure, standardMeasures} from './standard-measures.js'

/** What the standard says nothing of. */
export const otherGroup = '标准没有规定'

export interface LayoutMeasure {
  readonly group: MeasureGroup | typeof otherGroup
  /** 天头, 正文字号; the key, where there is no other name. */
  readonly label: string
  /** Keys of the sheet that it is made of, as a bulletin would write them: `page.topMm`. */
  readonly keys: readonly string[]
  /** Numbers in the unit of the text. */
  readonly value: number | string | boolean
  /** 37 毫米. */
  readonly text: string
  /** `default`: nobody says it, so that the program's own holds. */
  readonly origin: SheetOrigin | 'default'
  readonly place: Place | null
  /** Null where it says nothing that could be compared. */
  readonly standard: StandardValue | null
  /** Null where there is nothing to compare. */
  readonly departs: boolean | null
  /** What is worth knowing beside it: why bulletins depart, what the common sheet says. */
  readonly remark: string | null
}

export interface StandardValue {
  /** 36 至 38 毫米. */
  readonly text: string
  /** Of GB/T 9704—2012: 5.2.1. */
  readonly clause: string
  readonly force: StandardMeasure['force']
}

/**
 * @param layers - that the sheet was made of, first that which counts most.
 * @returns everything that the standard speaks of, in its order; then what else the bulletin or its template changes.
 */
export function layoutMeasures(sheet: Sheet, layers: readonly SheetLayer[]): LayoutMeasure[] {
  const standard = standardMeasures.map((measure) => compare(measure, sheet, layers))
  const listed = new Set(standard.flatMap(({keys}) => keys))
  const others = changedPaths(layers).filter((path) => !listed.has(path.join('.')))
  return [...standard, ...others.map((path) => describe(path, sheet, layers))]
}

function compare(measure: StandardMeasure, sheet: Sheet, layers: readonly SheetLayer[]): LayoutMeasure {
  const {group, label, paths, tolerance, clause, force} = measure
  const value = measure.of(sheet)
  const standard = typeof measure.standard === 'function' ? measure.standard(sheet) : measure.standard
  const departs =
    typeof value === 'number' && typeof standard === 'number'
      ? Math.abs(value - standard) > tolerance + 1e-9
      : value !== standard
  const key = unitKey(measure)
  return {
    group,
    label,
    keys: paths.map((path) => path.join('.')),
    value: typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
    text: measureText(key, value),
    ...source(paths, layers),
    standard: {text: standardText(key, standard, measure), clause, force},
    departs,
    remark: departs ? measure.remark : null
  }
}

/** Rules are written in pt and compared in mm, as the standard gives them. */
function unitKey({paths, label}: StandardMeasure): string {
  const key = paths[0]?.at(-1) ?? label
  return key === 'thicknessPt' ? 'thicknessMm' : key
}

/** A tolerance that an editor would use is told: 天头 is 37±1 mm. */
function standardText(key: string, standard: number | string, {tolerance, wording}: StandardMeasure): string {
  if (wording !== null) return `${wording}：${measureText(key, standard)}`
  if (typeof standard !== 'number' || tolerance < 1) return measureText(key, standard)
  return `${measureText('', standard - tolerance)} 至 ${measureText(key, standard + tolerance)}`
}

/** Of several measures, the one that the bulletin says, else its template. */
function source(
  paths: readonly (readonly string[])[],
  layers: readonly SheetLayer[]
): Pick<LayoutMeasure, 'origin' | 'place'> {
  const said = paths.flatMap((path) => {
    const layer = layerAt(layers, path)
    return layer ? [{path, layer, rank: layers.indexOf(layer)}] : []
  })
  const [first] = said.sort((a, b) => a.rank - b.rank)
  if (!first) return {origin: 'default', place: null}
  return {origin: first.layer.origin, place: first.layer.yaml.placeOfKey(first.path)}
}

/** Paths of all values that the bulletin or its template gives, in the order of the common sheet's keys, then their own. */
function changedPaths(layers: readonly SheetLayer[]): readonly (readonly string[])[] {
  const own = layers.filter(({origin}) => origin !== 'common').flatMap(({yaml}) => leaves(yaml.value, []))
  const common = layers.filter(({origin}) => origin === 'common').flatMap(({yaml}) => leaves(yaml.value, []))
  const order = new Map([...common, ...own].map((path, index) => [path.join('.'), index] as const).reverse())
  const distinct = new Map(own.map((path) => [path.join('.'), path]))
  distinct.delete('extends')
  return Array.from(distinct)
    .sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    .map(([, path]) => path)
}

function leaves(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (value === null || value === undefined) return []
  if (!isMapping(value)) return [path]
  return Object.entries(value).flatMap(([key, inside]) => leaves(inside, [...path, key]))
}

function describe(path: readonly string[], sheet: Sheet, layers: readonly SheetLayer[]): LayoutMeasure {
  const key = path.at(-1) ?? ''
  const value = valueAt(layerAt(layers, path)?.yaml.value, path)
  const common = layers.find(({origin}) => origin === 'common')
  const usual = (common && valueAt(common.yaml.value, path)) ?? null
  const remarks = [openMeasures.get(path.join('.')), usual === null ? undefined : `通用为 ${measureText(key, usual)}`]
  return {
    group: otherGroup,
    label: labelOf(path, sheet),
    keys: [path.join('.')],
    value: typeof value === 'number' || typeof value === 'boolean' ? value : String(value),
    text: measureText(key, value),
    ...source([path], layers),
    standard: null,
    departs: null,
    remark: remarks.filter((remark) => remark !== undefined).join('；') || null
  }
}

/** 栏目位置 for a style's measure, which editors know by its name in Word; the key for any other. */
function labelOf(path: readonly string[], {styles}: Sheet): string {
  const [top, role, key] = path
  const style = top === 'styles' ? Object.entries(styles).find(([id]) => id === role)?.[1] : undefined
  const name = Object.entries(styleKeyNames).find(([id]) => id === key)?.[1]
  return style && name !== undefined ? `${style.name}${name}` : path.join('.')
}
