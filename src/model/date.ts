/** Days and spans of the calendar, free of clock and time zone. */

/** A day; `month` 1–12, `day` 1–31, always one that exists. */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A reporting period (报告期): first and last day, and the text as filed (`2020-Q3`, `2019-01/2019-05`). */
export interface Period {
  readonly text: string
  readonly first: CalendarDate
  readonly last: CalendarDate
}
