/** Breaking a title that is too wide for one line: by sense where the text shows it, evenly, no character left alone. */

import {textWidthEm} from './width.js'

/** A line holds at least so many em, so that no character stands alone. */
const leastLineEm = 2

/** What a break costs beside the unevenness that it makes. */
const costs = {blank: 0, mark: 1, between: 30, quoted: 60} as const
/** A line that is half as long again as the others costs a quarter of this. */
const unevenness = 100

/**
 * Break a text into as few lines as it needs, as even as its marks allow.
 *
 * Breaks fall at blanks, which are dropped, after marks, else between Chinese characters; never inside a number or a
 * Latin word, before a closing mark or after an opening one (避头尾: GB/T 15834—2011, 5.1), and inside quotation marks
 * or brackets only where nothing else will do. Of lines equally even the first ones are the longer.
 *
 * @param widthEm - what a line holds.
 * @returns one line where the text fits; the text as it is where it cannot be broken to fit (one word wider than a line).
 */
export function balanceLines(text: string, widthEm: number): string[] {
  if (textWidthEm(text) <= widthEm) return [text]

  const points = breaksOf(text)
  const fewest = fewestLines(points, widthEm)
  const least = fewest[0] ?? Number.POSITIVE_INFINITY
  if (!Number.isFinite(least)) return [text]
  // One line more where in the fewest a character would stand alone.
  for (const count of [least, least + 1]) {
    const lines = evenest(text, {points, fewest, count, widthEm})
    if (lines !== null) return lines
  }
  return [text]
}

interface Break {
  /** Where the line before ends and the next one begins: the same but for a blank between them. */
  readonly end: number
  readonly start: number
  /** Widths of the text before these. */
  readonly endEm: number
  readonly startEm: number
  readonly cost: number
}

/** The lines that the text behind each point takes at least; infinite where a piece of it is wider than a line. */
function fewestLines(points: readonly Break[], widthEm: number): number[] {
  const fewest = points.map(() => 0)
  let far = points.length - 1
  for (let at = points.length - 2; at >= 0; at--) {
    const from = points[at]?.startEm ?? 0
    while (far > at && (points[far]?.endEm ?? 0) - from > widthEm) far -= 1
    fewest[at] = far === at ? Number.POSITIVE_INFINITY : 1 + (fewest[far] ?? 0)
  }
  return fewest
}

interface Task {
  /** The text's start, its breaks, its end. */
  readonly points: readonly Break[]
  readonly fewest: readonly number[]
  readonly count: number
  readonly widthEm: number
}

/** Lines up to a point. */
interface Path {
  readonly cost: number
  readonly at: number
  readonly before: Path | null
}

/** The cheapest way to exactly `count` lines; null where there is none. */
function evenest(text: string, {points, fewest, count, widthEm}: Task): string[] | null {
  const ideal = textWidthEm(text) / count
  let paths: Path[] = [{cost: 0, at: 0, before: null}]
  for (let line = 1; line <= count; line++) {
    const further = new Map<number, Path>()
    for (const path of paths) {
      const from = points[path.at]?.startEm ?? 0
      for (let at = path.at + 1; at < points.length; at++) {
        const {endEm, cost} = points[at] as Break
        const width = endEm - from
        if (width > widthEm) break
        if (width < leastLineEm || (fewest[at] ?? 0) > count - line) continue
        // A last line that is the longest looks top-heavy turned over: a little dearer.
        const overhang = line === count && width > ideal ? 0.5 : 0
        const sum = path.cost + cost + unevenness * ((width - ideal) / ideal) ** 2 + overhang
        const known = further.get(at)
        if (known === undefined || sum < known.cost) further.set(at, {cost: sum, at, before: path})
      }
    }
    paths = [...further.values()]
  }
  const best = paths.find(({at}) => at === points.length - 1)
  return best ? linesOf(best, text, points) : null
}

function linesOf(path: Path, text: string, points: readonly Break[]): string[] {
  const lines: string[] = []
  for (let {at, before} = path; before !== null; {at, before} = before) {
    lines.unshift(text.slice(points[before.at]?.start, points[at]?.end))
  }
  return lines
}

const opening = /[“‘（《〈【〔『「([{]/
const closing = /[，。、；：？！”’）》〉】〕』」…—·,.;:?!)\]}%％‰℃]/
const word = /[\p{Script=Latin}\p{N}.,%+\-/@_]/u

/** The start, all places where a line may end, the end. */
function breaksOf(text: string): Break[] {
  const found: Break[] = [{end: 0, start: 0, endEm: 0, startEm: 0, cost: 0}]
  let depth = 0
  const characters = [...text]
  let at = 0
  let widthEm = 0
  characters.forEach((character, index) => {
    if (opening.test(character)) depth += 1
    if (/[”’）》〉】〕』」)\]}]/.test(character)) depth = Math.max(0, depth - 1)
    const start = at + character.length
    const startEm = widthEm + textWidthEm(character)
    const before = characters[index - 1]
    const after = characters[index + 1]
    if (before !== undefined && after !== undefined) {
      const isBlank = /\s/.test(character)
      if (isBlank && mayPart(before, after)) {
        found.push({end: at, start, endEm: widthEm, startEm, cost: costOfBlank(depth)})
      } else if (!isBlank && mayBreak(character, after)) {
        found.push({end: start, start, endEm: startEm, startEm, cost: costOf(character, depth)})
      }
    }
    at = start
    widthEm = startEm
  })
  return [...found, {end: at, start: at, endEm: widthEm, startEm: widthEm, cost: 0}]
}

/** Whether two characters, with a blank between them or not, may stand on two lines. */
function mayPart(before: string, after: string): boolean {
  return !/\s/.test(after) && !closing.test(after) && !opening.test(before)
}

function mayBreak(before: string, after: string): boolean {
  return mayPart(before, after) && !(word.test(before) && word.test(after))
}

function costOfBlank(depth: number): number {
  return costs.blank + (depth > 0 ? costs.quoted : 0)
}

function costOf(before: string, depth: number): number {
  if (depth > 0) return costs.quoted
  return closing.test(before) ? costs.mark : costs.between
}
