import {expect, test} from 'vitest'
import {foldFullWidth, hasCjk} from '../../src/text/chinese.js'

test('汉字与标点分清', () => {
  expect(hasCjk('abc 简报')).toBe(true)
  expect(hasCjk('𠮷')).toBe(true)
  expect(hasCjk('abc，。《》１２')).toBe(false)
})

test('全角字母数字写成半角，中文标点不动', () => {
  expect(foldFullWidth('１２．５％ＧＢ')).toBe('12.5%GB')
  expect(foldFullWidth('。、“”℃')).toBe('。、“”℃')
})
