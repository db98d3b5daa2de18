/** The files that a bulletin's measures come from, laid over each other key by key. */

import {type Place, startOf} from '../model/place.js'
import type {RawYaml} from '../model/raw.js'
import {isMapping} from './mapping.js'

/** Who says a measure: the bulletin's `sheet:`, its template's `sheet.yaml`, or the one that all templates share. */
export type SheetOrigin = 'bulletin' | 'template' | 'common'

export interface SheetLayer {
  readonly origin: SheetOrigin
  readonly yaml: RawYaml
}

/** Keys from the sheet's top: `styles`, `body`, `sizePt`. */
export type SheetPath = readonly PropertyKey[]

const commonSheetFile = 'templates/common/sheet.yaml'

/**
 * @param sheets - the template's own, then the common one.
 * @param bulletin - what the bulletin itself sets.
 * @returns first that which counts most.
 */
export function layersOf(sheets: readonly RawYaml[], bulletin: RawYaml | null): readonly SheetLayer[] {
  const files = sheets.map((yaml): SheetLayer => {
    return {origin: yaml.file === commonSheetFile ? 'common' : 'template', yaml}
  })
  return bulletin ? [{origin: 'bulletin', yaml: bulletin}, ...files] : files
}

/** All measures that are said anywhere; of one that is said twice, the first layer's. */
export function mergeLayers(layers: readonly SheetLayer[]): unknown {
  return layers.reduceRight((base: unknown, {yaml}) => merge(base, yaml.value), {})
}

/** Maps merge key by key; anything else takes the place of what was there. A key without a value says nothing. */
function merge(base: unknown, own: unknown): unknown {
  if (own === undefined || own === null) return base
  if (!isMapping(base) || !isMapping(own)) return own
  const merged = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(own)) merged.set(key, merge(merged.get(key), value))
  return Object.fromEntries(merged)
}

/** The layer whose word counts at a path; null where none says anything there. */
export function layerAt(layers: readonly SheetLayer[], path: SheetPath): SheetLayer | null {
  return layers.find(({yaml}) => (valueAt(yaml.value, path) ?? null) !== null) ?? null
}

/** Undefined where there is nothing. */
export function valueAt(value: unknown, path: SheetPath): unknown {
  let found = value
  for (const key of path) {
    const name = String(key)
    found = isMapping(found) && Object.hasOwn(found, name) ? found[name] : undefined
  }
  return found
}

/** Whom a path is to be mended by: who says its value or wrote its key; else the first file of a template. */
export function speakerAt(layers: readonly SheetLayer[], path: SheetPath): SheetLayer | null {
  const [above, key] = [path.slice(0, -1), String(path.at(-1))]
  const wroteKey = ({yaml}: SheetLayer): boolean => {
    const mapping = valueAt(yaml.value, above)
    return isMapping(mapping) && Object.hasOwn(mapping, key)
  }
  return layerAt(layers, path) ?? layers.find(wroteKey) ?? layers.find(({origin}) => origin !== 'bulletin') ?? null
}

/** Where that is: the key, or the nearest above it. */
export function placeIn(layers: readonly SheetLayer[], path: SheetPath): Place {
  return speakerAt(layers, path)?.yaml.placeOfKey(path) ?? startOf('templates')
}
