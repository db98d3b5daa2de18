/** What a document under way has counted so far, and how its paragraphs are made. */

import {
  Bookmark,
  type INumberingOptions,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  type Table
} from 'docx'
import type {Pictures} from '../../model/artifact.js'
import type {Block, Footnote} from '../../model/body.js'
import type {PageLayout} from '../../model/layout.js'
import type {Sheet, StyleRole} from '../../model/sheet.js'
import type {Credit, IssueTree} from '../../model/tree.js'
import {fieldText, hiddenField} from './fields.js'
import {type EndBlockPlace, endBlockCompany, endBlockPlace} from './last-page.js'
import {type ExtraStyle, styleId} from './style-names.js'
import {type TocMark, tocMarks} from './toc.js'

export type Flow = Line | Table

/** A paragraph that can be told later how it stands beside others. */
export class Line extends Paragraph {
  readonly #given: IParagraphOptions

  constructor(options: IParagraphOptions) {
    super(options)
    this.#given = options
  }

  keptWithNext(): Line {
    return new Line({...this.#given, keepNext: true})
  }

  /** @param before - in twips, in place of the style's. */
  withWhiteAbove(before: number): Line {
    return new Line({...this.#given, spacing: {...this.#given.spacing, before}})
  }
}

/** What a paragraph has beside its style. */
export type OwnFormat = Omit<IParagraphOptions, 'style' | 'children' | 'text'>

/** One document under way. Numbers are given in the order of the text, so that one tree gives one file. */
export interface Draft {
  readonly sheet: Sheet
  readonly pictures: Pictures
  /** Bookmark names by `Article.id`. */
  readonly bookmarks: ReadonlyMap<string, string>
  /** Pages of articles by `Article.id`, where the contents name them. */
  readonly articlePages: PageLayout['articlePages'] | null
  /** What Word gathers the contents from, by `Article.id`; empty where they name no pages. */
  readonly tocMarks: ReadonlyMap<string, TocMark>
  /** Notes by id. */
  readonly notes: ReadonlyMap<string, Footnote>
  readonly endBlock: EndBlockPlace
  /** The last lines of the text, which the end block takes along where it goes to the next page. */
  readonly company: ReadonlySet<Block | Credit>
  /** Numbers of the notes referred to so far, by id. */
  readonly noteNumbers: Map<string, number>
  /** Definitions of lists, by reference. */
  readonly numberings: Map<string, INumberingOptions['config'][number]>
  listCount: number
  pictureCount: number
  /** `Article.id` of the article that the next paragraph opens. */
  pendingArticle: string | null
}

/** @throws {RangeError} where two notes or two articles share an id, which only a bug in `compose` can produce. */
export function startDraft(
  tree: IssueTree,
  sheet: Sheet,
  pictures: Pictures,
  layout: Pick<PageLayout, 'articlePages'> | null
): Draft {
  const bookmarks = new Map<string, string>()
  const notes = new Map<string, Footnote>()

  for (const block of tree.children) {
    if (block.type === 'article') {
      if (bookmarks.has(block.id)) throw new RangeError(`two articles have the id ${block.id}`)
      bookmarks.set(block.id, `article${bookmarks.size + 1}`)
    }
    if (block.type === 'article' || block.type === 'editorNote') {
      for (const note of block.footnotes) {
        if (notes.has(note.id)) throw new RangeError(`two footnotes have the id ${note.id}`)
        notes.set(note.id, note)
      }
    }
  }

  const articlePages = sheet.contents.pageNumbers ? (layout?.articlePages ?? null) : null
  const marks =
    articlePages === null ? [] : tree.children.flatMap((node) => (node.type === 'contents' ? [...tocMarks(node)] : []))
  return {
    sheet,
    pictures,
    bookmarks,
    articlePages,
    tocMarks: new Map(marks),
    notes,
    endBlock: endBlockPlace(tree.children, notes, sheet),
    company: endBlockCompany(tree.children, sheet),
    noteNumbers: new Map(),
    numberings: new Map(),
    listCount: 0,
    pictureCount: 0,
    pendingArticle: null
  }
}

/** A paragraph in a named style; it takes the bookmark that waits for one. */
export function paragraph(
  draft: Draft,
  style: StyleRole | ExtraStyle,
  children: readonly ParagraphChild[],
  own: OwnFormat = {}
): Line {
  return new Line({...own, style: styleId(style), children: [...takeBookmark(draft), ...children]})
}

/** The words of a note, in the order in which they are set. */
export function noteBlocks(draft: Draft, id: string): readonly Block[] {
  const note = draft.notes.get(id)
  if (note === undefined) throw new RangeError(`no footnote has the id ${id}`)
  return note.children
}

/** The place that a contents entry leads to: a point before the words, so that editing them cannot remove it. */
function takeBookmark(draft: Draft): ParagraphChild[] {
  const id = draft.pendingArticle
  const name = id === null ? undefined : draft.bookmarks.get(id)
  if (id === null || name === undefined) return []

  draft.pendingArticle = null
  const mark = draft.tocMarks.get(id)
  const entry = mark ? hiddenField(`TC ${fieldText(mark.words)} \\f ${mark.letter} \\l 1`) : []
  return [new Bookmark({id: name, children: []}), ...entry]
}
