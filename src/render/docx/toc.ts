/** Which entries of the contents (目录) Word counts as one table, and what it gathers them from. */

import {plainText} from '../../model/body.js'
import type {Contents} from '../../model/tree.js'

/**
 * Entries between two heads are one table of contents to Word, gathered from hidden `TC` fields that share a letter.
 *
 * Not from headings: the bulletin words its entries itself, and a title that runs into its first paragraph is no
 * heading. So an entry says the same after Word has updated it (更新域). There are 26 letters; entries under further
 * heads have no table.
 *
 * Source: ISO/IEC 29500-1, 17.16.5 (TC, TOC).
 */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export interface TocMark {
  /** The table that an article is entered in. */
  readonly letter: string
  readonly words: string
}

/** The marks of all articles that the contents enter, by `Article.id`. */
export function tocMarks({children}: Contents): Map<string, TocMark> {
  const letterOf = tableLetters(children)
  const marks = new Map<string, TocMark>()
  children.forEach((child, index) => {
    const letter = letterOf[index] ?? null
    if (child.type === 'contentsEntry' && letter !== null) {
      marks.set(child.article, {letter, words: plainText(child.children)})
    }
  })
  return marks
}

/** The table of each child; null of a head. */
export function tableLetters(children: Contents['children']): (string | null)[] {
  let table = -1
  return children.map((child, index) => {
    if (child.type === 'contentsHead') return null
    if (children[index - 1]?.type !== 'contentsEntry') table += 1
    return letters[table] ?? null
  })
}
