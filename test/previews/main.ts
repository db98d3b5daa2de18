/** `npm run previews`: page one of every template's sample as `templates/<template>/preview.png`. */

import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {drawFirstPage} from './picture.js'
import {writePng} from './png.js'
import {previewFile, previewWidthPx, setSamples} from './samples.js'

for (const [template, pdf] of await setSamples(process.cwd())) {
  const png = writePng(await drawFirstPage(pdf, previewWidthPx))
  await writeFile(join(process.cwd(), previewFile(template)), png)
  process.stdout.write(`${previewFile(template)} ${Math.round(png.length / 1000)} kB\n`)
}
