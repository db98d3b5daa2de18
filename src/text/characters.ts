/** Characters that no printed text can hold. */

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
