/** A bulletin's own `sheet:`, from its file to the files in `out/`. */

import {unzipSync} from 'fflate'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {FontFamilies} from '../src/model/sheet.js'
import {buildIssues, checkWorkspace} from '../src/pipeline.js'
import {type Copy, copyWorkspace} from './copy.js'
import {readPdf} from './render/pdf.js'

const issue = 'shoudu/2020/041'
const base = `out/${issue}/shoudu-2020-041`
const file = 'content/shoudu/bulletin.yaml'

let copy: Copy
beforeEach(async () => {
  copy = await copyWorkspace()
})
afterEach(() => copy.remove())

async function setMeasures(measures: string): Promise<void> {
  await copy.write(file, `${await copy.text(file)}${measures}`)
}

async function build(formats: readonly ('docx' | 'pdf' | 'md')[] = ['docx', 'pdf']) {
  const [result] = await buildIssues(copy.host, {names: [issue], formats, force: false})
  if (!result) throw new Error('nothing built')
  return result
}

/** In mm, rounded: where most lines of the first page begin. A mark at a line's start is squeezed and stands further left. */
async function leftEdgeMm(): Promise<number | undefined> {
  const stretches = await readPdf(new Uint8Array(await copy.read(`${base}.pdf`)))
  const edges = stretches
    .filter(({page, text}) => page === 1 && text.trim() !== '')
    .map(({left}) => Math.round((left * 25.4) / 72))
  const count = (edge: number) => edges.filter((other) => other === edge).length
  return edges.sort((a, b) => count(b) - count(a))[0]
}

async function wordPart(part: string): Promise<string> {
  const bytes = unzipSync(await copy.read(`${base}.docx`))[`word/${part}.xml`]
  return new TextDecoder().decode(bytes)
}

describe('measures of a bulletin', () => {
  test('move the PDF and the Word file, and count as a change', async () => {
    expect((await build()).status).toBe('built')
    expect(await leftEdgeMm()).toBe(28)
    expect(await wordPart('document')).toContain('w:left="1587"')

    await setMeasures('sheet:\n  page: {leftMm: 20, rightMm: 34}\n  officeFonts: {fangsong: 方正仿宋_GBK}\n')
    expect((await build()).status).toBe('built')
    expect(await leftEdgeMm()).toBe(20)
    expect(await wordPart('document')).toContain('w:left="1134"')
    const styles = await wordPart('styles')
    expect(styles).toContain('w:eastAsia="方正仿宋_GBK"')
    expect(styles).not.toContain('仿宋_GB2312')
    expect((await build()).status).toBe('unchanged')
  })

  test('ask for the fonts of the PDF by the names that Word gets', async () => {
    await setMeasures('sheet:\n  officeFonts: {xiaobiaosong: 华文中宋}\n')
    const asked: unknown[] = []
    const fonts = {
      ...copy.host.fonts,
      resolve: (wanted?: FontFamilies) => {
        asked.push(wanted)
        return copy.host.fonts.resolve(wanted)
      }
    }
    await buildIssues({...copy.host, fonts}, {names: [issue, 'jiangsu/2022/026'], formats: ['md'], force: false})
    expect(asked).toMatchObject([{xiaobiaosong: '华文中宋', fangsong: '仿宋_GB2312'}, {xiaobiaosong: '方正小标宋简体'}])
    expect(JSON.parse(await copy.text(`out/${issue}/manifest.json`)).fonts.xiaobiaosong.substitute).toBe(true)
  })

  test('leave other bulletins alone', async () => {
    const others = {names: ['jiangsu/2022/026'], formats: ['md', 'docx'], force: false} as const
    await buildIssues(copy.host, others)
    await setMeasures('sheet:\n  page: {leftMm: 20, rightMm: 34}\n')
    expect((await buildIssues(copy.host, others)).map(({status}) => status)).toEqual(['unchanged'])
  })

  test('mistakes are found by check and stop build, each where it stands', async () => {
    const line = (await copy.text(file)).split('\n').length
    await setMeasures('sheet:\n  page: {leftmm: 20}\n')
    const found = await checkWorkspace(copy.host, [])
    expect(found.map(({place, ruleId}) => [place.file, place.start, ruleId])).toEqual([
      [file, {line: line + 1, column: 10}, 'sheet-is-valid']
    ])
    expect(await build(['md'])).toMatchObject({status: 'failed', diagnostics: found})
  })

  test('what is hardly meant is a warning, which the bulletin may switch off', async () => {
    await setMeasures('sheet:\n  page: {topMm: 40}\n')
    const found = await checkWorkspace(copy.host, [])
    expect(found.map(({severity, ruleId}) => [severity, ruleId])).toEqual([['warning', 'sheet-makes-sense']])
    expect(await build(['md'])).toMatchObject({status: 'built', diagnostics: found})
    await setMeasures('rules: {sheet-makes-sense: off}\n')
    expect(await checkWorkspace(copy.host, [])).toEqual([])
    expect((await build(['md'])).diagnostics).toEqual([])
  })
})
