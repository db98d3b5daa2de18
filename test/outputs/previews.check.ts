/** The pictures in `templates/` show what the templates print. Needs Fandol, as the previews do. */

import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {difference, drawFirstPage, readPicture} from '../previews/picture.js'
import {previewFile, previewWidthPx, setSamples} from '../previews/samples.js'

const root = join(import.meta.dirname, '../..')

describe.each(await setSamples(root))('%s', (template, pdf) => {
  test('preview.png 是第一页现在的样子（不是就运行 npm run previews）', async () => {
    const kept = await readPicture(await readFile(join(root, previewFile(template))))
    expect(difference(kept, await drawFirstPage(pdf, previewWidthPx))).toBeLessThan(0.001)
  })
})
