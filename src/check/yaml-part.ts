/** A part of a YAML file as if it were a file of its own, with true lines and columns. */

import type {RawYaml} from '../model/raw.js'
import {isMapping} from './mapping.js'

/**
 * @param path - keys down to the part.
 * @returns null where no mapping stands there. What is wrong with the text itself is the whole file's to say.
 */
export function yamlPart(yaml: RawYaml, path: readonly string[]): RawYaml | null {
  let value: unknown = yaml.value
  for (const key of path) value = isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined
  if (!isMapping(value)) return null
  return {
    file: yaml.file,
    value,
    placeOf: (inner) => yaml.placeOf([...path, ...inner]),
    placeOfKey: (inner) => yaml.placeOfKey([...path, ...inner]),
    diagnostics: []
  }
}
