import {expect, test} from 'vitest'
import {writeDispatchDocx} from '../../../src/render/dispatch/docx.js'
import {html, partOf, rawText} from '../docx/parts.js'
import {exampleSheet} from '../fixtures.js'
import {dispatchWords, nasty} from './words.js'

test('标题、日期和表，表头每页重复', async () => {
  const docx = writeDispatchDocx(dispatchWords().sheet, exampleSheet)
  const rows = [...(await html(docx)).matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, ''))
  )
  expect(await rawText(docx)).toContain('青石县工作简报第41期（总第2150期）发放登记表\n\n2020年8月13日')
  expect(rows).toEqual([
    ['序号', '收件单位', '发送类别', '份数', '份号', '签收人', '签收日期'],
    ['1', '市文明办', '报', '2', '000001—000002', '', ''],
    ['2', '各镇', '发', '1', '000003', '', ''],
    ['3', '编印单位', '存档', '3', '000004—000006', '', ''],
    ['', '合计', '', '6', '', '', '']
  ])
  const xml = partOf(docx, 'word/document.xml')
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(5)
  expect(xml.match(/<w:trHeight w:val="567" w:hRule="atLeast"\/>/g)).toHaveLength(5)
  // A4, in twips.
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
})

test('任何文字照印', async () => {
  const text = await rawText(writeDispatchDocx(dispatchWords(nasty.map((name) => ({name}))).sheet, exampleSheet))
  for (const name of nasty) expect(text).toContain(name)
})

test('五百家', async () => {
  const docx = writeDispatchDocx(dispatchWords(Array.from({length: 500}, () => ({}))).sheet, exampleSheet)
  expect(partOf(docx, 'word/document.xml').match(/<w:tr>/g)).toHaveLength(505)
  expect(await rawText(docx)).toContain('第500号单位')
})

test('样式用中文名，字体用单位的', () => {
  const styles = partOf(writeDispatchDocx(dispatchWords().sheet, exampleSheet), 'word/styles.xml')
  for (const name of ['登记表标题', '登记表日期', '登记表表头', '登记表表文', '登记表页码']) {
    expect(styles).toContain(`<w:name w:val="${name}"/>`)
  }
  for (const font of ['方正小标宋简体', '黑体', '仿宋_GB2312']) expect(styles).toContain(`w:eastAsia="${font}"`)
  expect(styles).toContain('<w:autoSpaceDE w:val="0"/>')
})
