/** Figures of a benchmark, and how they are printed: plain text, columns aligned. */

export interface Spread {
  readonly min: number
  readonly median: number
  readonly max: number
}

/** @param values - at least one. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[Math.min(sorted.length - 1, Math.max(0, index))] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {min: at(0), median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, max: at(sorted.length - 1)}
}

export function medianOf(values: readonly number[]): number {
  return spreadOf(values).median
}

/** The first column stands left, the others right; a short row leaves its last cells empty. */
export function formatTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heads, ...rows]
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => (column === 0 ? (row[0] ?? '').padEnd(width) : (row[column] ?? '').padStart(width)))
      .join('  ')
      .trimEnd()
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)]
    .map((text) => `  ${text}\n`)
    .join('')
}

/** `≤ 0.60 s`, `met`. */
export function atMost(value: number, aim: number, shown: string): [string, string] {
  return [`<= ${shown}`, value <= aim ? 'met' : 'missed']
}

export function atLeast(value: number, aim: number, shown: string): [string, string] {
  return [`>= ${shown}`, value >= aim ? 'met' : 'missed']
}

export const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
export const milliseconds = (ms: number) => `${ms.toFixed(1)} ms`
export const megabytes = (mb: number) => `${mb.toFixed(0)} MB`
export const times = (ratio: number) => `${ratio.toFixed(1)}x`
