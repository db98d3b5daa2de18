/** From a template's Markdown to the blocks of the tree. */

import type {PhrasingContent, Root, RootContent} from 'mdast'
import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import {diagnose} from '../diagnostics/diagnose.js'
import {parseWording} from '../markdown/parse.js'
import type {Phrasing} from '../model/body.js'
import {distributionStyles} from '../model/bulletin.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import {startOf} from '../model/place.js'
import type {
  Article,
  Colophon,
  ColophonPart,
  Contents,
  ContentsEntry,
  ContentsHead,
  Distribution,
  EditorNote,
  Imprint,
  IssueBlock,
  Masthead,
  MastheadPart
} from '../model/tree.js'
import {wordingPhrasing} from './wording-phrasing.js'

/** What a template can place but not write: checked trees, handed in. */
export interface Splices {
  readonly articles: readonly Article[]
  /** The note, opened by the template's own words. */
  editorNote(opening: readonly Phrasing[]): EditorNote | null
}

/** Thrown inside this file only: a directive that is not as it should be. */
class Misplaced extends Error {}

/**
 * Read a template's wording.
 *
 * @param file - the template's main file, which diagnostics name.
 */
export function readWording(markdown: string, file: string, splices: Splices): Judged<IssueBlock[]> {
  const root: Root = parseWording(markdown)
  const diagnostics: Diagnostic[] = []
  const children = root.children.flatMap((node) => {
    try {
      return [block(node, splices)]
    } catch (error) {
      if (!(error instanceof Misplaced)) throw error
      diagnostics.push(diagnose('template-is-valid', startOf(file), error.message))
      return []
    }
  })
  if (diagnostics.length === 0) {
    diagnostics.push(
      ...leftOut(children, splices).map((message) => diagnose('template-is-valid', startOf(file), message))
    )
  }
  return diagnostics.length > 0 ? {value: null, diagnostics} : {value: children, diagnostics}
}

/** A template may place articles as it likes, but each of them once; a note that is there is printed. */
function leftOut(children: readonly IssueBlock[], {articles, editorNote}: Splices): string[] {
  const placed = children.filter((child) => child.type === 'article')
  const wrong = articles.filter((article) => placed.filter((child) => child === article).length !== 1)
  const note = children.some(({type}) => type === 'editorNote') || editorNote([]) === null
  return [
    ...wrong.map(
      ({id}) => `模板没有排印稿件“${id}”，或排印了不止一次。请用 ::article{ref="{{ref}}"} 把每篇稿件排印一次。`
    ),
    ...(note ? [] : ['本期有编者按，模板却没有排印。请在模板中写上“::note[编者按：]”。'])
  ]
}

function block(node: RootContent, splices: Splices): IssueBlock {
  if (node.type === 'containerDirective') {
    if (node.name === 'masthead') return masthead(node)
    if (node.name === 'contents') return contents(node, splices)
    if (node.name === 'colophon') return colophon(node)
  }
  if (node.type === 'leafDirective') {
    if (node.name === 'column-head') return {type: 'columnHead', children: phrasing(node)}
    if (node.name === 'article') return articleOf(node, splices)
    if (node.name === 'note') return editorNote(node, splices)
  }
  throw misplaced(node, '最外层')
}

function masthead(node: ContainerDirective): Masthead {
  const children: MastheadPart[] = []
  const issuers: Phrasing[][] = []
  for (const part of leaves(node)) {
    if (part.name === 'classification')
      children.push({type: 'classification', children: phrasing(part), copyNumber: []})
    else if (part.name === 'copy-number') numberCopies(children, phrasing(part))
    else if (part.name === 'title') children.push({type: 'bulletinTitle', children: phrasing(part)})
    else if (part.name === 'number') children.push({type: 'issueNumberLine', children: phrasing(part)})
    else if (part.name === 'issuer') issuers.push(phrasing(part))
    else if (part.name === 'date') children.push(imprint(issuers, part))
    else throw misplaced(part, '“:::masthead”')
  }
  return {type: 'masthead', children}
}

