/** The known word that somebody probably meant. */

import {hasCjk} from './chinese.js'

/** Longer words are no slips of the pen; the bound keeps comparison cheap on hostile text. */
const longestWord = 64

/**
 * Find the candidate that a word is probably meant to be, for “是否为……？”.
 *
 * Close enough is, by the longer word's characters, one slip up to 4, two up to 8, three above, and something must agree; a slip is a
 * character put in, left out, changed, or swapped with its neighbour. Where no candidate is close, one that contains a Chinese word
 * of at least two characters, or is contained in it, will do. Letters are compared without case.
 *
 * @param candidates - in any order: of equally near ones the first in code-unit order is taken.
 * @returns a candidate as it was given, or null.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longestWord) return null
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY

  for (const candidate of candidates) {
    const distance = closeness(word.toLowerCase(), candidate.toLowerCase())
    if (distance === null) continue
    if (distance < least || (distance === least && best !== null && candidate < best)) {
      best = candidate
      least = distance
    }
  }
  return best
}

/** The distance of two words, null where they have too little in common. */
function closeness(word: string, candidate: string): number | null {
  if (candidate.length > longestWord) return null
  const [a, b] = [Array.from(word), Array.from(candidate)]
  const longer = Math.max(a.length, b.length)
  const distance = editDistance(a, b)

  if (distance <= slipsAllowed(longer) && (distance < longer || longer === 0)) return distance
  const [part, whole] = a.length < b.length ? [word, candidate] : [candidate, word]
  const contained = Math.min(a.length, b.length) >= 2 && hasCjk(part) && whole.includes(part)
  // Behind every candidate that differs by slips only.
  return contained ? longestWord + distance : null
}

function slipsAllowed(length: number): number {
  if (length <= 4) return 1
  return length <= 8 ? 2 : 3
}

/** Damerau–Levenshtein distance in its restricted form: no part is edited twice (optimal string alignment). */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = []
  let last = Array.from({length: b.length + 1}, (_, column) => column)

  for (const [row, character] of a.entries()) {
    const current = [row + 1]
    for (const [column, other] of b.entries()) {
      const substitution = at(last, column) + (character === other ? 0 : 1)
      const swapped = row > 0 && column > 0 && character === b[column - 1] && a[row - 1] === other
      current.push(
        Math.min(
          substitution,
          at(last, column + 1) + 1,
          at(current, column) + 1,
          swapped ? at(beforeLast, column - 1) + 1 : Number.POSITIVE_INFINITY
        )
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
