/**
 * What GB/T 9704—2012 《党政机关公文格式》 says of the measures of a sheet, clause by clause. Data only.
 *
 * The standard is about official documents (公文); bulletins (简报) follow it by analogy. What it leaves open is not here:
 * thickness of the red rule, red on a screen, contents, editor's notes, captions, footnotes.
 */

import type {Rule, Sheet, StyleRole, TextStyle} from '../model/sheet.js'
import {styleKeyNames} from './measure-text.js'

/** Parts of the list, in its order. */
export const measureGroups = ['幅面与版心', '行与字', '版头', '主体', '版记', '页码'] as const
export type MeasureGroup = (typeof measureGroups)[number]

export interface StandardMeasure {
  readonly group: MeasureGroup
  /** 天头. */
  readonly label: string
  /** The measures that it is made of; the first says how its value is written. */
  readonly paths: readonly (readonly string[])[]
  /** What a sheet has. */
  readonly of: (sheet: Sheet) => number | string
  /** What the standard says, in the same unit. */
  readonly standard: number | string | ((sheet: Sheet) => number)
  /** By how much a number may differ and still be the same. */
  readonly tolerance: number
  readonly clause: string
  /** How firmly the standard says so; 一般 and 推荐 leave it to the office. */
  readonly force: '应' | '一般' | '推荐'
  /** Where the standard gives no number: what it says, from which the number follows. */
  readonly wording: string | null
  /** Why bulletins commonly do otherwise. */
  readonly remark: string | null
}

/** Two sizes that no reader can tell apart. */
const same = 0.01
/** Word counts the thickness of rules in eighths of a point: half of one, in mm. */
const ruleStepMm = 0.0221

const mmPerPt = 25.4 / 72

type Force = StandardMeasure['force']
interface More {
  readonly tolerance?: number
  readonly force?: Force
  readonly wording?: string
  readonly remark?: string
}

function measure(
  [group, label]: readonly [MeasureGroup, string],
  paths: readonly (readonly string[])[],
  of: StandardMeasure['of'],
  [standard, clause]: readonly [StandardMeasure['standard'], string],
  {tolerance = same, force = '应', wording, remark}: More = {}
): StandardMeasure {
  return {group, label, paths, of, standard, tolerance, clause, force, wording: wording ?? null, remark: remark ?? null}
}

type StyleKey = Exclude<keyof TextStyle, 'name' | 'bold' | 'fit' | 'keepWithNext' | 'ownLatin'>

/** One property of a style. */
function styled<Key extends StyleKey>(
  [group, label, role]: readonly [MeasureGroup, string, StyleRole],
  key: Key,
  said: readonly [TextStyle[Key], string],
  more: More = {}
): StandardMeasure {
  const of = ({styles}: Sheet): number | string => styles[role][key]
  return measure([group, `${label}${styleKeyNames[key]}`], [['styles', role, key]], of, said, more)
}

const usual = {force: '一般'} as const
const advised = {force: '推荐'} as const

const page: readonly StandardMeasure[] = [
  measure(['幅面与版心', '纸宽'], [['page', 'widthMm']], ({page}) => page.widthMm, [210, '5.1']),
  measure(['幅面与版心', '纸高'], [['page', 'heightMm']], ({page}) => page.heightMm, [297, '5.1']),
  measure(['幅面与版心', '天头'], [['page', 'topMm']], ({page}) => page.topMm, [37, '5.2.1'], {tolerance: 1}),
  measure(['幅面与版心', '订口'], [['page', 'leftMm']], ({page}) => page.leftMm, [28, '5.2.1'], {tolerance: 1}),
  measure(
    ['幅面与版心', '版心宽'],
    ['widthMm', 'leftMm', 'rightMm'].map((key) => ['page', key]),
    ({page}) => page.widthMm - page.leftMm - page.rightMm,
    [156, '5.2.1']
  ),
  measure(
    ['幅面与版心', '版心高'],
    ['heightMm', 'topMm', 'bottomMm'].map((key) => ['page', key]),
    ({page}) => page.heightMm - page.topMm - page.bottomMm,
    [225, '5.2.1']
  )
]

/** Lines and characters fill the type area: what they leave is less than a twip each. */
const filling = {...usual, wording: '撑满版心', tolerance: 0.05}

const grid: readonly StandardMeasure[] = [
  measure(['行与字', '每面行数'], [['grid', 'linesPerPage']], ({grid}) => grid.linesPerPage, [22, '5.2.3'], usual),
  measure(['行与字', '每行字数'], [['grid', 'charsPerLine']], ({grid}) => grid.charsPerLine, [28, '5.2.3'], usual),
  measure(
    ['行与字', '行距'],
    [['grid', 'linePitchPt']],
    ({grid}) => grid.linePitchPt,
    [({grid, page}) => (page.heightMm - page.topMm - page.bottomMm) / mmPerPt / grid.linesPerPage, '5.2.3'],
    filling
  ),
  measure(
    ['行与字', '字距'],
    [['grid', 'charPitchPt']],
    ({grid}) => grid.charPitchPt,
    [({grid, page}) => (page.widthMm - page.leftMm - page.rightMm) / mmPerPt / grid.charsPerLine, '5.2.3'],
    filling
  )
]

const mastheadRule = ({rules, styles, grid}: Sheet): number => {
  // The line of text above it is higher than its type.
  const white = (styles.imprint.lineLines * grid.linePitchPt - styles.imprint.sizePt) / 2
  return rules.masthead.aboveMm + white * mmPerPt
}

