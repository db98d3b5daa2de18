import {expect, test} from 'vitest'
import type {Drawing, Glyph} from './drawing.js'
import {findCollisions, linesOf} from './lines.js'

const area = {leftMm: 28, rightMm: 184, topMm: 37, bottomMm: 262}
const em = (16 * 25.4) / 72

function words(text: string, leftMm: number, baselineMm: number): Glyph[] {
  return Array.from(text, (character, index) => ({
    text: character,
    leftMm: leftMm + index * em,
    nextMm: leftMm + (index + 1) * em,
    baselineMm,
    sizePt: 16,
    color: '#000000'
  }))
}

function page(own: Partial<Drawing>): Drawing {
  return {page: 1, widthMm: 210, heightMm: 297, glyphs: [], strokes: [], pictures: [], ...own}
}

const stroke = {thicknessMm: 0.2, color: '#000000'}

test('a page in order', () => {
  const drawing = page({
    glyphs: [...words('甲乙丙，', 28, 50), ...words('丁戊', 28, 50 + em), ...words('— 1 —', 100, 270)],
    strokes: [{leftMm: 28, rightMm: 184, topMm: 60, bottomMm: 60, ...stroke}],
    pictures: [{leftMm: 28, rightMm: 184, topMm: 70, bottomMm: 90}]
  })
  expect(findCollisions([drawing], area)).toEqual([])
  expect(linesOf(drawing).map(({text}) => text)).toEqual(['甲乙丙，', '丁戊', '— 1 —'])
})

test('cells of a table are lines of their own', () => {
  const upright = {leftMm: 28 + 2.5 * em, rightMm: 28 + 2.5 * em, topMm: 40, bottomMm: 60, ...stroke}
  const drawing = page({glyphs: [...words('甲乙', 28, 50), ...words('丙', 28 + 3 * em, 50)], strokes: [upright]})
  expect(linesOf(drawing).map(({text}) => text)).toEqual(['甲乙', '丙'])
})

test.each([
  ['overlap: 甲乙 | 丙丁', {glyphs: [...words('甲乙', 30, 50), ...words('丙丁', 33, 53)]}],
  ['overlap: 甲乙 | 丙丁', {glyphs: [...words('甲乙', 30, 50), ...words('丙丁', 30 + em, 50)]}],
  ['runs off the type area: 甲乙', {glyphs: words('甲乙', 175, 50)}],
  ['runs off the type area: 甲乙', {glyphs: words('甲乙', 30, 263)}],
  ['runs off the type area: 乙', {glyphs: words('乙', 30, 40)}],
  [
    'a rule strikes: 甲',
    {glyphs: words('甲', 30, 50), strokes: [{leftMm: 28, rightMm: 90, topMm: 48, bottomMm: 48, ...stroke}]}
  ],
  ['runs off the type area: a rule', {strokes: [{leftMm: 20, rightMm: 90, topMm: 48, bottomMm: 48, ...stroke}]}],
  ['runs off the type area: a picture', {pictures: [{leftMm: 28, rightMm: 90, topMm: 48, bottomMm: 270}]}],
  [
    'overlap: 甲 | a picture',
    {glyphs: words('甲', 30, 50), pictures: [{leftMm: 28, rightMm: 90, topMm: 48, bottomMm: 60}]}
  ]
])('%s', (what, own) => {
  expect(findCollisions([page(own)], area)).toEqual([`page 1: ${what}`])
})
