import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {nameCharacters, needsGlyph, splitCharacters} from '../../src/text/characters.js'

test('看不见的不需要字形', () => {
  for (const unseen of ['\t', '\n', ' ', '\u00a0', '\u3000', '\u200b', '\u200d', '\ufe0f', '\ufeff', '\u{e0100}']) {
    expect(needsGlyph(unseen), nameCharacters(unseen)).toBe(false)
  }
  for (const seen of ['a', '甲', '，', '\u0301', '\ue000', '\u1680', '😀']) {
    expect(needsGlyph(seen), nameCharacters(seen)).toBe(true)
  }
})

describe('splitCharacters', () => {
  test.each([
    ['甲乙，a', ['甲', '乙', '，', 'a']],
    ['㛃𠮷', ['㛃', '𠮷']],
    ['e\u0301x', ['e\u0301', 'x']],
    ['\u0301a', ['\u0301', 'a']],
    ['葛\u{e0100}城', ['葛\u{e0100}', '城']],
    ['👨\u200d👩\u200d👧好', ['👨\u200d👩\u200d👧', '好']],
    ['👍🏽', ['👍🏽']],
    ['🇨🇳🇫🇷', ['🇨🇳', '🇫🇷']],
    ['1\ufe0f\u20e3\n甲', ['1\ufe0f\u20e3', '\n', '甲']],
    ['', []]
  ])('%s', (text, characters) => {
    expect(splitCharacters(text)).toEqual(characters)
  })

  test('一个不丢，一个不多', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(splitCharacters(text).join('')).toBe(text)
      })
    )
  })
})
