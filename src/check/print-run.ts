/** The print run (印数) against what is distributed (报, 送, 发) and kept (存档). */

import {type DistributionList, distributionLevels} from '../model/bulletin.js'

/**
 * Compare a print run with a distribution list.
 *
 * @returns what is wrong, in Chinese; null where it adds up, or where no recipient gives copies.
 */
export function judgePrintRun(printRun: number | null, list: DistributionList): string | null {
  if (printRun === null) return null
  const recipients = distributionLevels.flatMap((level) => list.recipients[level])
  if (recipients.every(({copies}) => copies === null)) return null
  const sums = distributionLevels.map((level) => ({
    level,
    copies: list.recipients[level].reduce((sum, {copies}) => sum + (copies ?? 1), 0)
  }))
  const total = sums.reduce((sum, {copies}) => sum + copies, list.kept)
  if (total === printRun) return null
  const parts = [...sums, {level: '存档', copies: list.kept}].filter(({copies}) => copies > 0)
  const sum = parts.map(({level, copies}) => `${level}${copies}份`).join('、')
  return `印数 ${printRun} 与分发份数不符：${sum}，共${total}份（没有写份数的单位算1份）。请改正印数或份数。`
}
