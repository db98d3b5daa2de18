/** Tables: WPS lays them out by the grid, Word by the widths of table and cells; all three have to say the same. */

import type {File, Finding, Rule} from './lint.js'
import {everywhere} from './styles.js'
import {all, child, type Element} from './xml.js'

export function lintTables(file: File): Finding[] {
  return everywhere(file, 'w:tbl').flatMap(({part, element}) =>
    [...faults(element)].map(({rule, message}) => ({part, rule, message}))
  )
}

function* faults(table: Element): Generator<{rule: Rule; message: string}> {
  if (child(table, 'w:tblPr', 'w:tblpPr')) yield {rule: 'table-floats', message: 'w:tblpPr'}

  const grid = child(table, 'w:tblGrid')
  if (!grid || grid.children.length === 0) {
    yield {rule: 'table-grid', message: 'no w:tblGrid'}
    return
  }
  const columns = grid.children.map(({attributes}) => Number(attributes['w:w']))
  const width = child(table, 'w:tblPr', 'w:tblW')
  yield* wrong('w:tblW', width, sum(columns))

  for (const row of table.children.filter(({name}) => name === 'w:tr')) {
    let column = 0
    for (const cell of row.children.filter(({name}) => name === 'w:tc')) {
      const span = Number(child(cell, 'w:tcPr', 'w:gridSpan')?.attributes['w:val'] ?? 1)
      yield* wrong('w:tcW', child(cell, 'w:tcPr', 'w:tcW'), sum(columns.slice(column, column + span)))
      column += span
    }
    if (column !== columns.length) yield {rule: 'table-grid', message: `${column} cells in ${columns.length} columns`}
  }
  if (all(table, 'w:tr').length === 0) yield {rule: 'table-grid', message: 'no rows'}
}

function* wrong(name: string, width: Element | undefined, expected: number): Generator<{rule: Rule; message: string}> {
  const {'w:type': type, 'w:w': value} = width?.attributes ?? {}
  if (type !== 'dxa' || Number(value) !== expected) {
    yield {rule: 'table-width', message: `${name} ${type ?? 'missing'} ${value ?? ''}, grid ${expected}`}
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
