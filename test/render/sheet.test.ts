import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {fittedSizePt, mmToPt, mmToTwips, typeAreaHeightPt, typeAreaWidthPt} from '../../src/render/sheet.js'
import {textWidthEm} from '../../src/text/width.js'
import {exampleSheet} from './fixtures.js'

describe('lengths', () => {
  test('156 × 225 mm is 8844 × 12756 twips', () => {
    expect(mmToTwips(156)).toBe(8844)
    expect(mmToTwips(225)).toBe(12756)
    expect(typeAreaWidthPt(exampleSheet)).toBeCloseTo(mmToPt(156))
    expect(typeAreaHeightPt(exampleSheet)).toBeCloseTo(mmToPt(225))
  })
})

describe('fittedSizePt', () => {
  const style = {...exampleSheet.styles.bulletinTitle, startChars: 1, endChars: 1}

  test('a style without `fit` keeps its size', () => {
    expect(fittedSizePt({...style, fit: false}, '长'.repeat(99), exampleSheet)).toBe(42)
  })

  test('the size is in half points, never above the style’s, and the line fits', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 80}), (length) => {
        const line = '简'.repeat(length)
        const sizePt = fittedSizePt(style, line, exampleSheet)
        expect(sizePt * 2).toBe(Math.round(sizePt * 2))
        expect(sizePt).toBeLessThanOrEqual(42)
        expect((textWidthEm(line) + 2) * sizePt).toBeLessThanOrEqual(typeAreaWidthPt(exampleSheet))
      })
    )
  })

  test('nothing is shrunk below 5 pt', () => {
    expect(fittedSizePt(style, '长'.repeat(1000), exampleSheet)).toBe(5)
  })
})
