/** The tree as Markdown: for pandoc, for golden files, for whoever wants to read an issue as text. */

import type {FootnoteDefinition, Root, RootContent} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {toMarkdown} from 'mdast-util-to-markdown'
import type {Pictures} from '../../model/artifact.js'
import type {Footnote} from '../../model/body.js'
import type {IssueTree} from '../../model/tree.js'
import {type Context, footnoteLabel, write} from './handlers.js'

/**
 * Write an issue as CommonMark with GFM's tables and footnotes.
 *
 * Pictures are named `pictures/<digest>.<format>`, beside the file.
 */
export function writeMarkdown(tree: IssueTree, pictures: Pictures): string {
  const notes = tree.children.flatMap((block) => ('footnotes' in block ? block.footnotes : []))
  // Ids may hold what no label can; readers see numbers anyway.
  const context: Context = {pictures, footnotes: new Map(notes.map(({id}, index) => [id, String(index + 1)]))}
  const root: Root = {
    type: 'root',
    children: [
      ...tree.children.flatMap((block) => write(block, context)),
      ...notes.map((note) => definition(note, context))
    ] as RootContent[]
  }
  return toMarkdown(root, {extensions: [gfmToMarkdown()], unsafe, bullet: '-', emphasis: '*', rule: '-', fences: true})
}

/** GFM would find an address in a mark and what follows it (`_@a.cn_`), and lose the mark. */
const unsafe = [{character: '@', before: '[_*]', inConstruct: 'phrasing' as const}]

function definition({id, children}: Footnote, context: Context): FootnoteDefinition {
  const label = footnoteLabel(id, context)
  return {
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children: children.flatMap((block) => write(block, context)) as FootnoteDefinition['children']
  }
}
