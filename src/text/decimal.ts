/** Exact decimals as text: an optional `-`, digits, at most one point. */

/**
 * Write a decimal in its one plain form, so that equal values have equal texts.
 *
 * @param text - sign (`+`, `-` or none), digits, and perhaps a point with digits behind it.
 * @returns no `+`, no zeros that say nothing, no `-0`: `007.50` becomes `7.5`.
 */
export function plainDecimal(text: string): string {
  const unsigned = text.replace(/^[+-]/, '')
  const [whole = '', fraction = ''] = unsigned.split('.')
  const digits = whole.replace(/^0+/, '') || '0'
  const decimals = withoutTrailingZeros(fraction)
  const value = decimals === '' ? digits : `${digits}.${decimals}`
  return text.startsWith('-') && value !== '0' ? `-${value}` : value
}

/**
 * Multiply by a power of ten by moving the point.
 *
 * @param value - a decimal as `plainDecimal` takes it.
 * @param places - how far the point moves to the right; negative moves it to the left.
 */
export function shiftDecimal(value: string, places: number): string {
  const sign = value.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = value.replace(/^[+-]/, '').split('.')
  const digits =
    '0'.repeat(Math.max(0, -places - whole.length + 1)) + whole + fraction + '0'.repeat(Math.max(0, places))
  const point = digits.length - fraction.length - Math.max(0, places) + places
  return plainDecimal(`${sign}${digits.slice(0, point)}.${digits.slice(point)}`)
}

/**
 * Write a JavaScript number without exponent.
 *
 * @param number - a finite number.
 * @returns the shortest decimal that names this number: `0.1`, `0.0000001`, `1000000000000000000000`.
 */
export function decimalOfNumber(number: number): string {
  const [mantissa = '', exponent = '0'] = String(number).split('e')
  return shiftDecimal(mantissa, Number(exponent))
}

function withoutTrailingZeros(digits: string): string {
  // Counted from the end: the pattern /0+$/ would start anew at every zero of a long text.
  let end = digits.length
  while (digits[end - 1] === '0') end -= 1
  return digits.slice(0, end)
}
