/** What `build --explain-layout` prints: a table a bulletin. */

import {type LayoutMeasure, otherGroup} from '../check/layout-measures.js'
import {measureGroups} from '../check/standard-measures.js'
import {textWidthEm} from '../text/width.js'
import type {BulletinLayout} from '../workspace/explain-layout.js'

/** Columns are aligned for terminals, where a Chinese character is two cells wide. */
export function layoutReport({bulletin, title, template, file, measures}: BulletinLayout): string {
  const compared = measures.filter(({departs}) => departs !== null)
  const departing = compared.filter(({departs}) => departs).length
  const summary = `有标准可比的 ${compared.length} 项，${departing === 0 ? '都与标准相同' : `其中 ${departing} 项与标准不同`}`
  const rows = [['', '项目', '现为', '标准', '条款', '出自', '写法'], ...measures.map(rowOf)]
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, cellsOf(cell))),
    []
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - cellsOf(cell)))
      .join('  ')
      .trimEnd()
  const groups = [...measureGroups, otherGroup].flatMap((group) => {
    const members = measures.filter((measure) => measure.group === group)
    return members.length === 0
      ? []
      : ['', group, ...members.flatMap((measure) => [line(rowOf(measure)), ...remark(measure)])]
  })
  return `${[
    `《${title}》（${bulletin}）的版式，对照 GB/T 9704—2012：${summary}`,
    `本刊：${file} 的 sheet；模板：templates/${template}/sheet.yaml；通用：templates/common/sheet.yaml；默认：都没有写`,
    '',
    line(rows[0] ?? []),
    ...groups
  ].join('\n')}\n`
}

function rowOf(measure: LayoutMeasure): string[] {
  const {departs, label, text, standard, keys} = measure
  return [
    departs ? '不同' : '',
    label,
    text,
    standard ? `${standard.force === '应' ? '' : `${standard.force} `}${standard.text}` : '没有规定',
    standard?.clause ?? '',
    sourceOf(measure),
    keys.join('、')
  ]
}

function remark({remark}: LayoutMeasure): string[] {
  return remark === null ? [] : [`      （${remark}）`]
}

function sourceOf({origin, place}: LayoutMeasure): string {
  return place ? `${origins[origin]}第 ${place.start.line} 行` : origins[origin]
}

const origins = {bulletin: '本刊', template: '模板', common: '通用', default: '默认'} as const

function cellsOf(text: string): number {
  return textWidthEm(text) * 2
}

/** For `--json`. */
export function layoutJson({template, measures}: BulletinLayout): object {
  return {
    template,
    measures: measures.map(({place, ...measure}) => ({
      ...measure,
      file: place?.file ?? null,
      line: place?.start.line ?? null
    }))
  }
}
