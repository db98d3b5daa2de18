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
  const total = textWidthEm(text)
  if (total <= widthEm) return [text]

  const breaks = breaksOf(text)
  // One line more than the width alone asks for, where the marks do not let the text into fewer.
  for (let count = Math.ceil(total / widthEm); count <= Math.ceil(total / leastLineEm); count++) {
    const lines = evenest(text, {breaks, count, widthEm})
    if (lines !== null) return lines
  }
  return [text]
}

interface Break {
  /** Where the line before ends and the next one begins: the same but for a blank between them. */
  readonly end: number
  readonly start: number
  readonly cost: number
}

interface Task {
  readonly breaks: readonly Break[]
  readonly count: number
  readonly widthEm: number
}

interface Path {
  readonly cost: number
  readonly lines: readonly string[]
  readonly next: number
}

/** The cheapest way to exactly `count` lines; null where there is none. */
function evenest(text: string, {breaks, count, widthEm}: Task): string[] | null {
  const ideal = textWidthEm(text) / count
  const ends = [...breaks, {end: text.length, start: text.length, cost: 0}]
  let paths: Path[] = [{cost: 0, lines: [], next: 0}]
  for (let line = 1; line <= count; line++) {
    const further = new Map<number, Path>()
    for (const path of paths) {
      for (const {end, start, cost} of ends) {
        if (end <= path.next || (line === count) !== (end === text.length)) continue
        const words = text.slice(path.next, end)
        const width = textWidthEm(words)
        if (width > widthEm) break
        if (width < leastLineEm) continue
        // A last line that is the longest looks top-heavy turned over: a little dearer.
        const overhang = line === count && width > ideal ? 0.5 : 0
        const sum = path.cost + cost + unevenness * ((width - ideal) / ideal) ** 2 + overhang
        const known = further.get(start)
        if (known === undefined || sum < known.cost) {
          further.set(start, {cost: sum, lines: [...path.lines, words], next: start})
        }
      }
    }
    paths = [...further.values()]
  }
  const best = paths.find(({next}) => next === text.length)
  return best ? [...best.lines] : null
}

const opening = /[“‘（《〈【〔『「([{]/
const closing = /[，。、；：？！”’）》〉】〕』」…—·,.;:?!)\]}%％‰℃]/
const word = /[\p{Script=Latin}\p{N}.,%+\-/@_]/u

function breaksOf(text: string): Break[] {
  const found: Break[] = []
  let depth = 0
  const characters = [...text]
  let at = 0
  characters.forEach((character, index) => {
    if (opening.test(character)) depth += 1
    if (/[”’）》〉】〕』」)\]}]/.test(character)) depth = Math.max(0, depth - 1)
    const end = at + character.length
    const before = characters[index - 1]
    const after = characters[index + 1]
    if (before !== undefined && after !== undefined) {
      const isBlank = /\s/.test(character)
      if (isBlank && mayPart(before, after)) found.push({end: at, start: end, cost: costOfBlank(depth)})
      else if (!isBlank && mayBreak(character, after)) found.push({end, start: end, cost: costOf(character, depth)})
    }
    at = end
  })
  return found
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
