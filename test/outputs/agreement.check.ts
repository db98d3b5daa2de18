/** The sample issues as Word files and as PDFs: the same words on the same pages, as far as two typesetters agree. */

import {mkdtemp, readFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {execa} from 'execa'
import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, describe, expect, test} from 'vitest'
import {createFonts} from '../../src/host/fonts.js'
import type {Manifest} from '../../src/publish/manifest.js'
import {mmToPt, typeAreaWidthPt} from '../../src/render/sheet.js'
import {lintDocx} from '../render/docx/lint/lint.js'
import {all, parseXml} from '../render/docx/lint/xml.js'
import {type PdfBoxes, readBoxes} from './boxes.js'
import {overlaps, strays} from './collisions.js'
import {openInOffice} from './office.js'
import {commonSheet, issues, outputOf, root, titled} from './samples.js'
import {bodyWords, noteWords, repeatedHeads} from './words.js'

const {page, officeFonts} = commonSheet
const slackMm = 0.5

interface SetIssue {
  readonly path: string
  readonly boxes: PdfBoxes
}

interface Pair {
  readonly docx: Uint8Array
  readonly pdf: SetIssue
  readonly office: SetIssue
}

const pairs = new Map<Manifest, Pair>()

function pairOf(issue: Manifest): Pair {
  const pair = pairs.get(issue)
  if (!pair) throw new Error(`nothing was read of ${issue.issue.title}`)
  return pair
}

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-office-'))
  const fonts = await createFonts({workspace: root}).resolve(officeFonts)
  const words = issues.map((issue) => outputOf(issue, 'docx'))
  const opened = await openInOffice(words, {fonts, officeFonts, folder})
  for (const [index, issue] of issues.entries()) {
    pairs.set(issue, {
      docx: await readFile(words[index] ?? ''),
      pdf: await readSet(outputOf(issue, 'pdf')),
      office: await readSet(opened[index] ?? '')
    })
  }
})

async function readSet(path: string): Promise<SetIssue> {
  return {path, boxes: await readBoxes(await readFile(path))}
}

describe.each(titled)('%s', (_, issue) => {
  test('Word 文件没有已知会出错的写法', () => {
    expect(lintDocx(pairOf(issue).docx)).toEqual([])
  })

  test('LibreOffice 用的就是 PDF 的字体', async () => {
    const {docx, pdf, office} = pairOf(issue)
    expect(Object.values(officeFonts)).toEqual(expect.arrayContaining(fontsNamed(docx)))
    expect(await fontsIn(pdf.path)).toEqual(expect.arrayContaining(await fontsIn(office.path)))
  })

  test('两者页数相差不过一页', () => {
    const {pdf, office} = pairOf(issue)
    expect(Math.abs(pdf.boxes.pages - office.boxes.pages)).toBeLessThanOrEqual(1)
  })

  test('两者文字相同，先后相同', () => {
    const {docx, pdf, office} = pairOf(issue)
    const heads = repeatedHeads(parseXml(strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())))
    expect(bodyWords(office.boxes, heads)).toBe(bodyWords(pdf.boxes, heads))
    expect(noteWords(office.boxes)).toBe(noteWords(pdf.boxes))
  })

  test('两者的版记都在末页版心下边缘', () => {
    const {pdf, office} = pairOf(issue)
    for (const {boxes} of [pdf, office]) {
      expect(Math.abs(lowestRuleMm(boxes) - (page.heightMm - page.bottomMm))).toBeLessThanOrEqual(slackMm)
    }
  })

  test('除页码外，文字都在版心之内，互不相叠', () => {
    const {pdf, office} = pairOf(issue)
    for (const {boxes} of [pdf, office]) {
      expect(strays(boxes)).toEqual([])
      expect(overlaps(boxes)).toEqual([])
    }
  })
})

/** The lowest rule as wide as the type area, on the last page. */
function lowestRuleMm({rules, pages}: PdfBoxes): number {
  const wide = rules.filter(
    ({page, left, right}) => page === pages && Math.abs(right - left - typeAreaWidthPt(commonSheet)) <= mmToPt(slackMm)
  )
  return (Math.max(0, ...wide.map(({y}) => y)) * 25.4) / 72
}

/** Families that a Word file's styles name. */
function fontsNamed(docx: Uint8Array): string[] {
  const styles = parseXml(strFromU8(unzipSync(docx)['word/styles.xml'] ?? new Uint8Array()))
  const names = all(styles, 'w:rFonts').flatMap(({attributes}) =>
    ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].flatMap((name) => attributes[name] ?? [])
  )
  return [...new Set(names)]
}

/** Names of a PDF's faces, without the letters that tell subsets apart. */
async function fontsIn(path: string): Promise<string[]> {
  const {stdout} = await execa('pdffonts', [path])
  const names = stdout
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .replace(/\s.*/, '')
        .replace(/^[A-Z]{6}\+/, '')
        .replace(/-Identity-H$/, '')
    )
  return [...new Set(names)]
}
