/** Reporting units (供稿单位): always organisations. */

import type {CalendarDate} from './date.js'
import type {Place} from './place.js'

export interface FormerName {
  readonly name: string
  /** The last day on which the unit bore the name. */
  readonly until: CalendarDate
}

export interface Unit {
  readonly id: string
  /** The name as printed. */
  readonly name: string
  readonly aliases: readonly string[]
  readonly place: string | null
  /** Id of the unit above, null at the top of the tree. */
  readonly parent: string | null
  readonly level: UnitLevel | null
  readonly former: readonly FormerName[]
  /** Id of the unit that took over. */
  readonly successor: string | null
  readonly definedAt: Place
}

export const unitLevels = ['nation', 'province', 'city', 'county', 'town', 'village'] as const
export type UnitLevel = (typeof unitLevels)[number]
