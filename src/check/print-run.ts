/** The print run (印数) against what is distributed (报, 送, 发) and kept (存档). */

import {
  type CopyNumbers,
  copiesOf,
  countCopies,
  type DistributionList,
  distributionLevels,
  mostCopyDigits,
  type PrintRun
} from '../model/bulletin.js'

/**
 * Compare a print run with a distribution list.
 *
 * @returns what is wrong, in Chinese; null where it adds up, or where no recipient gives copies.
 */
export function judgePrintRun(printRun: PrintRun | null, list: DistributionList): string | null {
  if (typeof printRun !== 'number') return null
  const recipients = distributionLevels.flatMap((level) => list.recipients[level])
  if (recipients.every(({copies}) => copies === null)) return null
  const total = countCopies(list)
  if (total === printRun) return null
  const sums = distributionLevels.map((level) => ({
    level,
    copies: list.recipients[level].reduce((sum, recipient) => sum + copiesOf(recipient), 0)
  }))
  const parts = [...sums, {level: '存档', copies: list.kept}].filter(({copies}) => copies > 0)
  const sum = parts.map(({level, copies}) => `${level}${copies}份`).join('、')
  return `印数 ${printRun} 与分发份数不符：${sum}，共${total}份（没有写份数的单位算1份）。请改正印数或份数，或写 printRun: auto，由程序计算。`
}

/** Where an issue has no list, there is nothing to count. Said behind the key's name. */
export const nothingToCount =
  '印数写的是 auto（按分发名单计算），本期却没有分发名单。请写 distribution，如 distribution: standard；或把 printRun 写成印数，如 400；不印印数的，写“printRun:”，后面空着。'

/**
 * Whether the numbers of the copies have room in their digits.
 *
 * @returns what is wrong, in Chinese; null where they fit.
 */
export function judgeCopyNumbers(copyNumbers: CopyNumbers | null, list: DistributionList): string | null {
  if (!copyNumbers) return null
  const {first, digits} = copyNumbers
  const copies = countCopies(list)
  const last = first + Math.max(copies, 1) - 1
  if (String(last).length <= digits) return null
  const more = String(last).length <= mostCopyDigits ? `，或把 digits 改为 ${String(last).length}` : ''
  return `份号从 ${first} 起，共${copies}份，要编到 ${last}，超出 ${digits} 位。请把 first 改小${more}。`
}
