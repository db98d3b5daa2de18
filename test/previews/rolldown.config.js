/** Bundles the drawing of previews apart from the program, which ships without pdf.js. */

import {defineConfig} from 'rolldown'
import program from '../../rolldown.config.js'

export default defineConfig({
  ...program,
  input: {main: 'test/previews/main.ts', thread: 'src/cli/thread-main.ts'},
  external: [...program.external, /^@napi-rs\//, /^pdfjs-dist/],
  output: {...program.output, dir: 'dist/previews'}
})
