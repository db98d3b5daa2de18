/** The marks of list items. */

/** In the Latin font: few Chinese ones have it. */
export const bulletMark = '• '

/**
 * `1.`, `（1）`, `①`, then round again: the lower levels of 公文, whose 一、 and （一） are headings.
 *
 * @param depth - 0 for a list that stands in no other.
 */
export function orderedMark(number: number, depth: number): string {
  if (depth % 3 === 0) return `${number}.`
  const circled = depth % 3 === 2 && number >= 1 && number <= 20
  return circled ? String.fromCodePoint(0x245f + number) : `（${number}）`
}
