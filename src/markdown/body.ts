/** From mdast, as parsed, to the closed body that a bulletin can print. */

import type {
  Definition,
  FootnoteDefinition,
  Paragraph as MdParagraph,
  TableCell as MdTableCell,
  Nodes,
  PhrasingContent,
  RootContent
} from 'mdast'
import {diagnose} from '../diagnostics/diagnose.js'
import type {Block, Body, Footnote, Heading, ListItem, TableCell} from '../model/body.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import type {RawBody} from '../model/raw.js'
import {judgeCharacters} from './characters.js'
import type {BodyContext, Closing} from './closing.js'
import {maxBodyDepth} from './guard.js'
import {judgeHtml} from './html.js'
import {judgeLines} from './paragraphs.js'
import {closePhrasing, textOfLines} from './phrasing.js'
import {placeOfNode} from './place.js'

/**
 * Close a body: keep what can be printed, report what cannot.
 *
 * @returns the body even where there are errors, so that later rules see the rest; `build` stops on errors anyway.
 */
export function closeBody(raw: RawBody, context: BodyContext): Judged<Body> {
  const diagnostics: Diagnostic[] = []
  const closing: Closing = {
    raw,
    context,
    definitions: collect<Definition>(raw.root.children, 'definition'),
    footnotes: collect<FootnoteDefinition>(raw.root.children, 'footnoteDefinition'),
    usedFootnotes: new Set(),
    report: (ruleId, node, message) => diagnostics.push(diagnose(ruleId, placeOfNode(raw, node), message))
  }
  judgeDepth(raw.root, 0, closing)
  // Plain text has been judged with the file.
  if (/&#|\uFFFD/.test(raw.text)) judgeCharacters(raw.root, closing)
  const children = closeBlocks(raw.root.children, closing)
  return {value: {children, footnotes: closeFootnotes(closing)}, diagnostics}
}

/** Lists and quotes inside each other; indented lines can nest them deeper than one line's markers show. */
function judgeDepth(node: Nodes, depth: number, closing: Closing): void {
  if (depth > maxBodyDepth) {
    closing.report('body-is-not-too-deep', node, `引用（>）和列表套得太深，最多 ${maxBodyDepth} 层。请减少层次。`)
    return
  }
  if (node.type === 'paragraph' || node.type === 'heading' || !('children' in node)) return
  const inner = depth + (node.type === 'list' || node.type === 'blockquote' ? 1 : 0)
  for (const child of node.children) judgeDepth(child, inner, closing)
}

type Defined = Definition | FootnoteDefinition

function collect<Kind extends Defined>(nodes: readonly RootContent[], type: Kind['type']): Map<string, Kind> {
  const found = new Map<string, Kind>()
  const visit = (node: RootContent): void => {
    // The first of two definitions counts, as in CommonMark.
    if (node.type === type && !found.has((node as Kind).identifier)) found.set((node as Kind).identifier, node as Kind)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const node of nodes) visit(node)
  return found
}

/** Footnotes in the order of their first use; those that nothing refers to are reported and dropped. */
function closeFootnotes(closing: Closing): Footnote[] {
  const notes: Footnote[] = []
  // A note that refers to another one is an error, but the other counts as used: the set grows while it is walked.
  for (const identifier of closing.usedFootnotes) {
    const definition = closing.footnotes.get(identifier)
    if (!definition) continue
    notes.push({
      id: `${closing.context.prefix}-${identifier}`,
      children: closeBlocks(definition.children as RootContent[], {...closing, insideNote: true})
    })
  }
  for (const [identifier, definition] of closing.footnotes) {
    if (closing.usedFootnotes.has(identifier)) continue
    closing.report(
      'footnote-is-used',
      definition,
      `脚注“${identifier}”在正文中没有引用，不会印出。请在正文相应处写 [^${identifier}]，或删去此注。`
    )
  }
  return notes
}

function closeBlocks(nodes: readonly RootContent[], closing: Closing): Block[] {
  return nodes.flatMap((node) => closeBlock(node, closing))
}

function closeBlock(node: RootContent, closing: Closing): Block[] {
  switch (node.type) {
    case 'paragraph':
      return closeParagraph(node, closing)
    case 'heading':
      return [
        {
          type: 'heading',
          level: headingLevel(node.depth),
          children: closePhrasing(withoutImages(node.children, closing), closing)
        }
      ]
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered === true,
          start: node.start ?? 1,
          children: node.children.map(
            (item): ListItem => ({type: 'listItem', children: closeBlocks(item.children, closing)})
          )
        }
      ]
    case 'table':
      return [closeTable(node.align ?? [], node.children, closing)]
    case 'blockquote':
      return [{type: 'blockquote', children: closeBlocks(node.children, closing)}]
    case 'thematicBreak':
      return [{type: 'thematicBreak'}]
    case 'code':
      closing.report('body-has-no-code', node, '正文中有代码块，将按普通文字排印。请删去 ``` 或行首的记号。')
      return [{type: 'paragraph', children: textOfLines(node.value)}]
    case 'html':
      judgeHtml(node, closing)
      return []
    default:
      // Definitions have no words of their own; footnotes are printed at the foot of the page.
      return []
  }
}

/** Titles take the level above: `##` is 一、, and so is a stray `#`. */
function headingLevel(depth: number): Heading['level'] {
  return Math.min(Math.max(depth - 1, 1), 4) as Heading['level']
}

/** A paragraph, or what pictures in it make of it: a picture always stands on its own. */
function closeParagraph(node: MdParagraph, closing: Closing): Block[] {
  judgeLines(node, closing)
  const blocks: Block[] = []
  let run: PhrasingContent[] = []
  const flush = (): void => {
    const children = closePhrasing(run, closing)
    if (children.length > 0) blocks.push({type: 'paragraph', children})
    run = []
  }
  for (const child of node.children) {
    const image = imageOf(child, closing)
    if (!image) {
      run.push(child)
      continue
    }
    flush()
    const found = closing.context.findImage(image.url)
    if ('digest' in found) blocks.push({type: 'figure', image: found.digest, alt: image.alt})
    else closing.report(found.ruleId, child, found.message)
  }
  flush()
  return blocks
}

function imageOf(node: PhrasingContent, closing: Closing): {url: string; alt: string} | null {
  if (node.type === 'image') return {url: node.url, alt: node.alt ?? ''}
  if (node.type !== 'imageReference') return null
  return {url: closing.definitions.get(node.identifier)?.url ?? '', alt: node.alt ?? ''}
}

function withoutImages(nodes: readonly PhrasingContent[], closing: Closing): PhrasingContent[] {
  return nodes.filter((node) => {
    if (!imageOf(node, closing)) return true
    closing.report('image-stands-alone', node, '图片不能放在小标题或表格里。请把图片单独写成一段。')
    return false
  })
}

function closeTable(
  align: readonly (TableCellAlign | undefined)[],
  rows: readonly {children: readonly MdTableCell[]}[],
  closing: Closing
): Block {
  const width = Math.max(...rows.map((row) => row.children.length))
  const empty: TableCell = {type: 'tableCell', children: []}
  return {
    type: 'table',
    align: Array.from({length: width}, (_, index) => align[index] ?? null),
    children: rows.map((row) => {
      const cells = row.children.map(
        (cell): TableCell => ({
          type: 'tableCell',
          children: closePhrasing(withoutImages(cell.children, closing), closing)
        })
      )
      return {type: 'tableRow', children: [...cells, ...Array.from({length: width - cells.length}, () => empty)]}
    })
  }
}

type TableCellAlign = 'left' | 'center' | 'right' | null
