import fc from 'fast-check'
import {expect, test} from 'vitest'
import {decimalOfNumber, plainDecimal, shiftDecimal} from '../../src/text/decimal.js'

test.each([
  ['007.50', '7.5'],
  ['+3', '3'],
  ['-0.00', '0'],
  ['-0.10', '-0.1'],
  ['1000', '1000'],
  ['0', '0']
])('%s 写作 %s', (text, plain) => {
  expect(plainDecimal(text)).toBe(plain)
})

test.each([
  ['6.4', 4, '64000'],
  ['1.14', 4, '11400'],
  ['0.1', 4, '1000'],
  ['64000', -4, '6.4'],
  ['-5', -4, '-0.0005'],
  ['12345678901234567890.1', 8, '1234567890123456789010000000']
])('%s 移 %i 位得 %s', (value, places, shifted) => {
  expect(shiftDecimal(value, places)).toBe(shifted)
})

test('移过去再移回来，数值不变', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.integer({min: -40, max: 40}), (number, places) => {
      expect(shiftDecimal(shiftDecimal(number.toString(), places), -places)).toBe(number.toString())
    })
  )
})

test.each([
  [0.1, '0.1'],
  [1e21, '1000000000000000000000'],
  [1.5e-7, '0.00000015'],
  [-0, '0'],
  [-2.5, '-2.5']
])('数 %d 写作 %s', (number, text) => {
  expect(decimalOfNumber(number)).toBe(text)
})

test('写出的小数读回来还是同一个数', () => {
  fc.assert(
    fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), (number) => {
      const text = decimalOfNumber(number)
      expect(text).toMatch(/^-?\d+(\.\d+)?$/)
      expect(Number(text)).toBe(number === 0 ? 0 : number)
    })
  )
})
