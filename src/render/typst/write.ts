/** The tree as Typst source in code mode, every text a string literal. */

import type {FontSet, Pictures} from '../../model/artifact.js'
import type {Sheet} from '../../model/sheet.js'
import type {IssueTree} from '../../model/tree.js'
import {type Adjustments, type Context, flowMarks, type MarkedParagraph, noAdjustments} from './context.js'
import {write} from './handlers.js'
import {literal} from './literal.js'
import {preamble} from './preamble.js'

/** A source, and what its marks speak of. */
export interface TypstDraft {
  readonly source: string
  readonly paragraphs: readonly MarkedParagraph[]
}

/**
 * Write Typst source.
 *
 * @param fonts - the families that serve each role; nothing else of the machine reaches the source.
 * @param adjustments - what an earlier round of the same tree taught.
 * @throws {RangeError} on a picture or note that the tree names and does not have: only a bug can produce it.
 */
export function writeTypst(
  tree: IssueTree,
  {sheet, pictures, fonts}: {readonly sheet: Sheet; readonly pictures: Pictures; readonly fonts: FontSet},
  adjustments: Adjustments = noAdjustments
): TypstDraft {
  const context: Context = {
    sheet,
    pictures,
    footnotes: new Map(),
    setFootnotes: new Map(),
    role: 'body',
    depth: 0,
    article: null,
    repeated: false,
    paragraphs: [],
    adjustments
  }
  const body = tree.children.map((block) => write(block, context))
  if (tree.children.at(-1)?.type !== 'colophon') body.push(`mark(${literal(flowMarks.textEnd)})`)
  const source = `${preamble(tree, {sheet, fonts, swap: adjustments.swap})}\n#{\n${body.join('\n')}\n}\n#marks-found\n`
  return {source, paragraphs: context.paragraphs}
}
