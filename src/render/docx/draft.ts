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
import type {Sheet, StyleRole} from '../../model/sheet.js'
import type {IssueTree} from '../../model/tree.js'
import {mayEndInFootnotes} from './last-page.js'
import type {ExtraStyle} from './styles.js'

export type Flow = Paragraph | Table

/** What a paragraph has beside its style. */
export type OwnFormat = Omit<IParagraphOptions, 'style' | 'children' | 'text'>

/** One document under way. Numbers are given in the order of the text, so that one tree gives one file. */
export interface Draft {
  readonly sheet: Sheet
  readonly pictures: Pictures
  /** Bookmark names by `Article.id`. */
  readonly bookmarks: ReadonlyMap<string, string>
  /** Notes by id. */
  readonly notes: ReadonlyMap<string, Footnote>
  /** Whether footnotes may stand at the foot of the last page. */
  readonly notesAtEnd: boolean
  /** Numbers of the notes referred to so far, by id. */
  readonly noteNumbers: Map<string, number>
  /** Definitions of lists, by reference. */
  readonly numberings: Map<string, INumberingOptions['config'][number]>
  listCount: number
  pictureCount: number
  /** Name of the bookmark that the next paragraph starts with. */
  pendingBookmark: string | null
}

/** @throws {RangeError} where two notes or two articles share an id, which only a bug in `compose` can produce. */
export function startDraft(tree: IssueTree, sheet: Sheet, pictures: Pictures): Draft {
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

  return {
    sheet,
    pictures,
    bookmarks,
    notes,
    notesAtEnd: mayEndInFootnotes(tree.children, sheet),
    noteNumbers: new Map(),
    numberings: new Map(),
    listCount: 0,
    pictureCount: 0,
    pendingBookmark: null
  }
}

/** A paragraph in a named style; it takes the bookmark that waits for one. */
export function paragraph(
  draft: Draft,
  style: StyleRole | ExtraStyle,
  children: readonly ParagraphChild[],
  own: OwnFormat = {}
): Paragraph {
  return new Paragraph({...own, style, children: [...takeBookmark(draft), ...children]})
}

/** The words of a note, in the order in which they are set. */
export function noteBlocks(draft: Draft, id: string): readonly Block[] {
  const note = draft.notes.get(id)
  if (note === undefined) throw new RangeError(`no footnote has the id ${id}`)
  return note.children
}

/** The place that a contents entry leads to: a point before the words, so that editing them cannot remove it. */
function takeBookmark(draft: Draft): ParagraphChild[] {
  if (draft.pendingBookmark === null) return []

  const bookmark = new Bookmark({id: draft.pendingBookmark, children: []})
  draft.pendingBookmark = null
  return [bookmark]
}
