/** Measures that are well written one by one and do not go together. */

import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {Sheet} from '../model/sheet.js'
import {type Finding, hasTypeArea} from './sheet-finding.js'
import {layerAt, placeIn, type SheetLayer, type SheetPath} from './sheet-layers.js'
import {sheetName} from './sheet-messages.js'
import {judgeTypeArea, pageSenses} from './sheet-page-sense.js'
import {paperSenses} from './sheet-paper-sense.js'
import {styleSenses} from './sheet-style-sense.js'

/** Another kind of measure (labels, a second paper) adds its own judges here. */
const senses: readonly ((sheet: Sheet) => Finding[])[] = [...pageSenses, ...styleSenses, ...paperSenses]

/** Everything about a sheet that cannot be, or is hardly meant. */
export function judgeSense(sheet: Sheet, layers: readonly SheetLayer[]): Diagnostic[] {
  const findings = hasTypeArea(sheet) ? senses.flatMap((judge) => judge(sheet)) : judgeTypeArea(sheet)
  return findings.map(({severity, paths, message}) => {
    const path = nearestPath(paths, layers)
    const ruleId = severity === 'error' ? 'sheet-is-valid' : 'sheet-makes-sense'
    return diagnose(ruleId, placeIn(layers, path), `${sheetName(layers, path)}：${message}`)
  })
}

/** What a bulletin has changed is to blame before what it has left alone, and that before what nobody wrote. */
function nearestPath(paths: readonly SheetPath[], layers: readonly SheetLayer[]): SheetPath {
  const rank = (path: SheetPath): number => {
    const layer = layerAt(layers, path)
    return layer ? layers.indexOf(layer) : layers.length
  }
  return paths.reduce((best, path) => (rank(path) < rank(best) ? path : best))
}
