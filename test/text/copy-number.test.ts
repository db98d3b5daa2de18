import {expect, test} from 'vitest'
import {formatCopyNumber, formatCopyRange} from '../../src/text/copy-number.js'

test('份号补足位数', () => {
  expect([formatCopyNumber(17, 6), formatCopyNumber(1234567, 6), formatCopyNumber(7, 1)]).toEqual([
    '000017',
    '1234567',
    '7'
  ])
})

test('一段份号，只有一份的写一个', () => {
  expect(formatCopyRange({first: 1, last: 2}, 6)).toBe('000001—000002')
  expect(formatCopyRange({first: 9, last: 9}, 6)).toBe('000009')
})
