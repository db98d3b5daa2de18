import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {checkSheet} from '../../src/check/sheet.js'
import {yamlPart} from '../../src/check/yaml-part.js'
import type {RawYaml} from '../../src/model/raw.js'
import {readYamlFile} from '../../src/read/source.js'

const common = readYamlFile({
  path: 'templates/common/sheet.yaml',
  bytes: readFileSync(new URL('../../templates/common/sheet.yaml', import.meta.url))
})

function template(text: string): RawYaml {
  return readYamlFile({path: 'templates/kan/sheet.yaml', bytes: new TextEncoder().encode(text)})
}

/** What a bulletin says below `sheet:`, in braces. */
function bulletin(text: string): RawYaml | null {
  const bytes = new TextEncoder().encode(`title: 刊\nsheet: ${text}\n`)
  return yamlPart(readYamlFile({path: 'content/kan/bulletin.yaml', bytes}), ['sheet'])
}

describe('what counts', () => {
  const own = template('{page: {topMm: 36, leftMm: 27}, styles: {body: {sizePt: 15, align: left}}}')

  test('the bulletin before the template before common, key by key', () => {
    const {value, diagnostics} = checkSheet(
      [own, common],
      'kan',
      bulletin('{page: {topMm: 38}, styles: {body: {sizePt: 14}}}')
    )
    expect(diagnostics.map(({severity}) => severity)).not.toContain('error')
    expect(value?.page).toEqual({widthMm: 210, heightMm: 297, topMm: 38, bottomMm: 35, leftMm: 27, rightMm: 26})
    expect(value?.styles.body).toMatchObject({sizePt: 14, align: 'left', font: 'fangsong', firstLineChars: 2})
  })

  test('a key without a value says nothing', () => {
    const {value} = checkSheet([own, common], 'kan', bulletin('{page: {topMm: }, grid: }'))
    expect(value?.page.topMm).toBe(36)
    expect(value?.grid.charsPerLine).toBe(28)
  })

  test('no sheet of the bulletin, or an empty one, changes nothing', () => {
    const plain = checkSheet([own, common], 'kan')
    expect(checkSheet([own, common], 'kan', null)).toEqual(plain)
    expect(checkSheet([own, common], 'kan', bulletin('{}'))).toEqual(plain)
    expect(bulletin('')).toBeNull()
    expect(bulletin('[1]')).toBeNull()
  })

  test('names of what every object has are no measures', () => {
    const {diagnostics} = checkSheet([common], 'kan', bulletin('{constructor: {name: 1}, toString: 1}'))
    expect(diagnostics.map(({ruleId}) => ruleId)).toEqual(['sheet-is-valid', 'sheet-is-valid'])
  })
})

describe('papers that go with an issue', () => {
  test.each([
    ['{labels: {widthMm: 71}}', '3 列标签横排共 213 毫米，A4 纸宽 210 毫米'],
    ['{labels: {rows: 9}}', '9 行标签竖排共 333.5 毫米，A4 纸高 297 毫米'],
    ['{labels: {paddingMm: 20}}', '标签两边的空白连同至少 1 毫米的字共 41 毫米，标签只有 37 毫米'],
    ['{dispatch: {widthsMm: {recipient: 90}}}', '发放登记表各列连同左右页边共 244 毫米，A4 纸宽 210 毫米'],
    ['{dispatch: {marginTopMm: 270}}', '发放登记表的上下页边连同两行共 308 毫米，A4 纸高 297 毫米']
  ])('%s', (text, message) => {
    const {value, diagnostics} = checkSheet([common], 'kan', bulletin(text))
    expect(value).toBeNull()
    expect(diagnostics.map((one) => [one.ruleId, one.place.file])).toEqual([
      ['sheet-is-valid', 'content/kan/bulletin.yaml']
    ])
    expect(diagnostics[0]?.message).toContain(message)
  })
})

describe('where it is mended', () => {
  test('the common measures are sound', () => {
    expect(checkSheet([common], 'common').diagnostics).toEqual([])
  })

  test('缺的项目照实说，不怪刊物', () => {
    const {diagnostics} = checkSheet([template('{}')], 'kan', bulletin('{lists: {nestingChars: 1}}'))
    expect(diagnostics.map(({message}) => message)).toContain(
      '版式缺少“page”。请对照 templates/common/sheet.yaml 补上。'
    )
    expect(new Set(diagnostics.map(({place}) => place.file))).toEqual(new Set(['templates/kan/sheet.yaml']))
  })

  test('没有版式文件', () => {
    expect(checkSheet([], 'kan').diagnostics.map(({message}) => message)).toEqual([
      '模板没有 sheet.yaml。请补上版式文件。'
    ])
  })

  test('what stands in the template is said of the template, whatever the bulletin says', () => {
    const wrong = template('{page: {topMm: 三十}}')
    const alone = checkSheet([wrong, common], 'kan').diagnostics
    expect(checkSheet([wrong, common], 'kan', bulletin('{page: {leftMm: 30}}')).diagnostics).toEqual(alone)
    expect(alone).toHaveLength(1)
  })

  test('a bulletin that mends the template’s mistake is set', () => {
    const wrong = template('{page: {topMm: 三十}}')
    expect(checkSheet([wrong, common], 'kan', bulletin('{page: {topMm: 37}}')).value?.page.topMm).toBe(37)
  })
})

test('warnings stop nothing, errors do', () => {
  expect(checkSheet([common], 'kan', bulletin('{page: {topMm: 40}}'))).toMatchObject({
    value: {page: {topMm: 40}},
    diagnostics: [{severity: 'warning', ruleId: 'sheet-makes-sense', place: {start: {line: 2, column: 16}}}]
  })
  expect(checkSheet([common], 'kan', bulletin('{page: {leftMm: 190}}'))).toMatchObject({
    value: null,
    diagnostics: [{severity: 'error', ruleId: 'sheet-is-valid', place: {start: {line: 2, column: 16}}}]
  })
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
