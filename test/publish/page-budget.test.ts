import {describe, expect, test} from 'vitest'
import type {LastLine, PageLayout} from '../../src/model/layout.js'
import {fitReport, pageBudget} from '../../src/publish/page-budget.js'

const article = {id: 'bridge', title: '桥头书屋'}
const lastLine = (text: string, line: number): LastLine => ({article, page: 2, line, text})

const layout: PageLayout = {
  pages: 4,
  linesPerPage: 22,
  articlePages: new Map([['bridge', 1]]),
  textEnd: {page: 4, lines: 5},
  colophonLines: 6,
  linesLeft: 11,
  lastLines: [
    lastLine('说得到、做得到。', 3),
    lastLine('稿）', 9),
    lastLine('一句长得删去不如另写的话，占了大半行。', 12)
  ],
  lonely: [lastLine('稿）', 9)]
}

describe('fitReport', () => {
  test('lines over a page, the end block counted', () => {
    // Page 3 takes 16 lines of text beside the end block's 6: 6 more than now stand on page 4 are too many.
    expect(fitReport(layout, 3).linesToCut).toBe(22 + 5 - 16)
    expect(fitReport(layout, 2).linesToCut).toBe(2 * 22 + 5 - 16)
  })

  test('what fits already says how much more there may be', () => {
    expect(fitReport(layout, 4)).toEqual({page: 4, linesToCut: -11, cuts: []})
  })

  test('the shortest last lines first, none that is longer than half a line', () => {
    expect(fitReport(layout, 3).cuts.map(({text}) => text)).toEqual(['稿）', '说得到、做得到。'])
  })
})

test('a budget: lines left, lines to save a page, lonely lines', () => {
  expect(pageBudget(layout)).toEqual({pages: 4, linesLeft: 11, linesToSaveAPage: 11, lonelyLines: layout.lonely})
  expect(pageBudget({...layout, pages: 1, textEnd: {page: 1, lines: 5}}).linesToSaveAPage).toBeNull()
})
