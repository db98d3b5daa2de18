import {expect, test} from 'vitest'
import type {LayoutMark} from '../../src/model/layout.js'
import {marksByName, readLayout} from '../../src/render/layout.js'
import {exampleSheet} from './fixtures.js'

const article = {id: 'bridge', title: '桥头书屋'}
const {topMm, leftMm} = exampleSheet.page
const {linePitchPt, charPitchPt} = exampleSheet.grid
const mmToPt = 72 / 25.4

/** @param at - of lines above, and of characters before it on its line. */
const mark = (name: string, page: number, at: readonly [number, number]): LayoutMark => ({
  name,
  page,
  xPt: leftMm * mmToPt + at[1] * charPitchPt,
  yPt: topMm * mmToPt + at[0] * linePitchPt + (name.startsWith('p') ? 22 : 0)
})
const paragraph = (name: string, words: string) =>
  ({name, article, role: 'body', lineStartChars: 0, text: words}) as const

test('lines that are left, an end block, a lonely line, pages of articles', () => {
  const layout = readLayout(2, {
    sheet: exampleSheet,
    paragraphs: [paragraph('p0', '桥头有书屋，过桥就看书，人人都说好'), paragraph('p1', '一行。')],
    marks: marksByName([
      mark('p0<', 1, [20, 2]),
      mark('p0>', 2, [3, 1]),
      mark('p1<', 2, [4, 2]),
      mark('p1>', 2, [4, 5]),
      mark('text-end', 2, [5, 0]),
      mark('colophon-top', 2, [16, 0]),
      mark('colophon-end', 2, [22, 0])
    ])
  })
  expect(layout).toEqual({
    pages: 2,
    linesPerPage: 22,
    articlePages: new Map([['bridge', 1]]),
    textEnd: {page: 2, lines: 5},
    colophonLines: 6,
    linesLeft: 11,
    lastLines: [{article, page: 2, line: 4, text: '好'}],
    lonely: [{article, page: 2, line: 4, text: '好'}]
  })
})

test('the mark behind the text that went on with the end block does not say where the text ends', () => {
  const layout = readLayout(2, {
    sheet: exampleSheet,
    paragraphs: [paragraph('p0', '桥头有书屋。')],
    marks: marksByName([
      mark('p0<', 1, [17, 2]),
      mark('p0>', 1, [17, 8]),
      mark('text-end', 2, [0, 0]),
      mark('colophon-top', 2, [16, 0]),
      mark('colophon-end', 2, [22, 0])
    ])
  })
  expect(layout.textEnd).toEqual({page: 1, lines: 18})
  expect(layout.linesLeft).toBe(16)
})
