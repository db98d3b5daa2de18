import fc from 'fast-check'
import {expect, test} from 'vitest'
import {textWidthEm} from '../../src/text/width.js'

test.each([
  ['', 0],
  ['简报', 2],
  ['第3期', 2.5],
  ['2020年8月13日', 6.5],
  ['ABC', 1.5],
  ['“三个强化”', 6],
  ['１２％', 3],
  ['——', 2],
  ['……', 2],
  ['阿·尔', 3],
  ['1990–2000', 4.5],
  ['𠮷野家', 3],
  ['ｱｲ', 1],
  ['é', 0.5],
  ['e\u0301', 0.5],
  ['甲\u200B乙\n', 2],
  ['①℃', 2]
])('%j 宽 %d 字', (text, width) => {
  expect(textWidthEm(text)).toBe(width)
})

test('两段文字相接，宽度相加', () => {
  const text = fc.string({unit: 'grapheme'})
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(textWidthEm(a + b)).toBe(textWidthEm(a) + textWidthEm(b))
    })
  )
})
