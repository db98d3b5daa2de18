/** What the handlers of one Typst source share. */

import type {Pictures} from '../../model/artifact.js'
import type {Footnote} from '../../model/body.js'
import type {ArticleName} from '../../model/layout.js'
import type {Sheet, StyleRole} from '../../model/sheet.js'
import {literal} from './literal.js'

/** A paragraph whose first and last points are marked, so that its lines can be told once the pages are set. */
export interface MarkedParagraph {
  /** `p0` and on, in the order of the text: the same in every round of one tree. */
  readonly name: string
  /** Null outside of articles. */
  readonly article: ArticleName | null
  readonly role: StyleRole
  /** Where lines after the first begin, in 字 of the style. */
  readonly lineStartChars: number
  /** Its words, without those of lists' marks. */
  readonly text: string
}

/** What an earlier round of setting taught. */
export interface Adjustments {
  /** Names of paragraphs whose marks may be squeezed, to take in a lonely last character. */
  readonly squeezed: ReadonlySet<string>
  /** White kept at the foot of the page on which a paragraph begins, so that its last lines go to the next page. */
  readonly white: {readonly before: string; readonly heightPt: number} | null
  /** Notes stand under the end block of a page: they change places by so much, since the end block is lowest. */
  readonly swap: NoteSwap | null
}

export interface NoteSwap {
  readonly page: number
  /** Of all notes of the page, with their rule and the white above it. */
  readonly notesPt: number
  readonly colophonPt: number
}

export const noAdjustments: Adjustments = {squeezed: new Set(), white: null, swap: null}

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
  /** The article around. */
  readonly article: ArticleName | null
  /** Whether this is drawn again on later pages: a table's head. */
  readonly repeated: boolean
  /** All so far. */
  readonly paragraphs: MarkedParagraph[]
  readonly adjustments: Adjustments
}

/** Marks of the flow beside those of paragraphs. */
export const flowMarks = {
  /** Below the last block of the last article. */
  textEnd: 'text-end',
  /** The end block's upper and lower edge. */
  colophonTop: 'colophon-top',
  colophonEnd: 'colophon-end'
} as const

/** A label of the source's own, where all marks' places are found once the pages stand. */
export const marksLabel = 'jianbao-marks'

/** The points of a paragraph. */
export function startMark(name: string): string {
  return `${name}<`
}

export function endMark(name: string): string {
  return `${name}>`
}

/** Register a paragraph and put marks around its words. */
export function marked(
  words: string,
  paragraph: Pick<MarkedParagraph, 'role' | 'text'> & Partial<MarkedParagraph>,
  context: Context
): {name: string; words: string} {
  const name = `p${context.paragraphs.length}`
  const {startChars} = context.sheet.styles[paragraph.role]
  context.paragraphs.push({name, article: context.article, lineStartChars: startChars, ...paragraph})
  return {name, words: `marked(${literal(name)}, ${words})`}
}

/** An article may be called anything, a footnote's label among it: each kind has its own prefix. */
export function articleLabel(id: string): string {
  return literal(`article:${id}`)
}
