/** Nodes of the tree as Typst expressions, one handler a node type. */

import {type Phrasing, plainText} from '../../model/body.js'
import type {StyleRole} from '../../model/sheet.js'
import type {Handlers, IssueNode} from '../../model/tree.js'
import {textWidthEm} from '../../text/width.js'
import {fitPicture, pictureFile} from '../picture.js'
import {fittedSizePt} from '../sheet.js'
import {titleLines} from '../title.js'
import {writeArticle} from './article.js'
import {articleLabel, type Context, flowMarks, marked} from './context.js'
import {withFootnotes, writeFootnoteReference} from './footnote.js'
import {writeList} from './list.js'
import {array, decimal, joined, literal, pt} from './literal.js'
import {writeTable} from './table.js'

export function write(node: IssueNode, context: Context): string {
  const handler = handlers[node.type] as (node: IssueNode, context: Context) => string
  return handler(node, context)
}

export function writeAll(nodes: readonly IssueNode[], context: Context): string {
  return joined(nodes.map((node) => write(node, context)))
}

export function phrasing(nodes: readonly Phrasing[], context: Context): string {
  return joined(nodes.map((node) => write(node, context)))
}

/** Lines of phrasing with a break between each two. */
export function broken(lines: readonly (readonly Phrasing[])[], context: Context): string {
  return joined(lines.flatMap((line, index) => [...(index > 0 ? ['linebreak()'] : []), phrasing(line, context)]))
}

const handlers: Handlers<IssueNode, string, Context> = {
  masthead: ({children}, context) => `on-grid(${writeAll(children, context)})`,
  classification: ({children, copyNumber}, context) =>
    copyNumber.length === 0
      ? fitted('classification', children, context)
      : `first-line(${phrasing(children, context)}, ${phrasing(copyNumber, context)})`,
  bulletinTitle: ({children}, context) => fitted('bulletinTitle', children, context),
  issueNumberLine: ({children}, context) => fitted('issueNumberLine', children, context),
  imprint: ({issuers, date}, context) => {
    const lines = issuers.map((issuer) => `block(${phrasing(issuer, context)})`)
    return `imprint(${array(lines)}, ${phrasing(date, context)})`
  },
  contents: ({children}, context) => `group("contentsEntry", ${writeAll(children, context)})`,
  contentsHead: ({children}, context) => fitted('contentsHead', children, context),
  contentsEntry: ({article, children}, context) =>
    `contents-entry(label(${articleLabel(article)}), ${phrasing(children, context)})`,
  editorNote: ({children, footnotes}, context) =>
    `group("editorNote", ${writeAll(children, withFootnotes({...context, role: 'editorNote'}, footnotes))})`,
  columnHead: ({children}, context) =>
    `paragraph("columnHead", ${broken(titleLines([children], context.sheet.styles.columnHead, context.sheet), context)})`,
  article: writeArticle,
  credit: ({children}, context) => bodyParagraph('credit', children, context),
  colophon: ({children}, context) => {
    const isLine = ({type}: IssueNode): boolean => type === 'staffLine' || type === 'contactLine'
    const above = children.filter(isLine)
    const parts = children.filter((child) => !isLine(child)).map((child) => write(child, context))
    return `mark(${literal(flowMarks.textEnd)})\ncolophon(${writeAll(above, context)}, ${array(parts)})`
  },
  staffLine: ({children}, context) => fitted('staffLine', children, context),
  contactLine: ({children}, context) => fitted('contactLine', children, context),
  permitLine: ({children}, context) => fitted('permitLine', children, context),
  distribution: ({label, lines}, context) => {
    const labelChars = textWidthEm(label)
    const {startChars} = context.sheet.styles.distribution
    const [first = [], ...rest] = lines
    const hanging = {lead: [literal(label)], hangingChars: labelChars}
    return joined([
      bodyParagraph('distribution', first, context, hanging),
      ...rest.map((line) => bodyParagraph('distribution', line, context, {startChars: startChars + labelChars}))
    ])
  },

  paragraph: ({children}, context) => bodyParagraph(context.role, children, context),
  heading: ({level, children}, context) => {
    const role = `heading${level}` as const
    const {words} = marked(phrasing(children, context), {role, text: plainText(children)}, context)
    return `paragraph("${role}", heading(level: ${level + 1}, ${words}))`
  },
  list: writeList,
  listItem: (item, context) => writeAll(item.children, context),
  table: writeTable,
  tableRow: (row, context) => row.children.map((cell) => write(cell, context)).join(', '),
  tableCell: ({children}, context) => phrasing(children, context),
  figure: ({image, alt}, context) => {
    const picture = context.pictures.get(image)
    if (!picture) throw new RangeError(`no picture under ${image}`)
    const {widthPt, heightPt} = fitPicture(picture, context.sheet)
    const file = `image(${literal(`/${pictureFile(picture)}`)}, width: ${pt(widthPt)}, height: ${pt(heightPt)}, alt: ${literal(alt)})`
    const lines = titleLines([[{type: 'text', value: alt}]], context.sheet.styles.caption, context.sheet)
    return `picture(${file}, ${alt === '' ? 'none' : broken(lines, context)})`
  },
  blockquote: ({children}, context) => writeAll(children, {...context, role: 'blockquote'}),
  thematicBreak: () => 'block(height: pitch, above: 0pt, below: 0pt)',

  text: ({value}) => literal(value),
  strong: ({children}, context) => `bold(${phrasing(children, context)})`,
  emphasis: ({children}, context) => `emphasis(${phrasing(children, context)})`,
  delete: ({children}, context) => `deleted(${phrasing(children, context)})`,
  link: ({url, children}, context) => `link(${literal(url)}, ${phrasing(children, context)})`,
  break: () => 'linebreak()',
  footnoteReference: writeFootnoteReference
}

