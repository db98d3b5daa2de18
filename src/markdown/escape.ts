/** Values of a template, written so that Markdown reads them as plain text. */

/**
 * Escape a value for a template's Markdown.
 *
 * @returns one line that parses to exactly one text with the same words, wherever phrasing may stand: every ASCII mark
 * carries a backslash, line ends become spaces, and blanks at either end become character references.
 */
export function escapeMarkdown(value: string): string {
  const line = value
    .split(/[\n\r]/)
    .map((part, index) => (index > 0 ? part.trimStart() : part))
    .join(' ')
  const words = line.trim()
  const start = line.length - line.trimStart().length
  return (
    reference(line.slice(0, start)) +
    words.replace(/[!-/:-@[-`{-~]/g, '\\$&') +
    reference(line.slice(start + words.length))
  )
}

function reference(blanks: string): string {
  return Array.from(blanks, (blank) => `&#${blank.charCodeAt(0)};`).join('')
}
