/** Measures that are well written one by one and do not go together. */

import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {type Sheet, styleRoles} from '../model/sheet.js'
import {layerAt, placeIn, type SheetLayer, type SheetPath} from './sheet-layers.js'
import {sheetName} from './sheet-messages.js'

/** `error`: nothing can be set this way; `warning`: it can, but not as it is meant. */
interface Finding {
  readonly severity: 'error' | 'warning'
  /** The measures that do not go together, the one to mend first. Told where the nearest to the bulletin stands. */
  readonly paths: readonly SheetPath[]
  readonly message: string
}

/** Another kind of measure (labels, a second paper) adds its own function here. */
const senses: readonly ((sheet: Sheet) => Finding[])[] = [
  judgeTypeArea,
  judgeLines,
  judgeChars,
  judgeCharPitch,
  judgePageNumber,
  judgeStyleHeights,
  judgeIndents,
  judgeSmallestSizes,
  judgeTables
]

/** Everything about a sheet that cannot be, or is hardly meant. */
export function judgeSense(sheet: Sheet, layers: readonly SheetLayer[]): Diagnostic[] {
  return senses
    .flatMap((judge) => judge(sheet))
    .map(({severity, paths, message}) => {
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

const pointsPerMm = 72 / 25.4
/** Half a twip, in pt: Word rounds every length to whole ones. */
const hairPt = 0.025

const areaWidthPt = ({page}: Sheet): number => (page.widthMm - page.leftMm - page.rightMm) * pointsPerMm
const areaHeightPt = ({page}: Sheet): number => (page.heightMm - page.topMm - page.bottomMm) * pointsPerMm

const widthPaths: readonly SheetPath[] = [
  ['page', 'leftMm'],
  ['page', 'rightMm'],
  ['page', 'widthMm']
]
const heightPaths: readonly SheetPath[] = [
  ['page', 'topMm'],
  ['page', 'bottomMm'],
  ['page', 'heightMm']
]

function judgeTypeArea(sheet: Sheet): Finding[] {
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
  if (fitting === linesPerPage || fitting < 1) return []
  const pitch = downTo(height / linesPerPage)
  const message = `行距（linePitchPt）${short(linePitchPt)} 磅，版心高 ${short(height / pointsPerMm)} 毫米，一面排 ${fitting} 行，不是所写的 ${linesPerPage} 行。请把 linesPerPage 改为 ${fitting}，或把 linePitchPt 改为 ${short(pitch)}。`
  return [{severity: 'warning', paths: [['grid', 'linesPerPage'], ['grid', 'linePitchPt'], ...heightPaths], message}]
}

function judgeChars(sheet: Sheet): Finding[] {
  const {charsPerLine, charPitchPt} = sheet.grid
  const width = areaWidthPt(sheet)
  const fitting = Math.floor((width + hairPt) / charPitchPt)
  if (fitting === charsPerLine || fitting < 1) return []
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

/** Lines have a fixed height: what is higher runs into the line above, and Word cuts it off. */
function judgeStyleHeights({styles, grid}: Sheet): Finding[] {
  return styleRoles.flatMap((role): Finding[] => {
    const {name, sizePt, lineLines} = styles[role]
    // The page number stands outside the grid.
    if (role === 'pageNumber' || sizePt <= lineLines * grid.linePitchPt + hairPt) return []
    const message = `“${name}”（styles.${role}）字号 ${short(sizePt)} 磅，一行只有 ${short(lineLines * grid.linePitchPt)} 磅高，上下行会相碰，Word 中会缺一截。请写 lineLines: ${Math.ceil(sizePt / grid.linePitchPt)}，或改小 sizePt。`
    return [
      {
        severity: 'warning',
        paths: [
          ['styles', role, 'sizePt'],
          ['styles', role, 'lineLines'],
          ['grid', 'linePitchPt']
        ],
        message
      }
    ]
  })
}

/** At least one character must stand in a line. */
function judgeIndents(sheet: Sheet): Finding[] {
  // Where no text can stand at all, that is said already.
  if (areaWidthPt(sheet) < sheet.styles.body.sizePt) return []
  return styleRoles.flatMap((role): Finding[] => {
    const {name, sizePt, startChars, endChars, firstLineChars} = sheet.styles[role]
    const chars = startChars + endChars + Math.abs(firstLineChars) + 1
    if (chars * sizePt <= areaWidthPt(sheet)) return []
    const message = `“${name}”（styles.${role}）左右和首行共空 ${short(chars - 1)} 字，版心放不下一个字。请改小 startChars、endChars 或 firstLineChars。`
    const paths = ['startChars', 'endChars', 'firstLineChars', 'sizePt'].map((key) => ['styles', role, key])
    return [{severity: 'error', paths: [...paths, ...widthPaths], message}]
  })
}

/** Where a text may be shrunk down to a size that is larger than its own. */
function judgeSmallestSizes({masthead, tables, glyphs, styles}: Sheet): Finding[] {
  const pairs = [
    {path: ['masthead', 'smallestTitlePt'], smallest: masthead.smallestTitlePt, role: 'bulletinTitle'},
    {path: ['tables', 'smallestSizePt'], smallest: tables.smallestSizePt, role: 'tableCell'},
    ...styleRoles
      .filter((role) => styles[role].fit)
      .map((role) => ({path: ['glyphs', 'smallestSizePt'], smallest: glyphs.smallestSizePt, role}))
  ] as const
  return pairs.flatMap(({path, smallest, role}): Finding[] => {
    const {name, sizePt} = styles[role]
    if (smallest <= sizePt) return []
    const message = `“${name}”（styles.${role}）字号 ${short(sizePt)} 磅，而 ${path.join('.')} 不许小于 ${short(smallest)} 磅。请把 ${path.join('.')} 改为不大于 ${short(sizePt)} 的数。`
    return [{severity: 'warning', paths: [path, ['styles', role, 'sizePt']], message}]
  })
}

/** What stands after a table stands on the grid again. */
function judgeTables({tables}: Sheet): Finding[] {
  const sum = tables.aboveLines + tables.belowLines
  if (Math.abs(sum - Math.round(sum)) < 0.001) return []
  const below = Math.ceil(sum) - tables.aboveLines
  const message = `表格上下的空白（tables.aboveLines、belowLines）共 ${short(sum)} 行，不是整行，表格之后的正文会离开行格。请把 belowLines 改为 ${short(below)}。`
  return [
    {
      severity: 'warning',
      paths: [
        ['tables', 'belowLines'],
        ['tables', 'aboveLines']
      ],
      message
    }
  ]
}

/** To hundredths, without zeros at the end: 28.95, 37. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Down to a whole twip (0.05 pt), so that as many as wanted fit. */
function downTo(pt: number): number {
  return Math.floor(pt * 20 + 0.001) / 20
}
