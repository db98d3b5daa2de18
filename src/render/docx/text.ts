/** Text as the `docx` package can take it. */

/**
 * The text in pieces, parted after each `{`.
 *
 * The package writes `{key}` where ids of pictures and lists will stand and then replaces it all over the part, words
 * of the text included; parted, no words look like a key.
 */
export function textParts(text: string): string[] {
  return text.split(/(?<=\{)/)
}
