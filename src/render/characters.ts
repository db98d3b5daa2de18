/** Which characters an issue sets in the font of which role, and where: to find out what the fonts lack. */

import type {Sheet, StyleRole, TextStyle} from '../model/sheet.js'
import type {Article, Handlers, IssueNode, IssueTree} from '../model/tree.js'
import {splitCharacters} from '../text/characters.js'
import {bulletMark, orderedMark} from './list-mark.js'

/** A part of an issue as people know it, to be looked for in its sources. */
export type IssuePart =
  | {readonly kind: 'article'; readonly id: string; readonly title: string}
  | {readonly kind: 'masthead' | 'contents' | 'editorNote' | 'columnHead' | 'colophon' | 'pageNumber'}

export interface CharacterUse {
  readonly part: IssuePart
  readonly font: TextStyle['font']
  /** Each as it is set: with its marks. */
  readonly characters: ReadonlySet<string>
}

/**
 * Characters that Typst's `latin-in-cjk` keeps from the Latin font: Chinese and Latin type share them, and in Chinese
 * text the Chinese one is meant. Source: Typst reference, `text.font`, and its source (`Covers::LatinInCjk`).
 */
export function isChineseOnly(character: string): boolean {
  return /^[·–—‘’“”‥…‧⸺]/u.test(character)
}

/**
 * List what an issue's fonts must have.
 *
 * @returns an entry for each part and role, in the order of the text. What a contents entry says belongs to its article.
 */
export function characterUses(tree: IssueTree, sheet: Sheet): CharacterUse[] {
  const articles = tree.children.filter((child) => child.type === 'article')
  const titles = new Map(articles.map(({id, outline}) => [id, outline.replaceAll('　', '')]))
  const uses = new Map<string, CharacterUse & {readonly characters: Set<string>}>()
  const add = (text: string, part: IssuePart, font: TextStyle['font']) => {
    const key = JSON.stringify([part, font])
    const use = uses.get(key) ?? {part, font, characters: new Set()}
    uses.set(key, use)
    for (const character of splitCharacters(text)) use.characters.add(character)
  }
  const context = {sheet, titles, add, font: sheet.styles.body.font, role: 'body', depth: 0} as const
  for (const block of tree.children) walk(block, {...context, part: partOf(block, titles)})
  add('— 0123456789 —', {kind: 'pageNumber'}, sheet.styles.pageNumber.font)
  return [...uses.values()]
}

interface Context {
  readonly sheet: Sheet
  readonly titles: ReadonlyMap<string, string>
  readonly add: (text: string, part: IssuePart, font: TextStyle['font']) => void
  readonly part: IssuePart
  /** That text takes here. */
  readonly font: TextStyle['font']
  /** The role that plain paragraphs take here. */
  readonly role: StyleRole
  /** Lists around. */
  readonly depth: number
}

function partOf(block: IssueTree['children'][number], titles: Context['titles']): IssuePart {
  return block.type === 'article' ? articlePart(block.id, titles) : {kind: block.type}
}

function articlePart(id: string, titles: Context['titles']): IssuePart {
  return {kind: 'article', id, title: titles.get(id) ?? id}
}

function walk(node: IssueNode, context: Context): void {
  const handler = handlers[node.type] as (node: IssueNode, context: Context) => void
  handler(node, context)
}

function walkAll(nodes: readonly IssueNode[], context: Context): void {
  for (const node of nodes) walk(node, context)
}

/** Phrasing in a style. */
function set(role: StyleRole, nodes: readonly IssueNode[], context: Context): void {
  walkAll(nodes, {...context, font: context.sheet.styles[role].font})
}

const styled =
  (role: StyleRole) =>
  ({children}: {readonly children: readonly IssueNode[]}, context: Context): void =>
    set(role, children, context)

const within = ({children}: {readonly children: readonly IssueNode[]}, context: Context): void =>
  walkAll(children, context)

const nothing = (): void => undefined

const handlers: Handlers<IssueNode, void, Context> = {
  masthead: within,
  classification: ({children, copyNumber}, context) => set('classification', [...children, ...copyNumber], context),
  bulletinTitle: styled('bulletinTitle'),
  issueNumberLine: styled('issueNumberLine'),
  imprint: ({issuers, date}, context) => set('imprint', [...issuers.flat(), ...date], context),
  contents: within,
  contentsHead: styled('contentsHead'),
  contentsEntry: ({article, children}, context) =>
    set('contentsEntry', children, {...context, part: articlePart(article, context.titles)}),
  editorNote: ({children, footnotes}, context) => {
    walkAll(children, {...context, role: 'editorNote'})
    walkNotes(footnotes, context)
  },
  columnHead: styled('columnHead'),
  article: walkArticle,
  credit: styled('credit'),
  colophon: within,
  staffLine: styled('staffLine'),
  contactLine: styled('contactLine'),
  permitLine: styled('permitLine'),
  distribution: ({label, lines}, context) => {
    setText(label, 'distribution', context)
    set('distribution', lines.flat(), context)
  },

  paragraph: ({children}, context) => set(context.role, children, context),
  heading: ({level, children}, context) => set(`heading${level}`, children, context),
  list: ({ordered, start, children}, context) => {
    const inside: Context = {...context, role: 'listItem', depth: context.depth + 1}
    children.forEach((item, index) => {
      setText(ordered ? orderedMark(start + index, context.depth) : bulletMark, 'listItem', context)
      walk(item, inside)
    })
  },
  listItem: within,
  table: ({children}, context) =>
    children.forEach((row, index) => {
      walk(row, {...context, role: index === 0 ? 'tableHead' : 'tableCell'})
    }),
  tableRow: within,
  tableCell: ({children}, context) => set(context.role, children, context),
  figure: ({alt}, context) => setText(alt, 'caption', context),
  blockquote: ({children}, context) => walkAll(children, {...context, role: 'blockquote'}),
  thematicBreak: nothing,

  text: ({value}, {add, part, font}) => add(value, part, font),
  strong: within,
  // Chinese type has no italic: emphasis takes the font of （一）, 楷体.
  emphasis: ({children}, context) => set('heading2', children, context),
  delete: within,
  link: within,
  break: nothing,
  // The notes are walked with their article; their numbers are digits, which every Latin font has.
  footnoteReference: nothing
}

function walkArticle({title, children, footnotes}: Article, context: Context): void {
  set('articleTitle', title.flat(), context)
  walkAll(children, {...context, role: 'body'})
  walkNotes(footnotes, context)
}

function walkNotes(footnotes: Article['footnotes'], context: Context): void {
  for (const note of footnotes) walkAll(note.children, {...context, role: 'footnote', depth: 0})
}

function setText(text: string, role: StyleRole, {sheet, add, part}: Context): void {
  add(text, part, sheet.styles[role].font)
}