const masthead: readonly StandardMeasure[] = [
  styled(['版头', '份号', 'copyNumber'], 'sizePt', [16, '7.2.1'], usual),
  styled(['版头', '份号', 'copyNumber'], 'align', ['left', '7.2.1'], {
    ...usual,
    remark: '简报的编号习惯排在右上角'
  }),
  styled(['版头', '密级', 'classification'], 'font', ['heiti', '7.2.2'], usual),
  styled(['版头', '密级', 'classification'], 'sizePt', [16, '7.2.2'], usual),
  styled(['版头', '密级', 'classification'], 'align', ['left', '7.2.2'], usual),
  styled(['版头', '刊名', 'bulletinTitle'], 'font', ['xiaobiaosong', '7.2.4'], advised),
  styled(['版头', '刊名', 'bulletinTitle'], 'color', ['red', '7.2.4']),
  styled(['版头', '刊名', 'bulletinTitle'], 'align', ['center', '7.2.4']),
  styled(['版头', '期号', 'issueNumberLine'], 'font', ['fangsong', '5.2.2'], usual),
  styled(['版头', '期号', 'issueNumberLine'], 'sizePt', [16, '5.2.2'], usual),
  styled(['版头', '期号', 'issueNumberLine'], 'align', ['center', '7.2.5']),
  styled(['版头', '期号', 'issueNumberLine'], 'spaceBeforeLines', [2, '7.2.5'], {
    remark: '简报的期号习惯紧接在刊名之下'
  }),
  measure(['版头', '红线颜色'], [['rules', 'masthead', 'color']], ({rules}) => rules.masthead.color, ['red', '7.2.7']),
  measure(
    ['版头', '红线距上面的字'],
    [
      ['rules', 'masthead', 'aboveMm'],
      ['styles', 'imprint', 'sizePt'],
      ['grid', 'linePitchPt']
    ],
    mastheadRule,
    [4, '7.2.7'],
    {tolerance: 0.5}
  )
]

function paragraphs(label: string, role: StyleRole, font: TextStyle['font']): readonly StandardMeasure[] {
  return [
    styled(['主体', label, role], 'font', [font, '7.3.3'], usual),
    styled(['主体', label, role], 'sizePt', [16, role === 'body' ? '7.3.3' : '5.2.2'], usual),
    styled(['主体', label, role], 'firstLineChars', [2, '7.3.3'])
  ]
}

const text: readonly StandardMeasure[] = [
  styled(['主体', '标题', 'articleTitle'], 'font', ['xiaobiaosong', '7.3.1'], usual),
  styled(['主体', '标题', 'articleTitle'], 'sizePt', [22, '7.3.1'], usual),
  styled(['主体', '标题', 'articleTitle'], 'align', ['center', '7.3.1']),
  styled(['主体', '标题', 'articleTitle'], 'spaceBeforeLines', [2, '7.3.1'], {
    remark: '标准说的是红线之下的标题；简报一期有几篇，篇与篇之间习惯少空'
  }),
  styled(['主体', '标题', 'articleTitle'], 'spaceAfterLines', [1, '7.3.2']),
  ...paragraphs('正文', 'body', 'fangsong'),
  styled(['主体', '正文', 'body'], 'color', ['black', '5.2.4']),
  ...paragraphs('一、', 'heading1', 'heiti'),
  ...paragraphs('（一）', 'heading2', 'kaiti'),
  ...paragraphs('1. ', 'heading3', 'fangsong'),
  ...paragraphs('（1）', 'heading4', 'fangsong')
]

const ruleMm = (rule: 'colophonOuter' | 'colophonInner'): StandardMeasure['of'] => {
  return ({rules}) => (rules[rule] as Rule).thicknessPt * mmPerPt
}

const endBlock: readonly StandardMeasure[] = [
  measure(['版记', '首末线粗'], [['rules', 'colophonOuter', 'thicknessPt']], ruleMm('colophonOuter'), [0.35, '7.4.1'], {
    ...advised,
    tolerance: ruleStepMm
  }),
  measure(['版记', '中间线粗'], [['rules', 'colophonInner', 'thicknessPt']], ruleMm('colophonInner'), [0.25, '7.4.1'], {
    ...advised,
    tolerance: ruleStepMm
  }),
  styled(['版记', '报送发', 'distribution'], 'font', ['fangsong', '7.4.2'], usual),
  styled(['版记', '报送发', 'distribution'], 'sizePt', [14, '7.4.2'], usual),
  styled(['版记', '报送发', 'distribution'], 'startChars', [1, '7.4.2']),
  styled(['版记', '报送发', 'distribution'], 'endChars', [1, '7.4.2'])
]

const pageNumber: readonly StandardMeasure[] = [
  styled(['页码', '页码', 'pageNumber'], 'font', ['songti', '7.5'], usual),
  styled(['页码', '页码', 'pageNumber'], 'sizePt', [14, '7.5'], usual),
  styled(['页码', '双页页码', 'pageNumber'], 'startChars', [1, '7.5']),
  styled(['页码', '单页页码', 'pageNumber'], 'endChars', [1, '7.5']),
  measure(['页码', '一字线距版心'], [['pageNumberBelowMm']], ({pageNumberBelowMm}) => pageNumberBelowMm, [7, '7.5'])
]

export const standardMeasures: readonly StandardMeasure[] = [
  ...page,
  ...grid,
  ...masthead,
  ...text,
  ...endBlock,
  ...pageNumber
]

/** What the standard says beside a measure that it leaves open. */
export const openMeasures: ReadonlyMap<string, string> = new Map([
  ['colors.red', '标准只规定油墨（6.2：Y80%、M80%），没有规定屏幕上的红'],
  ['rules.masthead.thicknessPt', '标准没有规定红线的粗细（7.2.7）']
])
