import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import type {DispatchSheet} from '../../../src/model/dispatch.js'
import {writeDispatchXlsx} from '../../../src/render/dispatch/xlsx.js'
import {exampleSheet} from '../fixtures.js'
import {dispatchWords, nasty} from './words.js'

interface ReadCell {
  readonly value: string
  /** `s` for a text, absent for a number. */
  readonly type: string | null
  readonly formula: string | null
  readonly format: string
}

/** The XML itself, so that nothing of the package that wrote it stands between. */
async function readBack(words: DispatchSheet) {
  const parts = unzipSync(await writeDispatchXlsx(words, exampleSheet))
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  const xml = part('xl/worksheets/sheet1.xml')
  const styles = part('xl/styles.xml')
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    unescapeXml([...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join(''))
  )
  const formats = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code])
  )
  const builtIn = new Map([
    ['0', 'General'],
    ['1', '0'],
    ['49', '@']
  ])
  const cellFormats = [
    ...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*numFmtId="(\d+)"/g)
  ].map(([, id = '']) => formats.get(id) ?? builtIn.get(id) ?? id)
  const cells = new Map<string, ReadCell>()
  for (const [, attributes = '', inside = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? null
    const raw = /<v>(.*?)<\/v>/s.exec(inside)?.[1] ?? ''
    const type = attribute('t')
    cells.set(attribute('r') ?? '', {
      value: type === 's' ? (strings[Number(raw)] ?? '') : raw,
      type,
      formula: /<f>(.*?)<\/f>/s.exec(inside)?.[1] ?? null,
      format: cellFormats[Number(attribute('s'))] ?? ''
    })
  }
  const row = (number: number): string[] =>
    [...cells].filter(([at]) => at.replace(/[A-Z]+/, '') === String(number)).map(([, {value}]) => value)
  const heights = [...xml.matchAll(/<row r="\d+" ht="([\d.]+)"/g)].map(([, height]) => Number(height))
  return {xml, styles, cells, row, heights, workbook: part('xl/workbook.xml'), core: part('docProps/core.xml')}
}

function unescapeXml(text: string): string {
  const names: Record<string, string> = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'"}
  return text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => names[entity] ?? entity)
}

test('标题、日期、表头、各行与合计', async () => {
  const {row, cells} = await readBack(dispatchWords().sheet)
  expect([row(1)[0], row(2)[0]]).toEqual(['青石县工作简报第41期（总第2150期）发放登记表', '2020年8月13日'])
  expect(row(3)).toEqual(['序号', '收件单位', '发送类别', '份数', '份号', '签收人', '签收日期'])
  expect(row(4)).toEqual(['1', '市文明办', '报', '2', '000001—000002', '', ''])
  expect(row(5)).toEqual(['2', '各镇', '发', '1', '000003', '', ''])
  expect(row(6)).toEqual(['3', '编印单位', '存档', '3', '000004—000006', '', ''])
  expect(row(7)).toEqual(['', '合计', '', '6', '', '', ''])
  expect(cells.get('D7')).toMatchObject({formula: 'SUM(D4:D6)', value: '6'})
})

test('不编份号的，宽归收件单位', async () => {
  const widths = ({xml}: {xml: string}) =>
    [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
  const numbered = widths(await readBack(dispatchWords().sheet))
  const plain = await readBack(dispatchWords([], false).sheet)
  expect(plain.row(3)).toEqual(['序号', '收件单位', '发送类别', '份数', '签收人', '签收日期'])
  expect(widths(plain)).toHaveLength(6)
  expect(widths(plain)[1]).toBeGreaterThan((numbered[1] ?? 0) + (numbered[4] ?? 0) - 1)
})

test('像公式的文字仍是文字', async () => {
  const {row, cells} = await readBack(dispatchWords(nasty.map((name) => ({name}))).sheet)
  const read = nasty.map((_, index) => row(6 + index)[1])
  expect(read).toEqual(nasty)
  for (const [at, {type, formula, format}] of cells) {
    if (/^B([4-9]|\d\d)$/.test(at)) expect([at, type, formula, format]).toEqual([at, 's', null, '@'])
  }
  expect([...cells.values()].filter(({formula}) => formula !== null)).toHaveLength(1)
})

describe('打印', () => {
  test('A4 竖排，一页宽，每页重复表头，打印全部各行', async () => {
    const {xml, workbook} = await readBack(dispatchWords(Array.from({length: 500}, () => ({}))).sheet)
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="portrait"[^>]*fitToWidth="1" fitToHeight="0"/)
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="0">&apos;发放登记表&apos;!$A$1:$G$507</definedName>'
    )
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">&apos;发放登记表&apos;!$3:$3</definedName>'
    )
    expect(xml).toContain('topLeftCell="A4"')
  })

  test('每行至少 10 毫米，长名称的行加高，不过 Excel 的限度', async () => {
    const {heights} = await readBack(dispatchWords([{name: '长'.repeat(60)}, {name: '长'.repeat(3000)}]).sheet)
    const [, , , plain = 0, , long = 0, longest] = heights
    expect(plain).toBeCloseTo((10 * 72) / 25.4, 3)
    // 53 毫米宽放 12 字，60 字是 5 行。
    expect(long).toBeGreaterThanOrEqual(5 * 12 * 1.25)
    expect(longest).toBe(409)
  })

  test('字体照版式的名称', async () => {
    const {styles} = await readBack(dispatchWords().sheet)
    for (const name of ['方正小标宋简体', '仿宋_GB2312', '黑体']) expect(styles).toContain(`<name val="${name}"/>`)
  })
})

test('字体各项照 ECMA-376 的先后，Open XML SDK 才认', async () => {
  const {styles} = await readBack(dispatchWords().sheet)
  const fonts = [...styles.matchAll(/<font>(.*?)<\/font>/gs)].map(([, inside = '']) =>
    [...inside.matchAll(/<([a-z]+)/g)].map(([, name]) => name).join(' ')
  )
  expect(fonts).toEqual(['sz color name family scheme', ...Array.from({length: 3}, () => 'sz name charset')])
})

test('文件属性里是刊期的日期，没有时钟', async () => {
  const {core} = await readBack(dispatchWords().sheet)
  expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2020-08-13T00:00:00Z</dcterms:created>')
  expect(core).toContain('<dc:title>青石县工作简报第41期（总第2150期）发放登记表</dc:title>')
})