/** On the classification's line, where the line before is one; else on a line of its own. */
function numberCopies(parts: MastheadPart[], copyNumber: readonly Phrasing[]): void {
  const last = parts.at(-1)
  if (last?.type === 'classification') parts[parts.length - 1] = {...last, copyNumber}
  else parts.push({type: 'classification', children: [], copyNumber})
}

function imprint(issuers: Phrasing[][], date: LeafDirective): Imprint {
  return {type: 'imprint', issuers, date: phrasing(date)}
}

function contents(node: ContainerDirective, splices: Splices): Contents {
  const children: (ContentsHead | ContentsEntry)[] = []
  for (const leaf of leaves(node)) {
    if (leaf.name === 'head') children.push({type: 'contentsHead', children: phrasing(leaf)})
    else if (leaf.name === 'entry') addLine(children, articleOf(leaf, splices), phrasing(leaf))
    else throw misplaced(leaf, '“:::contents”')
  }
  return {type: 'contents', children}
}

/** Entries of one article that follow each other are lines of one entry. */
function addLine(parts: (ContentsHead | ContentsEntry)[], {id}: Article, line: Phrasing[]): void {
  const last = parts.at(-1)
  if (last?.type !== 'contentsEntry' || last.article !== id) {
    parts.push({type: 'contentsEntry', article: id, children: line})
  } else {
    parts[parts.length - 1] = {...last, children: [...last.children, {type: 'break'}, ...line]}
  }
}

function articleOf(node: LeafDirective, {articles}: Splices): Article {
  const ref = node.attributes?.ref ?? ''
  const article = /^\d+$/.test(ref) ? articles[Number(ref)] : undefined
  if (!article) throw new Misplaced(`模板中的“::${node.name}”没有写对是哪篇稿件。请写 {ref="{{ref}}"}。`)
  return article
}

function editorNote(node: LeafDirective, splices: Splices): EditorNote {
  const note = splices.editorNote(phrasing(node))
  if (!note) throw new Misplaced('本期没有编者按，模板却要排印。请用 {{#if note}} 包住“::note”。')
  return note
}

function colophon(node: ContainerDirective): Colophon {
  return {
    type: 'colophon',
    children: node.children.map((part): ColophonPart => {
      if (part.type === 'leafDirective') {
        if (part.name === 'staff') return {type: 'staffLine', children: phrasing(part)}
        if (part.name === 'contacts') return {type: 'contactLine', children: phrasing(part)}
        if (part.name === 'permit') return {type: 'permitLine', children: phrasing(part)}
      }
      if (part.type === 'containerDirective' && part.name === 'distribution') return distribution(part)
      throw misplaced(part, '“:::colophon”')
    })
  }
}

function distribution(node: ContainerDirective): Distribution {
  const style = distributionStyles.find((known) => known === node.attributes?.style)
  if (!style) throw new Misplaced('模板中的“:::distribution”没有写 style。请写 {style="{{style}}"}。')
  return {
    type: 'distribution',
    label: `${node.attributes?.label ?? ''}：`,
    style,
    lines: leaves(node).map((line) => {
      if (line.name !== 'recipients') throw misplaced(line, '“:::distribution”')
      return phrasing(line)
    })
  }
}

function leaves(node: ContainerDirective): LeafDirective[] {
  return node.children.map((child) => {
    if (child.type !== 'leafDirective') throw misplaced(child, `“:::${node.name}”`)
    return child
  })
}

function phrasing(node: LeafDirective): Phrasing[] {
  return wordingPhrasing(node.children as PhrasingContent[], (part) => {
    if (part.type !== 'textDirective') throw misplaced(part, `“::${node.name}”`)
    throw new Misplaced(`模板在“::${node.name}”里写出的“:${part.name}”会被当作记号。要印冒号，请写成“\\:”或用“：”。`)
  })
}

function misplaced(node: {type: string; name?: string}, where: string): Misplaced {
  const what = node.name === undefined ? `不认识的内容（${node.type}）` : `“${node.name}”`
  return new Misplaced(`模板在${where}里写出了${what}，这里不能用。请对照其他模板改正。`)
}
