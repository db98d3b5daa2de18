/** The tree as Typst source in code mode, every text a string literal. */

import type {FontSet, Pictures} from '../../model/artifact.js'
import type {Sheet} from '../../model/sheet.js'
import type {IssueTree} from '../../model/tree.js'
import {write} from './handlers.js'
import {preamble} from './preamble.js'

/**
 * Write Typst source.
 *
 * @param fonts - the families that serve each role; nothing else of the machine reaches the source.
 * @throws {RangeError} on a picture or note that the tree names and does not have: only a bug can produce it.
 */
export function writeTypst(tree: IssueTree, sheet: Sheet, pictures: Pictures, fonts: FontSet): string {
  const context = {sheet, pictures, footnotes: new Map(), setFootnotes: new Map(), role: 'body', depth: 0} as const
  const body = tree.children.map((block) => write(block, context))
  return `${preamble(tree, sheet, fonts)}\n#{\n${body.join('\n')}\n}\n`
}
