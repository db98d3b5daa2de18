/** Values as Typst source. Every text of an issue becomes a string literal, so that none of it is ever code. */

/** A string literal; what it holds is set as it is, whatever it contains. Source: Typst reference, `str`. */
export function literal(text: string): string {
  return `"${text.replace(/[\\"\n\r\t]/g, (character) => escapes[character] ?? character)}"`
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t'
}

/** A length in points, at most four decimals: `28.95pt`. */
export function pt(points: number): string {
  return `${decimal(points)}pt`
}

/** A number without exponent. */
export function decimal(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}

/** An array; Typst wants the comma that makes one of a single entry. */
export function array(entries: readonly string[]): string {
  return `(${entries.map((entry) => `${entry},`).join(' ')})`
}

/** A code block whose expressions join to one content; an empty one is empty text. */
export function joined(expressions: readonly string[]): string {
  if (expressions.length === 0) return '""'
  if (expressions.length === 1) return expressions[0] ?? '""'
  return `{\n${expressions.join('\n')}\n}`
}
