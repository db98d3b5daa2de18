/** Bundles the benchmark apart from the program, whose own chunks it must not change. */

import {defineConfig} from 'rolldown'
import program from '../../rolldown.config.js'

export default defineConfig({
  ...program,
  input: {main: 'test/bench/main.ts', thread: 'src/cli/thread-main.ts'},
  output: {...program.output, dir: 'dist/bench'}
})
