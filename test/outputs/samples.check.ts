/** The sample PDFs in `out/`, as poppler sees them. */

import {execa} from 'execa'
import {describe, expect, test} from 'vitest'
import {issues, outputOf, titled} from './samples.js'

test('每种模板都有样刊', () => {
  expect(new Set(issues.map(({issue}) => issue.bulletin))).toEqual(
    new Set(['hangzhou', 'hunan', 'jiangsu', 'qingshi', 'shoudu'])
  )
})

describe.each(titled)('%s', (_, issue) => {
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
