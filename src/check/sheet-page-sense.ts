/** Whether page, grid and page number go together. */

import type {Sheet} from '../model/sheet.js'
import {
  areaHeightPt,
  areaWidthPt,
  downTo,
  type Finding,
  hairPt,
  heightPaths,
  pointsPerMm,
  short,
  widthPaths
} from './sheet-finding.js'

export const pageSenses: readonly ((sheet: Sheet) => Finding[])[] = [
  judgeLines,
  judgeChars,
  judgeCharPitch,
  judgePageNumber,
  judgeRules
]

/** Room for one line of body text at least. */
export function judgeTypeArea(sheet: Sheet): Finding[] {
  const {page, grid, styles} = sheet
  const findings: Finding[] = []
  if (areaWidthPt(sheet) < styles.body.sizePt) {
    const message = `左右页边（leftMm、rightMm）共 ${short(page.leftMm + page.rightMm)} 毫米，纸宽（widthMm）${short(page.widthMm)} 毫米，没有排字的地方。请改小页边。`
    findings.push({severity: 'error', paths: widthPaths, message})
  }
  if (areaHeightPt(sheet) < grid.linePitchPt) {
    const message = `上下页边（topMm、bottomMm）共 ${short(page.topMm + page.bottomMm)} 毫米，纸高（heightMm）${short(page.heightMm)} 毫米，排不下一行。请改小页边。`
    findings.push({severity: 'error', paths: heightPaths, message})
  }
  return findings
}

/** The pages hold as many lines as fit, whatever is written. */
function judgeLines(sheet: Sheet): Finding[] {
  const {linesPerPage, linePitchPt} = sheet.grid
  const height = areaHeightPt(sheet)
  const fitting = Math.floor((height + hairPt) / linePitchPt)
  if (fitting === linesPerPage) return []
  const pitch = downTo(height / linesPerPage)
  const message = `行距（linePitchPt）${short(linePitchPt)} 磅，版心高 ${short(height / pointsPerMm)} 毫米，一面排 ${fitting} 行，不是所写的 ${linesPerPage} 行。请把 linesPerPage 改为 ${fitting}，或把 linePitchPt 改为 ${short(pitch)}。`
  return [{severity: 'warning', paths: [['grid', 'linesPerPage'], ['grid', 'linePitchPt'], ...heightPaths], message}]
}

function judgeChars(sheet: Sheet): Finding[] {
  const {charsPerLine, charPitchPt} = sheet.grid
  const width = areaWidthPt(sheet)
  const fitting = Math.floor((width + hairPt) / charPitchPt)
  if (fitting === charsPerLine) return []
  const pitch = downTo(width / charsPerLine)
  const message = `字距（charPitchPt）${short(charPitchPt)} 磅，版心宽 ${short(width / pointsPerMm)} 毫米，一行排 ${fitting} 字，不是所写的 ${charsPerLine} 字。请把 charsPerLine 改为 ${fitting}，或把 charPitchPt 改为 ${short(pitch)}。`
  return [{severity: 'warning', paths: [['grid', 'charsPerLine'], ['grid', 'charPitchPt'], ...widthPaths], message}]
}

/** 28 characters of 16 pt in 156 mm take 1.3 % off each: more than a tenth shows, and so does half as much again. */
function judgeCharPitch({grid, styles}: Sheet): Finding[] {
  const {charPitchPt} = grid
  const {sizePt} = styles.body
  const tight = charPitchPt < sizePt * 0.9
  if (!tight && charPitchPt <= sizePt * 1.5) return []
  const message = `正文字号（styles.body.sizePt）${short(sizePt)} 磅，字距（charPitchPt）${short(charPitchPt)} 磅，${tight ? '字会挤在一起' : '字与字离得太开'}。charPitchPt 请写 ${short(sizePt * 0.9)} 至 ${short(sizePt * 1.5)}，通常与字号相近。`
  return [
    {
      severity: 'warning',
      paths: [
        ['grid', 'charPitchPt'],
        ['styles', 'body', 'sizePt']
      ],
      message
    }
  ]
}

/** The dashes stand at half the height of their type. */
function judgePageNumber({page, pageNumberBelowMm, styles}: Sheet): Finding[] {
  const {sizePt} = styles.pageNumber
  const least = sizePt / 2 / pointsPerMm
  if (pageNumberBelowMm < least) {
    const message = `页码在版心下只有 ${short(pageNumberBelowMm)} 毫米（pageNumberBelowMm），会碰到正文。请写不小于 ${short(Math.ceil(least * 10) / 10)} 的数。`
    const paths = [['pageNumberBelowMm'], ['styles', 'pageNumber', 'sizePt']]
    return [{severity: 'warning', paths, message}]
  }
  const most = page.bottomMm - sizePt / 2 / pointsPerMm
  if (pageNumberBelowMm <= most) return []
  const message = `页码在版心下 ${short(pageNumberBelowMm)} 毫米（pageNumberBelowMm），下页边（bottomMm）只有 ${short(page.bottomMm)} 毫米，页码会排出纸外。${most > 0 ? `pageNumberBelowMm 请写不大于 ${short(downTo(most))} 的数，或` : '请'}改大 bottomMm。`
  return [
    {
      severity: 'error',
      paths: [['pageNumberBelowMm'], ['page', 'bottomMm'], ['styles', 'pageNumber', 'sizePt']],
      message
    }
  ]
}

const ruleNames = {
  masthead: '红线',
  colophonOuter: '版记首末线',
  colophonInner: '版记中间线',
  table: '表格线',
  footnote: '脚注线'
} as const satisfies Record<keyof Sheet['rules'], string>

function judgeRules(sheet: Sheet): Finding[] {
  return Object.entries(ruleNames).flatMap(([id, name]): Finding[] => {
    const {thicknessPt, aboveMm, belowMm} = sheet.rules[id as keyof Sheet['rules']]
    const whole = `${name}（rules.${id}）`
    const heightMm = thicknessPt / pointsPerMm + aboveMm + belowMm
    const paths = ['thicknessPt', 'aboveMm', 'belowMm'].map((key) => ['rules', id, key])
    if (heightMm * pointsPerMm > areaHeightPt(sheet)) {
      const message = `${whole}连同上下空白高 ${short(heightMm)} 毫米，版心只有 ${short(areaHeightPt(sheet) / pointsPerMm)} 毫米高，排不下。请改小 aboveMm、belowMm 或 thicknessPt。`
      return [{severity: 'error', paths: [...paths, ...heightPaths], message}]
    }
    if (thicknessPt <= sheet.grid.linePitchPt) return []
    const message = `${whole}粗 ${short(thicknessPt)} 磅，比一行还高。请改小 thicknessPt，如 1（磅）。`
    return [{severity: 'warning', paths: paths.slice(0, 1), message}]
  })
}
