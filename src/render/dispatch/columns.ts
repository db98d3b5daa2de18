/** Columns of the dispatch sheet (发放登记表), the same in every format. */

import type {DispatchColumn, DispatchRow, DispatchSheet} from '../../model/dispatch.js'
import type {DispatchMeasures} from '../../model/sheet.js'

export interface SheetColumn {
  readonly column: DispatchColumn
  readonly head: string
  readonly widthMm: number
  readonly align: 'left' | 'center'
  /** What a row has there; null where it is written by hand. */
  readonly of: (row: DispatchRow) => string | number | null
}

/** Columns that are not there leave their width to the recipients. */
export function sheetColumns({heads}: DispatchSheet, {widthsMm}: DispatchMeasures): SheetColumn[] {
  const shown = new Set(heads.map(({column}) => column))
  const absentMm = Object.entries(widthsMm)
    .filter(([column]) => !shown.has(column as DispatchColumn))
    .reduce((sum, [, width]) => sum + width, 0)
  return heads.map(({column, text}) => ({
    column,
    head: text,
    widthMm: widthsMm[column] + (column === 'recipient' ? absentMm : 0),
    align: column === 'recipient' ? 'left' : 'center',
    of: cells[column]
  }))
}

const cells: Readonly<Record<DispatchColumn, SheetColumn['of']>> = {
  number: ({number}) => number,
  recipient: ({recipient}) => recipient,
  level: ({level}) => level,
  copies: ({copies}) => copies,
  numbers: ({numbers}) => numbers,
  signature: () => null,
  signedOn: () => null
}
