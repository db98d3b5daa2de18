/** Numbers of copies (份号). */

/** Write a copy's number: `000017`. Source: GB/T 9704—2012, 7.2.1. */
export function formatCopyNumber(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}

/** Write the numbers of copies that follow each other: `000001—000002`; of a single one, its own. */
export function formatCopyRange(
  {first, last}: {readonly first: number; readonly last: number},
  digits: number
): string {
  const from = formatCopyNumber(first, digits)
  return first === last ? from : `${from}—${formatCopyNumber(last, digits)}`
}
