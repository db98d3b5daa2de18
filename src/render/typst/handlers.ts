/** Nodes of the tree as Typst expressions, one handler a node type. */

import type {Pictures} from '../../model/artifact.js'
import {
  type Block,
  type Footnote,
  type List,
  type ListItem,
  type Phrasing,
  plainText,
  type TableRow
} from '../../model/body.js'
import type {Sheet, StyleRole} from '../../model/sheet.js'
import type {Article, Credit, Handlers, IssueNode} from '../../model/tree.js'
import {textWidthEm} from '../../text/width.js'
import {fitPicture, pictureFile} from '../picture.js'
import {fittedSizePt} from '../sheet.js'
import {columnAligns, columnWidthsPt} from '../table.js'
import {array, decimal, joined, literal, pt} from './literal.js'

export interface Context {
  readonly sheet: Sheet
  readonly pictures: Pictures
  /** Notes by id; each is set where it is first referred to. */
  readonly footnotes: ReadonlyMap<string, Footnote>
  readonly setFootnotes: Map<string, number>
  /** The role that plain paragraphs take here: body, editor's note, quote, list item, footnote. */
  readonly role: StyleRole
  /** Depth of lists around, 0 outside them. */
  readonly depth: number
}

export function write(node: IssueNode, context: Context): string {
  const handler = handlers[node.type] as (node: IssueNode, context: Context) => string
  return handler(node, context)
}

export function writeAll(nodes: readonly IssueNode[], context: Context): string {
  return joined(nodes.map((node) => write(node, context)))
}

const handlers: Handlers<IssueNode, string, Context> = {
  masthead: ({children}, context) => `on-grid(${writeAll(children, context)})`,
  classification: ({children, copyNumber}, context) =>
    copyNumber.length === 0
      ? paragraph('classification', children, context)
      : `first-line(${phrasing(children, context)}, ${phrasing(copyNumber, context)})`,
  bulletinTitle: ({children}, context) => paragraph('bulletinTitle', children, context),
  issueNumberLine: ({children}, context) => paragraph('issueNumberLine', children, context),
  imprint: ({issuers, date}, context) => {
    const lines = issuers.map((issuer) => `block(${phrasing(issuer, context)})`)
    return `imprint(${array(lines)}, ${phrasing(date, context)})`
  },
  contents: ({children}, context) => `group("contentsEntry", ${writeAll(children, context)})`,
  contentsHead: ({children}, context) => paragraph('contentsHead', children, context),
  contentsEntry: ({article, children}, context) =>
    `paragraph("contentsEntry", link(label(${articleLabel(article)}), ${phrasing(children, context)}))`,
  editorNote: ({children, footnotes}, context) =>
    `group("editorNote", ${writeAll(children, withFootnotes({...context, role: 'editorNote'}, footnotes))})`,
  columnHead: ({children}, context) => paragraph('columnHead', children, context),
  article: writeArticle,
  credit: writeCredit,
  colophon: ({children}, context) => {
    const isLine = ({type}: IssueNode): boolean => type === 'staffLine' || type === 'contactLine'
    const above = children.filter(isLine)
    const parts = children.filter((child) => !isLine(child)).map((child) => write(child, context))
    return `colophon(${writeAll(above, context)}, ${array(parts)})`
  },
  staffLine: ({children}, context) => paragraph('staffLine', children, context),
  contactLine: ({children}, context) => paragraph('contactLine', children, context),
  permitLine: ({children}, context) => paragraph('permitLine', children, context),
  distribution: ({label, lines}, context) => {
    const width = textWidthEm(label)
    const {startChars} = context.sheet.styles.distribution
    return joined(
      lines.map((line, index) => {
        const first = index === 0 ? [literal(label)] : []
        const indent = index === 0 ? `first: -${decimal(width)}` : `start: ${decimal(startChars + width)}`
        const words = joined([...first, ...line.map((node) => write(node, context))])
        return `paragraph("distribution", ${words}, ${indent})`
      })
    )
  },

  paragraph: ({children}, context) => paragraph(context.role, children, context),
  heading: ({level, children}, context) =>
    `paragraph("heading${level}", heading(level: ${level + 1}, ${phrasing(children, context)}))`,
  list: writeList,
  listItem: (item, context) => writeAll(item.children, context),
  table: (node, context) => {
    const [head, ...rows] = node.children
    const widths = columnWidthsPt(node, context.sheet).map(pt)
    const aligns = columnAligns(node).map((side) => side ?? context.sheet.styles.tableCell.align)
    const cells = rows.flatMap((row) => row.children.map((cell) => write(cell, context)))
    return `data-table(${array(widths)}, ${array(aligns)}, ${array(head ? headCells(head, context) : [])}, ${array(cells)})`
  },
  tableRow: (row, context) => row.children.map((cell) => write(cell, context)).join(', '),
  tableCell: ({children}, context) => `set-in(styles.tableCell + (align: auto), ${phrasing(children, context)})`,
  figure: ({image, alt}, context) => {
    const picture = context.pictures.get(image)
    if (!picture) throw new RangeError(`no picture under ${image}`)
    const {widthPt, heightPt} = fitPicture(picture, context.sheet)
    const file = `image(${literal(`/${pictureFile(picture)}`)}, width: ${pt(widthPt)}, height: ${pt(heightPt)}, alt: ${literal(alt)})`
    const caption = alt === '' ? '' : `\nparagraph("caption", ${literal(alt)})`
    return `on-grid(breakable: false, {\nalign(center, ${file})${caption}\n})`
  },
  blockquote: ({children}, context) => writeAll(children, {...context, role: 'blockquote'}),
  thematicBreak: () => 'block(height: pitch, above: 0pt, below: 0pt)',

  text: ({value}) => literal(value),
  strong: ({children}, context) => `bold(${phrasing(children, context)})`,
  emphasis: ({children}, context) => `emphasis(${phrasing(children, context)})`,
  delete: ({children}, context) => `strike(offset: -0.35em, ${phrasing(children, context)})`,
  link: ({url, children}, context) => `link(${literal(url)}, ${phrasing(children, context)})`,
  break: () => 'linebreak()',
  footnoteReference: writeFootnoteReference
}

