/** What an issue is set with. */

import type {FontSet, Pictures} from '../model/artifact.js'
import type {Sheet} from '../model/sheet.js'

/** Everything that a writer needs beside the tree. */
export interface Setting {
  readonly sheet: Sheet
  readonly pictures: Pictures
  readonly fonts: FontSet
}
