/** Characters one by one: those that no printed text can hold, those that are not seen, how they are named. */

/** C0 but tab and line feed, DEL, C1, noncharacters, halves of surrogate pairs: neither DOCX nor Typst can carry them. */
export const unwritable = /[^\P{Cc}\t\n]|[\p{Noncharacter_Code_Point}\p{Cs}]/u

/** U+FFFD: stands where a program could not read what was there. */
export const lost = '\uFFFD'

/** The same, and `lost`. */
export const unprintable = /[^\P{Cc}\t\n]|[\p{Noncharacter_Code_Point}\p{Cs}\uFFFD]/u

/** `U+0007`: how a character is named that cannot be shown. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** `“😀”（U+1F600）`: a character, or several set as one, for people who may not see it. */
export function nameCharacters(text: string): string {
  return `“${text}”（${Array.from(text, codePointName).join(' ')}）`
}

/**
 * Whether a character is drawn: white space, controls and what only steers others (joiners, variation selectors) are
 * not. U+1680, a space of the Ogham script, has a stroke.
 *
 * @param character - one code point.
 */
export function needsGlyph(character: string): boolean {
  return character === '\u1680' || !unseen.test(character)
}

const unseen = /^[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]$/u

/** A text's characters as they are set: marks, joined emoji and the two halves of a flag stay with their first one. */
export function splitCharacters(text: string): readonly string[] {
  return hasSequences.test(text) ? (text.match(sequences) ?? []) : Array.from(text)
}

const hasSequences = /[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}]/u
const sequences =
  /\p{Regional_Indicator}{2}|.(?:[\p{M}\p{Emoji_Modifier}\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic})*/gsu
