import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {type LayoutMeasure, layoutMeasures} from '../../src/check/layout-measures.js'
import {checkSheet} from '../../src/check/sheet.js'
import {layersOf, valueAt} from '../../src/check/sheet-layers.js'
import {standardMeasures} from '../../src/check/standard-measures.js'
import {yamlPart} from '../../src/check/yaml-part.js'
import type {RawYaml} from '../../src/model/raw.js'
import {readYamlFile} from '../../src/read/source.js'

const common = readYamlFile({
  path: 'templates/common/sheet.yaml',
  bytes: readFileSync(new URL('../../templates/common/sheet.yaml', import.meta.url))
})

function read(path: string, text: string): RawYaml {
  return readYamlFile({path, bytes: new TextEncoder().encode(text)})
}

/** Every measure by the first of its keys, and by its label. */
function explain(template: string | null, bulletin: string | null): (name: string) => LayoutMeasure {
  const sheets = [...(template === null ? [] : [read('templates/kan/sheet.yaml', template)]), common]
  const own = bulletin === null ? null : yamlPart(read('content/kan/bulletin.yaml', `sheet: ${bulletin}`), ['sheet'])
  const {value, diagnostics} = checkSheet(sheets, 'kan', own)
  if (!value) throw new Error(JSON.stringify(diagnostics))
  const measures = layoutMeasures(value, layersOf(sheets, own))
  return (name) => {
    const found = measures.find(({keys, label}) => keys.join() === name || label === name)
    if (!found) throw new Error(`no measure ${name}`)
    return found
  }
}

test('every measure of the standard is one of the sheet', () => {
  const {value} = checkSheet([common], 'common')
  for (const {paths, label} of standardMeasures) {
    for (const path of paths) expect(valueAt(value, path), `${label} ${path.join('.')}`).toBeDefined()
  }
})

describe('against the standard', () => {
  test.each([
    ['page.topMm', '{page: {topMm: 38}}', false, '38 毫米', '36 至 38 毫米', '5.2.1'],
    ['page.topMm', '{page: {topMm: 38.5}}', true, '38.5 毫米', '36 至 38 毫米', '5.2.1'],
    ['版心宽', '{page: {leftMm: 29, rightMm: 25}}', false, '156 毫米', '156 毫米', '5.2.1'],
    ['版心宽', '{page: {leftMm: 30}}', true, '154 毫米', '156 毫米', '5.2.1'],
    ['grid.linesPerPage', '{grid: {linesPerPage: 20, linePitchPt: 31.85}}', true, '20 行', '22 行', '5.2.3'],
    [
      'grid.linePitchPt',
      '{grid: {linesPerPage: 20, linePitchPt: 31.85}}',
      false,
      '31.85 磅',
      '撑满版心：31.89 磅',
      '5.2.3'
    ],
    ['grid.charPitchPt', '{grid: {charPitchPt: 15.5}}', true, '15.5 磅', '撑满版心：15.79 磅', '5.2.3'],
    ['styles.body.sizePt', '{styles: {body: {sizePt: 15}}}', true, '小3号（15 磅）', '3号（16 磅）', '7.3.3'],
    ['styles.heading2.font', '{styles: {heading2: {font: songti}}}', true, '宋体', '楷体', '7.3.3'],
    ['styles.bulletinTitle.color', '{styles: {bulletinTitle: {color: black}}}', true, '黑', '红', '7.2.4'],
    ['rules.colophonOuter.thicknessPt', '{}', false, '0.35 毫米', '0.35 毫米', '7.4.1'],
    ['rules.colophonInner.thicknessPt', '{}', false, '0.26 毫米', '0.25 毫米', '7.4.1'],
    [
      'rules.colophonInner.thicknessPt',
      '{rules: {colophonInner: {thicknessPt: 0.5}}}',
      true,
      '0.18 毫米',
      '0.25 毫米',
      '7.4.1'
    ],
    ['pageNumberBelowMm', '{pageNumberBelowMm: 8}', true, '8 毫米', '7 毫米', '7.5']
  ])('%s %s', (name, bulletin, departs, text, standard, clause) => {
    expect(explain(null, bulletin)(name)).toMatchObject({departs, text, standard: {text: standard, clause}})
  })
})

describe('where it comes from', () => {
  const of = explain(
    'page: {topMm: 36}\nstyles: {columnHead: {align: right}}\n',
    '{page: {topMm: 37, leftMm: 27}, lists: {nestingChars: 3}}'
  )

  test('the bulletin’s word counts, with its line', () => {
    expect(of('page.topMm')).toMatchObject({
      value: 37,
      origin: 'bulletin',
      place: {file: 'content/kan/bulletin.yaml', start: {line: 1}}
    })
  })

  test('a measure made of several comes from the one that counts most', () => {
    expect(of('版心宽')).toMatchObject({value: 157, origin: 'bulletin', place: {start: {column: 27}}})
    expect(of('版心高').origin).toBe('bulletin')
  })

  test('what nobody says is the program’s own', () => {
    expect(of('styles.body.color')).toMatchObject({value: 'black', origin: 'default', place: null, departs: false})
    expect(of('styles.body.font').origin).toBe('common')
  })

  test('what the standard leaves open is listed where it is changed, beside what is usual', () => {
    expect(of('lists.nestingChars')).toMatchObject({
      value: 3,
      text: '3 字',
      origin: 'bulletin',
      standard: null,
      departs: null,
      remark: '通用为 2 字'
    })
    expect(of('栏目位置')).toMatchObject({
      text: '居右',
      origin: 'template',
      place: {start: {line: 2}},
      remark: expect.stringMatching(/^通用为 居/)
    })
    expect(() => of('tables.cellMarginPt')).toThrow()
    expect(() => explain('extends: common', null)('extends')).toThrow()
  })

  test('red has an ink in the standard, no colour on a screen', () => {
    expect(explain(null, "{colors: {red: 'C00000'}}")('colors.red').remark).toContain('6.2：Y80%、M80%')
  })
})