function phrasing(nodes: readonly Phrasing[], context: Context): string {
  return joined(nodes.map((node) => write(node, context)))
}

function paragraph(role: StyleRole, nodes: readonly Phrasing[], context: Context): string {
  const style = context.sheet.styles[role]
  const sizePt = fittedSizePt(style, plainText(nodes), context.sheet)
  const size = sizePt === style.sizePt ? '' : `, size: ${pt(sizePt)}, char: ${pt(sizePt)}`
  return `paragraph(${literal(role)}, ${phrasing(nodes, context)}${size})`
}

function writeArticle({id, outline, title, children, footnotes}: Article, context: Context): string {
  const inside = withFootnotes({...context, role: 'body'}, footnotes)
  const lines = title.map((line) => phrasing(line, inside)).join('\nlinebreak()\n')
  const head =
    title.length === 0
      ? `place(hide[#heading(level: 1, ${literal(outline)}) #label(${articleLabel(id)})])`
      : `paragraph("articleTitle", [#heading(level: 1, {\n${lines}\n}) #label(${articleLabel(id)})])`
  return `${head}\n${children.map((child) => write(child, inside)).join('\n')}`
}

/** An article may be called anything, a footnote's label among it: each kind has its own prefix. */
function articleLabel(id: string): string {
  return literal(`article:${id}`)
}

function writeCredit({children}: Credit, context: Context): string {
  return paragraph('credit', children, context)
}

function withFootnotes(context: Context, footnotes: readonly Footnote[]): Context {
  return {...context, footnotes: new Map(footnotes.map((note) => [note.id, note]))}
}

/** Items are paragraphs that begin with their marks; lists inside lists are set in by two more characters. */
function writeList({ordered, start, children}: List, context: Context): string {
  const inside: Context = {...context, role: 'listItem', depth: context.depth + 1}
  const indent = `start: ${decimal(context.sheet.styles.listItem.startChars + nestingChars * context.depth)}`
  const item = ({children: blocks}: ListItem, index: number): string => {
    const mark = literal(ordered ? orderedMark(start + index, context.depth) : '• ')
    const [first, ...rest] = blocks
    const opens = first?.type === 'paragraph'
    const words = opens ? first.children.map((node) => write(node, inside)) : []
    const head = `paragraph("listItem", ${joined([mark, ...words])}, ${indent})`
    return [head, ...(opens ? rest : blocks).map((block) => writeInItem(block, indent, inside))].join('\n')
  }
  return joined(children.map(item))
}

const nestingChars = 2

/** `1.`, `（1）`, `①`, then round again: the lower levels of 公文, whose 一、 and （一） are headings. */
function orderedMark(number: number, depth: number): string {
  if (depth % 3 === 0) return `${number}.`
  const circled = depth % 3 === 2 && number >= 1 && number <= 20
  return circled ? String.fromCodePoint(0x245f + number) : `（${number}）`
}

function writeInItem(block: Block, indent: string, context: Context): string {
  if (block.type !== 'paragraph') return write(block, context)
  return `paragraph("listItem", ${phrasing(block.children, context)}, ${indent})`
}

function headCells(row: TableRow, context: Context): string[] {
  return row.children.map(({children}) => `set-in(styles.tableHead, ${phrasing(children, context)})`)
}

function writeFootnoteReference({id}: {readonly id: string}, context: Context): string {
  const set = context.setFootnotes.get(id)
  if (set !== undefined) return `footnote(label("footnote:${set}"))`
  const note = context.footnotes.get(id)
  if (!note) throw new RangeError(`no footnote under ${id}`)
  const number = context.setFootnotes.size + 1
  context.setFootnotes.set(id, number)
  const words = note.children.map((block) =>
    block.type === 'paragraph' ? phrasing(block.children, context) : write(block, {...context, role: 'footnote'})
  )
  const lines = words.flatMap((line, index) => (index > 0 ? ['linebreak()', line] : [line]))
  return `[#footnote(${joined(lines)})#label("footnote:${number}")]`
}
