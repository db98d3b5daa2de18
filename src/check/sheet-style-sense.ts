/** Whether styles go together with the grid and with each other. */

import {type Sheet, styleRoles} from '../model/sheet.js'
import {areaHeightPt, areaWidthPt, type Finding, hairPt, heightPaths, short, widthPaths} from './sheet-finding.js'

export const styleSenses: readonly ((sheet: Sheet) => Finding[])[] = [
  judgeHeights,
  judgeSpaces,
  judgeIndents,
  judgeSmallestSizes,
  judgeNames,
  judgeTables
]

/** Lines have a fixed height: what is higher runs into the line above, and Word cuts it off. */
function judgeHeights({styles, grid}: Sheet): Finding[] {
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

/** A line and the white around it that no page is high enough for. */
function judgeSpaces(sheet: Sheet): Finding[] {
  const lines = areaHeightPt(sheet) / sheet.grid.linePitchPt
  return styleRoles.flatMap((role): Finding[] => {
    const {name, lineLines, spaceBeforeLines, spaceAfterLines} = sheet.styles[role]
    const sum = lineLines + spaceBeforeLines + spaceAfterLines
    if (sum <= lines + 0.001) return []
    const message = `“${name}”（styles.${role}）的一行连同上下空白要 ${short(sum)} 行，一面只有 ${short(lines)} 行，排不下。请改小 lineLines、spaceBeforeLines 或 spaceAfterLines。`
    const paths = ['lineLines', 'spaceBeforeLines', 'spaceAfterLines'].map((key) => ['styles', role, key])
    return [{severity: 'error', paths: [...paths, ['grid', 'linePitchPt'], ...heightPaths], message}]
  })
}

/** At least one character must stand in a line. */
function judgeIndents(sheet: Sheet): Finding[] {
  return styleRoles.flatMap((role): Finding[] => {
    const {name, sizePt, startChars, endChars, firstLineChars} = sheet.styles[role]
    const chars = startChars + endChars + Math.abs(firstLineChars) + 1
    if (chars * sizePt <= areaWidthPt(sheet)) return []
    const style = `“${name}”（styles.${role}）`
    const message =
      sizePt > areaWidthPt(sheet)
        ? `${style}字号 ${short(sizePt)} 磅，版心放不下一个字。请改小 sizePt。`
        : `${style}左右和首行共空 ${short(chars - 1)} 字，版心放不下一个字。请改小 startChars、endChars 或 firstLineChars。`
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

/** Word tells styles apart by their names. */
function judgeNames({styles}: Sheet): Finding[] {
  return styleRoles.flatMap((role, index): Finding[] => {
    const {name} = styles[role]
    const earlier = styleRoles.slice(0, index).find((other) => styles[other].name === name)
    if (earlier === undefined) return []
    const message = `styles.${role} 与 styles.${earlier} 的样式名（name）都是“${name}”，Word 分不清。请改一个。`
    const paths = [role, earlier].map((id) => ['styles', id, 'name'])
    return [{severity: 'error', paths, message}]
  })
}

/** What stands after a table stands on the grid again. */
function judgeTables(sheet: Sheet): Finding[] {
  const {tables, styles} = sheet
  if (tables.cellMarginPt * 2 + styles.tableCell.sizePt > areaWidthPt(sheet)) {
    const message = `表格文字两旁各空 ${short(tables.cellMarginPt)} 磅（tables.cellMarginPt），版心放不下一个字。请改小，如 4.25。`
    return [{severity: 'error', paths: [['tables', 'cellMarginPt'], ...widthPaths], message}]
  }
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
