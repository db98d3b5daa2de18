/** Bundles each entry point into `dist/`, so that the program starts without reading a thousand small files. */

import {defineConfig} from 'rolldown'

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
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    minify: {compress: true, mangle: false, codegen: {removeWhitespace: true}}
  }
})
