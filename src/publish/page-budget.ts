/** What an editor can do about an issue's pages: lines left, lines over, what to cut. */

import type {LastLine, PageLayout} from '../model/layout.js'
import {textWidthEm} from '../text/width.js'

/** What the manifest keeps of a layout. */
export interface PageBudget {
  readonly pages: number
  /** Whole lines that are free on the last page. */
  readonly linesLeft: number
  /** Lines that have to go for the issue to be one page shorter; null for an issue of one page. */
  readonly linesToSaveAPage: number | null
  /** Last lines that hold one character, or nothing but marks. */
  readonly lonelyLines: readonly LastLine[]
}

export function pageBudget(layout: PageLayout): PageBudget {
  const {pages, linesLeft, lonely} = layout
  return {
    pages,
    linesLeft,
    linesToSaveAPage: pages > 1 ? Math.max(1, linesToCut(layout, pages - 1)) : null,
    lonelyLines: lonely
  }
}

/** How an issue can be made to end on a page. */
export interface FitReport {
  readonly page: number
  /** 0 or less: the issue ends there already, and so many lines may be added. */
  readonly linesToCut: number
  /** One line each: delete the words of these last lines, elsewhere in the paragraph. Those with the fewest first. */
  readonly cuts: readonly LastLine[]
}

/** Cuts that are named beside those that are needed, for the editor to choose from. */
const spareCuts = 3
/** More than these nobody reads. */
const mostCuts = 12
/** A last line as long as this costs more to cut than a sentence elsewhere. */
const longestCutEm = 15

/**
 * Say what to cut.
 *
 * @param page - on which the issue should end, from 1.
 */
export function fitReport(layout: PageLayout, page: number): FitReport {
  const lines = linesToCut(layout, page)
  // A line saved behind the page's end helps as much as one before it.
  const cuts = layout.lastLines
    .filter(({text}) => textWidthEm(text) <= longestCutEm)
    .sort((a, b) => textWidthEm(a.text) - textWidthEm(b.text) || a.page - b.page || a.line - b.line)
    .slice(0, lines > 0 ? Math.min(lines + spareCuts, mostCuts) : 0)
  return {page, linesToCut: lines, cuts}
}

/** @returns 0 or less where the issue ends there already: so many lines may be added. */
function linesToCut({textEnd, colophonLines, linesPerPage}: PageLayout, page: number): number {
  return (textEnd.page - page) * linesPerPage + textEnd.lines - (linesPerPage - colophonLines)
}
