/** A bulletin's file (bulletin.yaml) as written. */

import type {RawBulletin, SourceFile} from '../model/raw.js'
import {readYamlFile} from './source.js'

export function readBulletin(source: SourceFile, id: string): RawBulletin {
  return {id, yaml: readYamlFile(source)}
}
