/** How wide a text is when it is set. */

/** Marks that stand on another character, and characters that are never drawn. */
const noWidth = /^[\p{M}\p{Cc}\p{Default_Ignorable_Code_Point}]$/u

/** Half-width forms of letters and kana (半角). */
const halfWidthForm = /^[\uFF61-\uFFDC\uFFE8-\uFFEE]$/

/** Signs below U+2010 that Chinese fonts set a full em wide: ·, ×, ÷, °, ±, §. */
const wideSign = /^[·×÷°±§]$/

/**
 * Measure a text in em (字宽), to fit titles into lines.
 *
 * An approximation that needs no font: Chinese characters, Chinese punctuation (“”, — and … among it) and symbols are 1 em, ASCII,
 * Latin and other alphabets 0.5 em, which is the mean of a Latin text font's digits (0.5) and letters (0.28–0.94). A line
 * break or a tab has no width.
 */
export function textWidthEm(text: string): number {
  let halves = 0
  for (const character of text) halves += widthInHalves(character)
  return halves / 2
}

function widthInHalves(character: string): number {
  if (character >= ' ' && character <= '~') return 1
  if (noWidth.test(character)) return 0
  if (wideSign.test(character)) return 2
  return isBelow2010(character) || character === '–' || halfWidthForm.test(character) ? 1 : 2
}

function isBelow2010(character: string): boolean {
  return (character.codePointAt(0) ?? 0) < 0x2010
}
