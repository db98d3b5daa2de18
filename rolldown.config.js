/** Bundles each entry point into `dist/`, so that the program starts without reading a thousand small files. */

import {defineConfig} from 'rolldown'

/**
 * Parts of libraries that the program never reaches, and that every start would read: gray-matter's own YAML parser and
 * its `eval`, where `read/frontmatter.ts` gives every engine; and Handlebars' source maps, which it does without where
 * they cannot be loaded.
 */
const unused = [
  {id: /^\.\/(?:lib\/)?engines$/, importer: /[\\/]gray-matter[\\/]/, source: 'module.exports = {}'},
  {id: /^source-map$/, importer: /[\\/]handlebars[\\/]/, source: 'module.exports = {}'}
]

const withoutUnused = {
  name: 'without-unused',
  resolveId(id, importer = '') {
    const found = unused.findIndex((part) => part.id.test(id) && part.importer.test(importer))
    return found < 0 ? null : {id: `\0unused-${found}.cjs`}
  },
  load(id) {
    const found = /^\0unused-(\d+)\.cjs$/.exec(id)
    return found ? {code: unused[Number(found[1])].source, moduleType: 'js'} : null
  }
}

export default defineConfig({
  input: {
    index: 'src/index.ts',
    jianbao: 'src/cli/main.ts',
    fonts: 'src/cli/fonts-main.ts',
    thread: 'src/cli/thread-main.ts',
    'pandoc-wasm-worker': 'src/host/pandoc-wasm-worker.ts'
  },
  platform: 'node',
  // Native code, WebAssembly and fonts stay where npm put them.
  external: [/^@myriaddreamin\//, /^pandoc-wasm/, /^@embedpdf\//, /^@expo-google-fonts\//],
  plugins: [withoutUnused],
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    minify: true
  }
})
