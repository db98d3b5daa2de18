/** Values as YAML on one line, quoted where they must be. */

import {stringify} from 'yaml'

/** `标题`, `"1: 2"`, `[甲, 乙]`; reads back as the same value whatever the texts hold. */
export function yamlText(value: string | readonly string[]): string {
  const text = stringify(value, {lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false}).trimEnd()
  // A text with a line end becomes a block of lines; JSON is YAML, and stays on one.
  return text.includes('\n') ? JSON.stringify(value) : text
}

/** A text that may stand behind `#`: one line, blanks for whatever else could end it. */
export function commentText(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
