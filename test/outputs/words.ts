/** The words of a set issue, in order, without what two typesetters are free to differ in. */

import {mmToPt} from '../../src/render/sheet.js'
import {all, type Element} from '../render/docx/lint/xml.js'
import type {Box, PdfBoxes} from './boxes.js'
import {commonSheet} from './samples.js'

const {page, styles} = commonSheet

export function isPageNumber({top}: Box): boolean {
  return top > mmToPt(page.heightMm - page.bottomMm)
}

/** Superscript: smaller than all else. */
function isNoteMark({sizePt}: Box): boolean {
  return sizePt < styles.footnote.sizePt - 0.1 && sizePt < 10
}

function isNote({sizePt}: Box): boolean {
  return Math.abs(sizePt - styles.footnote.sizePt) < 0.1
}

/**
 * Without blanks, page numbers, notes and their marks, dots before pages of the contents, and heads of tables that are
 * drawn again where a table goes on.
 */
export function bodyWords({texts, pages}: PdfBoxes, tableHeads: readonly string[]): string {
  let words = ''
  for (let number = 1; number <= pages; number++) {
    const own = joined(
      texts.filter((box) => box.page === number && !isPageNumber(box) && !isNote(box) && !isNoteMark(box))
    )
    const again = tableHeads.find((head) => own.startsWith(head) && words.includes(head))
    words += again === undefined ? own : own.slice(again.length)
  }
  return words
}

export function noteWords({texts}: PdfBoxes): string {
  return joined(texts.filter((box) => isNote(box) && !isPageNumber(box)))
}

function joined(boxes: readonly Box[]): string {
  return withoutBlanks(boxes.map(({text}) => text).join('')).normalize('NFKC')
}

/** Marks of lists are drawn by Word itself; one of them has two forms. */
function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '').replace(/[.·]{4,}/g, '')
}

/** Words of the rows that Word repeats. */
export function repeatedHeads(document: Element): string[] {
  return all(document, 'w:tr')
    .filter((row) => all(row, 'w:tblHeader').length > 0)
    .map((row) =>
      withoutBlanks(
        all(row, 'w:t')
          .map(({text}) => text)
          .join('')
      ).normalize('NFKC')
    )
}