/** A line of the masthead or the end block, in the size at which it fits. */
function fitted(role: StyleRole, nodes: readonly Phrasing[], context: Context): string {
  const style = context.sheet.styles[role]
  const sizePt = fittedSizePt(style, plainText(nodes), context.sheet)
  const size = sizePt === style.sizePt ? '' : `, size: ${pt(sizePt)}, char: ${pt(sizePt)}`
  return `paragraph(${literal(role)}, ${phrasing(nodes, context)}${size})`
}

/** What a paragraph has that its style does not say. */
interface OwnFormat {
  /** Where it begins, in place of the style's. */
  readonly startChars?: number
  /** By which lines after the first stand further in, in place of the style's first line. */
  readonly hangingChars?: number
  /** Expressions set before the words: a list item's mark. */
  readonly lead?: readonly string[]
  /** An expression set behind them, after the paragraph's last point. */
  readonly tail?: string
}

/** A paragraph of the text, with marks at its ends. */
export function bodyParagraph(
  role: StyleRole,
  nodes: readonly Phrasing[],
  context: Context,
  {startChars, hangingChars, lead = [], tail}: OwnFormat = {}
): string {
  const style = context.sheet.styles[role]
  const lineStartChars = (startChars ?? style.startChars) + (hangingChars ?? Math.max(0, -style.firstLineChars))
  const plain = joined([...lead, ...nodes.map((node) => write(node, context))])
  const {name, words} = marked(plain, {role, lineStartChars, text: plainText(nodes)}, context)
  const {squeezed, white} = context.adjustments
  const changes = [
    ...(startChars === undefined ? [] : [`start: ${decimal(startChars)}`]),
    ...(hangingChars === undefined ? [] : [`first: -${decimal(hangingChars)}`]),
    ...(squeezed.has(name) ? ['squeeze: true'] : [])
  ]
  const call = `paragraph(${[literal(role), tail === undefined ? words : joined([words, tail]), ...changes].join(', ')})`
  return white?.before === name ? `white-at-foot(${pt(white.heightPt)})\n${call}` : call
}
