/** Whether what stands on a paper has room on it: dispatch sheet (发放登记表), labels (标签). */

import {a4} from '../model/paper.js'
import type {Sheet} from '../model/sheet.js'
import {type Finding, short} from './sheet-finding.js'

/** What is a hair too wide is rounding. */
const hairMm = 0.01

export const paperSenses = [judgeLabels, judgeDispatch] as const

function judgeLabels({labels}: Sheet): Finding[] {
  const {columns, rows, widthMm, heightMm, marginTopMm, marginLeftMm, gapXMm, gapYMm, paddingMm} = labels
  const acrossMm = marginLeftMm + columns * widthMm + (columns - 1) * gapXMm
  const downMm = marginTopMm + rows * heightMm + (rows - 1) * gapYMm
  const insideMm = Math.min(widthMm, heightMm)
  return [
    ...beyond(acrossMm, a4.widthMm, `${columns} 列标签横排共`, 'A4 纸宽', [
      ['labels', 'widthMm'],
      ['labels', 'columns'],
      ['labels', 'gapXMm'],
      ['labels', 'marginLeftMm']
    ]),
    ...beyond(downMm, a4.heightMm, `${rows} 行标签竖排共`, 'A4 纸高', [
      ['labels', 'heightMm'],
      ['labels', 'rows'],
      ['labels', 'gapYMm'],
      ['labels', 'marginTopMm']
    ]),
    ...beyond(2 * paddingMm + 1, insideMm, '标签两边的空白连同至少 1 毫米的字共', '标签只有', [['labels', 'paddingMm']])
  ]
}

function judgeDispatch({dispatch}: Sheet): Finding[] {
  const {marginLeftMm, marginRightMm, marginTopMm, marginBottomMm, rowMm, widthsMm} = dispatch
  const columnsMm = Object.values(widthsMm).reduce((sum, width) => sum + width, 0)
  return [
    ...beyond(marginLeftMm + columnsMm + marginRightMm, a4.widthMm, '发放登记表各列连同左右页边共', 'A4 纸宽', [
      ['dispatch', 'widthsMm'],
      ['dispatch', 'marginLeftMm'],
      ['dispatch', 'marginRightMm']
    ]),
    ...beyond(marginTopMm + 2 * rowMm + marginBottomMm, a4.heightMm, '发放登记表的上下页边连同两行共', 'A4 纸高', [
      ['dispatch', 'rowMm'],
      ['dispatch', 'marginTopMm'],
      ['dispatch', 'marginBottomMm']
    ])
  ]
}

function beyond(neededMm: number, roomMm: number, what: string, paper: string, paths: Finding['paths']): Finding[] {
  if (neededMm <= roomMm + hairMm) return []
  const keys = paths.map((path) => path.join('.')).join('、')
  const message = `${what} ${short(neededMm)} 毫米，${paper} ${short(roomMm)} 毫米，排不下。请改小 ${keys} 中的数。`
  return [{severity: 'error', paths, message}]
}
