/** The blocks of an article's body, an editor's note or a footnote → paragraphs and tables. */

import {type Block, type List, type ListItem, plainText} from '../../model/body.js'
import type {StyleRole} from '../../model/sheet.js'
import type {Article, Handlers} from '../../model/tree.js'
import {type Draft, type Flow, Line, noteBlocks, type OwnFormat, paragraph} from './draft.js'
import {numberList} from './lists.js'
import {indent} from './measures.js'
import {plain, runs, styledLines} from './phrasing.js'
import {figure} from './picture.js'
import {table, tableAsLines} from './table.js'

/** Where blocks stand. */
interface Setting {
  readonly draft: Draft
  /** Style of a plain paragraph. */
  readonly role: StyleRole
  /** Lists around it. */
  readonly depth: number
  /** Format of paragraphs that stand in a list but do not open an item. */
  readonly own: OwnFormat
}

/** Blocks, their plain paragraphs in the given style. */
export function blocks(nodes: readonly Block[], role: StyleRole, draft: Draft): Flow[] {
  return flow(nodes, {draft, role, depth: 0, own: {}})
}

/** The blocks of an article and the line that names its contributors, which stays with what it closes. */
export function articleBlocks(nodes: Article['children'], draft: Draft): Flow[] {
  const setting: Setting = {draft, role: 'body', depth: 0, own: {}}
  return nodes.flatMap((node, index) => {
    const next = nodes[index + 1]
    const lines =
      node.type === 'credit'
        ? [styledLines(draft, 'credit', [node.children])]
        : block(node, next?.type === 'credit' ? setting : keptWith(next, node, setting))
    return next?.type === 'credit' || draft.company.has(node) ? lastKeptWithNext(lines) : lines
  })
}

function lastKeptWithNext(lines: readonly Flow[]): Flow[] {
  return lines.map((line, index) => (index === lines.length - 1 && line instanceof Line ? line.keptWithNext() : line))
}

/** A note: all of it in the footnote's style, and at least one paragraph, which carries the number. */
export function footnoteParagraphs(draft: Draft, id: string): Line[] {
  const paragraphs = blocks(noteBlocks(draft, id), 'footnote', draft).filter((block) => block instanceof Line)
  return paragraphs.length > 0 ? paragraphs : [paragraph(draft, 'footnote', [])]
}

const handlers: Handlers<Block, Flow[], Setting> = {
  paragraph: ({children}, {draft, role, own}) => [styledLines(draft, role, [children], own)],
  heading: ({level, children}, {draft, role, own}) =>
    role === 'footnote'
      ? [styledLines(draft, role, [[{type: 'strong', children}]], own)]
      : [styledLines(draft, `heading${level}`, [children])],
  list: (node, setting) => list(node, setting),
  table: (node, {draft, role}) =>
    role === 'footnote' ? tableAsLines(node, draft).map((line) => paragraph(draft, role, line)) : table(node, draft),
  figure: (node, {draft}) => figure(node, draft),
  blockquote: ({children}, setting) =>
    flow(children, setting.role === 'footnote' ? setting : {...setting, role: 'blockquote', own: {}}),
  thematicBreak: (_, {draft, role}) => [paragraph(draft, role === 'footnote' ? role : 'body', [])]
}

function flow(nodes: readonly Block[], setting: Setting): Flow[] {
  return nodes.flatMap((node, index) => block(node, keptWith(nodes[index + 1], node, setting)))
}

/** A paragraph stays on the page of what follows where it leads to it, as the styles of headings say of all of them. */
function keptWith(next: Block | undefined, node: Block, setting: Setting): Setting {
  return next !== undefined && leadsTo(next, node) ? {...setting, own: {...setting.own, keepNext: true}} : setting
}

/** `如下：` leads to its list, table or picture, a line in bold to its paragraph. */
function leadsTo(next: Block, node: Block): boolean {
  if (node.type !== 'paragraph') return false
  if (node.children.every(({type}) => type === 'strong')) return true
  return /[：:]\s*$/.test(plainText(node.children)) && ['list', 'table', 'figure'].includes(next.type)
}

function block<Type extends Block['type']>(node: Extract<Block, {type: Type}>, setting: Setting): Flow[] {
  const handler: (node: Extract<Block, {type: Type}>, setting: Setting) => Flow[] = handlers[node.type as Type]
  return handler(node, setting)
}

function list(node: List, {draft, role, depth}: Setting): Flow[] {
  const numbered = numberList(node, depth, draft)
  const itemRole = role === 'footnote' ? role : 'listItem'
  // The style has the indents of the outermost level; deeper ones are the list's own.
  const own = depth === 0 ? {} : {indent: indent(draft.sheet.styles[itemRole], depth * draft.sheet.lists.nestingChars)}

  return node.children.flatMap((item) => listItem(item, numbered, {draft, role: itemRole, depth: depth + 1, own}))
}

/** The item's first paragraph carries its number; where the item opens with something else, an empty one does. */
function listItem({children}: ListItem, numbered: OwnFormat, setting: Setting): Flow[] {
  const [first, ...rest] = children
  const {draft, role} = setting

  if (first?.type !== 'paragraph') return [paragraph(draft, role, [], numbered), ...flow(children, setting)]
  return [paragraph(draft, role, runs(first.children, plain(draft)), numbered), ...flow(rest, setting)]
}
