/** Nodes of the tree as mdast, one handler a node type. */

import type {BlockContent, ListItem as MdListItem, Nodes, PhrasingContent, TableCell, TableRow} from 'mdast'
import type {Pictures} from '../../model/artifact.js'
import type {Phrasing} from '../../model/body.js'
import type {Handlers, IssueNode} from '../../model/tree.js'
import {pictureFile} from '../picture.js'

export interface Context {
  readonly pictures: Pictures
  /** Labels of notes by their ids: `1`, `2`, … */
  readonly footnotes: ReadonlyMap<string, string>
}

export function write(node: IssueNode, context: Context): Nodes[] {
  const handler = handlers[node.type] as (node: IssueNode, context: Context) => Nodes[]
  return handler(node, context)
}

const handlers: Handlers<IssueNode, Nodes[], Context> = {
  masthead: ({children}, context) => {
    const titles = children.filter((part) => part.type === 'bulletinTitle')
    // Lines of one masthead are one heading, where the first of them stands.
    return children.flatMap((part) => {
      if (part.type !== 'bulletinTitle') return write(part, context)
      return part === titles[0]
        ? [
            heading(
              1,
              lines(
                titles.map((title) => title.children),
                context
              )
            )
          ]
        : []
    })
  },
  classification: ({children, copyNumber}, context) => [
    paragraph([
      ...phrasing(children, context),
      ...(children.length > 0 && copyNumber.length > 0 ? [{type: 'text' as const, value: '　'}] : []),
      ...phrasing(copyNumber, context)
    ])
  ],
  bulletinTitle: ({children}, context) => [heading(1, phrasing(children, context))],
  issueNumberLine: ({children}, context) => [paragraph(phrasing(children, context))],
  imprint: ({issuers, date}, context) => [
    paragraph([...lines(issuers, context), {type: 'text', value: '　'}, ...phrasing(date, context)]),
    {type: 'thematicBreak'}
  ],
  contents: ({children}, context) => {
    const nodes: Nodes[] = []
    for (const child of children) {
      const last = nodes.at(-1)
      const items = write(child, context)
      if (child.type === 'contentsHead') nodes.push(...items)
      else if (last?.type === 'list') last.children.push(...(items as MdListItem[]))
      else nodes.push({type: 'list', ordered: false, spread: false, children: items as MdListItem[]})
    }
    return nodes
  },
  contentsHead: ({children}, context) => [paragraph(phrasing(children, context))],
  contentsEntry: ({children}, context) => [
    {type: 'listItem', spread: false, children: [paragraph(phrasing(children, context))]}
  ],
  editorNote: ({children}, context) => blocks(children, context),
  columnHead: ({children}, context) => [heading(2, phrasing(children, context))],
  article: ({title, children}, context) => [
    ...(title.length > 0 ? [heading(3, onOneLine(title, context))] : []),
    ...blocks(children, context)
  ],
  credit: ({children}, context) => [paragraph(phrasing(children, context))],
  colophon: ({children}, context) => [{type: 'thematicBreak'}, ...blocks(children, context)],
  staffLine: ({children}, context) => [paragraph(phrasing(children, context))],
  contactLine: ({children}, context) => [paragraph(phrasing(children, context))],
  permitLine: ({children}, context) => [paragraph(phrasing(children, context))],
  distribution: ({label, lines: rows}, context) => [paragraph([{type: 'text', value: label}, ...lines(rows, context)])],

  paragraph: ({children}, context) => [paragraph(phrasing(children, context))],
  heading: ({level, children}, context) => [heading(Math.min(level + 3, 6), phrasing(children, context))],
  list: ({ordered, start, children}, context) => [
    {
      type: 'list',
      ordered,
      start: ordered ? start : null,
      spread: false,
      children: children.flatMap((item) => write(item, context)) as MdListItem[]
    }
  ],
  listItem: ({children}, context) => [
    {type: 'listItem', spread: false, children: blocks(children, context) as MdListItem['children']}
  ],
  table: ({align, children}, context) => [
    {type: 'table', align: [...align], children: children.flatMap((row) => write(row, context)) as TableRow[]}
  ],
  tableRow: ({children}, context) => [
    {type: 'tableRow', children: children.flatMap((cell) => write(cell, context)) as TableCell[]}
  ],
  tableCell: ({children}, context) => [{type: 'tableCell', children: phrasing(children, context)}],
  figure: ({image, alt}, context) => {
    const picture = context.pictures.get(image)
    if (!picture) throw new RangeError(`no picture under ${image}`)
    return [paragraph([{type: 'image', url: pictureFile(picture), alt}])]
  },
  blockquote: ({children}, context) => [{type: 'blockquote', children: blocks(children, context) as BlockContent[]}],
  thematicBreak: () => [{type: 'thematicBreak'}],

  text: ({value}) => [{type: 'text', value}],
  strong: ({children}, context) => [{type: 'strong', children: phrasing(children, context)}],
  emphasis: ({children}, context) => [{type: 'emphasis', children: phrasing(children, context)}],
  delete: ({children}, context) => [{type: 'delete', children: phrasing(children, context)}],
  link: ({url, children}, context) => [{type: 'link', url, children: phrasing(children, context)}],
  break: () => [{type: 'break'}],
  footnoteReference: ({id}, context) => {
    const label = footnoteLabel(id, context)
    return [{type: 'footnoteReference', identifier: label, label}]
  }
}

/** @throws {RangeError} on a note that the tree does not have. */
export function footnoteLabel(id: string, {footnotes}: Context): string {
  const label = footnotes.get(id)
  if (label === undefined) throw new RangeError(`no footnote under ${id}`)
  return label
}

function phrasing(nodes: readonly Phrasing[], context: Context): PhrasingContent[] {
  return nodes.flatMap((node) => write(node, context)) as PhrasingContent[]
}

function blocks(nodes: readonly IssueNode[], context: Context): Nodes[] {
  return nodes.flatMap((node) => write(node, context))
}

/** Lines with a break between each two. */
function lines(rows: readonly (readonly Phrasing[])[], context: Context): PhrasingContent[] {
  return rows.flatMap((row, index) => [...(index > 0 ? [{type: 'break' as const}] : []), ...phrasing(row, context)])
}

/** A heading of this depth has one line: a wished break is a blank there, as in the contents. */
function onOneLine(rows: readonly (readonly Phrasing[])[], context: Context): PhrasingContent[] {
  return rows.flatMap((row, index) => [
    ...(index > 0 ? [{type: 'text' as const, value: '　'}] : []),
    ...phrasing(row, context)
  ])
}

function paragraph(children: PhrasingContent[]): Extract<Nodes, {type: 'paragraph'}> {
  return {type: 'paragraph', children}
}

function heading(depth: number, children: PhrasingContent[]): Extract<Nodes, {type: 'heading'}> {
  return {type: 'heading', depth: depth as 1 | 2 | 3 | 4 | 5 | 6, children}
}
