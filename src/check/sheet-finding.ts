/** What the judges of a sheet share: findings, the type area, numbers in messages. */

import type {Sheet} from '../model/sheet.js'
import type {SheetPath} from './sheet-layers.js'

/** `error`: nothing can be set this way; `warning`: it can, but not as it is meant. */
export interface Finding {
  readonly severity: 'error' | 'warning'
  /** The measures that do not go together, the one to mend first. Told where the nearest to the bulletin stands. */
  readonly paths: readonly SheetPath[]
  readonly message: string
}

export const pointsPerMm = 72 / 25.4
/** Half a twip, in pt: Word rounds every length to whole ones. */
export const hairPt = 0.025

/** 版心. */
export const areaWidthPt = ({page}: Sheet): number => (page.widthMm - page.leftMm - page.rightMm) * pointsPerMm
export const areaHeightPt = ({page}: Sheet): number => (page.heightMm - page.topMm - page.bottomMm) * pointsPerMm

/** Whether a line of text can stand on the page at all. Where none can, that is said once, and no more is asked. */
export function hasTypeArea(sheet: Sheet): boolean {
  return areaWidthPt(sheet) >= sheet.styles.body.sizePt && areaHeightPt(sheet) >= sheet.grid.linePitchPt
}

/** What the type area's width comes from. */
export const widthPaths: readonly SheetPath[] = [
  ['page', 'leftMm'],
  ['page', 'rightMm'],
  ['page', 'widthMm']
]
/** What its height comes from. */
export const heightPaths: readonly SheetPath[] = [
  ['page', 'topMm'],
  ['page', 'bottomMm'],
  ['page', 'heightMm']
]

/** To hundredths, without zeros at the end: 28.95, 37. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Down to a whole twip (0.05 pt), so that as many as wanted fit. */
export function downTo(pt: number): number {
  return Math.floor(pt * 20 + 0.001) / 20
}
