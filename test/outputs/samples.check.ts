/** The sample issues in `out/`, as programs see them that are not ours: LibreOffice, poppler, the Open XML SDK. */

import {mkdtemp, readdir, readFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {execa} from 'execa'
import {beforeAll, describe, expect, test} from 'vitest'
import type {Manifest} from '../../src/publish/manifest.js'

const root = join(import.meta.dirname, '../..')
const manifests = (await readdir(join(root, 'out'), {recursive: true})).filter(
  (path) => basename(path) === 'manifest.json'
)
const issues = await Promise.all(
  manifests.sort().map(async (path) => JSON.parse(await readFile(join(root, 'out', path), 'utf8')) as Manifest)
)
const outputOf = (issue: Manifest, format: string): string =>
  join(root, issue.outputs.find((output) => output.format === format)?.path ?? '')

test('每种模板都有样刊', () => {
  expect(new Set(issues.map(({issue}) => issue.bulletin))).toEqual(
    new Set(['hangzhou', 'hunan', 'jiangsu', 'qingshi', 'shoudu'])
  )
})

describe.each(issues.map((issue) => [issue.issue.title, issue] as const))('%s', (_, issue) => {
  test('PDF：页数、标题与清单相符，字体全部嵌入', async () => {
    const pdf = outputOf(issue, 'pdf')
    const info = (await execa('pdfinfo', [pdf])).stdout
    expect(info).toMatch(new RegExp(`^Pages:\\s+${issue.pages}$`, 'm'))
    expect(info).toContain(issue.issue.title)
    expect(info).toMatch(/^Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)$/m)
    const fonts = (await execa('pdffonts', [pdf])).stdout.split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts) expect(font).toMatch(/ yes (yes|no)\s+yes\s+\d+\s+\d+$/)
  })
})

describe('LibreOffice 打开的 Word 文件', () => {
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianbao-outputs-'))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const files = issues.map((issue) => outputOf(issue, 'docx'))
    await execa('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files])
  })

  test.each(issues.map((issue) => [issue.issue.title, issue] as const))('%s：PDF 里的字一个不少', async (_, issue) => {
    const opened = join(folder, `${basename(outputOf(issue, 'docx'), '.docx')}.pdf`)
    const there = await charactersOf(opened)
    const missing = [...(await charactersOf(outputOf(issue, 'pdf')))].filter(
      // Pages break elsewhere, so that the head of a table may be repeated: more is no fault.
      ([character, count]) => (there.get(character) ?? 0) < count
    )
    expect(there.size).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })
})

/** How often each character stands in a PDF's text, but for white space and page numbers. */
async function charactersOf(pdf: string): Promise<Map<string, number>> {
  const {stdout} = await execa('pdftotext', [pdf, '-'])
  const words = stdout.replace(/^\s*—\s*\d+\s*—\s*$/gm, '').replace(/\s/g, '')
  const counts = new Map<string, number>()
  for (const character of words.normalize('NFKC')) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}
