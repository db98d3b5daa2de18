/** Names of units as printed on a day. */

import type {CalendarDate} from '../model/date.js'
import type {Unit} from '../model/unit.js'
import {compareDates} from '../text/date.js'

/** The name that a unit bore on a day: a former one up to and including its last day, the present one after it. */
export function unitNameOn(unit: Unit, date: CalendarDate): string {
  const former = unit.former
    .filter(({until}) => compareDates(date, until) <= 0)
    .sort((a, b) => compareDates(a.until, b.until))[0]
  return former?.name ?? unit.name
}
