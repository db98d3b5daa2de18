import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {checkSheet} from '../../src/check/sheet.js'
import {readYamlFile} from '../../src/read/source.js'

const common = readYamlFile({
  path: 'templates/common/sheet.yaml',
  bytes: readFileSync(new URL('../../templates/common/sheet.yaml', import.meta.url))
})

test.each([
  ['styles: {body: {sizePt: 四号}}', '1:17', '“styles.body.sizePt”应是数，如 16。'],
  [
    'styles: {body: {font: 宋体}}',
    '1:17',
    '“styles.body.font”只能是 xiaobiaosong、fangsong、heiti、kaiti、songti 之一。'
  ],
  ['styles: {正文: {sizePt: 14}}', '1:10', '版式没有“styles.正文”这一项。请对照 templates/common/sheet.yaml 改正。'],
  ['grid: {linesPerPage: 22.5}', '1:8', '“grid.linesPerPage”应是整数，如 22。'],
  ['colors: {red: 红}', '1:10', "“colors.red”应是六位十六进制的颜色，加英文引号，如 'E60012'。"],
  ['extends: hangzhou', '1:1', '“extends”只能写 common。'],
  ['styles: {body: {sizePt: -3}}', '1:17', '“styles.body.sizePt”太小，应大于 0。']
])('%s', (text, place, message) => {
  const own = readYamlFile({path: 'templates/kan/sheet.yaml', bytes: new TextEncoder().encode(text)})
  const {value, diagnostics} = checkSheet([own, common], 'kan')
  expect(value).toBeNull()
  expect(diagnostics.map((found) => found.message)).toEqual([message])
  const [{place: found} = {place: common.placeOf([])}] = diagnostics
  expect(`${found.start.line}:${found.start.column}`).toBe(place)
})

test('缺的项目照实说', () => {
  const own = readYamlFile({path: 'templates/kan/sheet.yaml', bytes: new TextEncoder().encode('{}')})
  const messages = checkSheet([own], 'kan').diagnostics.map(({message}) => message)
  expect(messages).toContain('版式缺少“page”。请对照 templates/common/sheet.yaml 补上。')
})

/** Templates, and how many lines their samples' names have. */
const heads = {standard: 1, hangzhou: 2, hunan: 1, shoudu: 1, jiangsu: 1}

test.each(Object.entries(heads))('%s：版头和各种文字都占整行，左右页的行才对得齐', (template, nameLines) => {
  const path = `templates/${template}/sheet.yaml`
  const own = readYamlFile({path, bytes: readFileSync(new URL(`../../${path}`, import.meta.url))})
  const {value, diagnostics} = checkSheet([own, common], template)
  expect(diagnostics).toEqual([])
  // Footnotes and page numbers stand outside the grid.
  const {footnote: _, pageNumber: __, tableHead, tableCell, ...styles} = value?.styles ?? {}
  for (const cell of [tableHead, tableCell]) {
    expect((cell?.lineLines ?? 0) + (value?.tables.rowPaddingLines ?? 0)).toBe(1)
  }
  const heights = Object.entries(styles).map(([role, {lineLines, spaceBeforeLines, spaceAfterLines}]) => {
    return [
      role,
      (role === 'bulletinTitle' ? nameLines : 1) * (lineLines + spaceBeforeLines + spaceAfterLines)
    ] as const
  })
  expect(heights.length).toBeGreaterThan(20)
  expect(heights.filter(([, lines]) => !Number.isInteger(lines))).toEqual([])
})
