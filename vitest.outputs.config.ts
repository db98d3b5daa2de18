import {defineConfig} from 'vitest/config'

/** What needs LibreOffice and poppler: run by `.ci/run` after `npm run demo`, never by `npm test`. */
export default defineConfig({
  test: {
    include: ['test/outputs/**/*.check.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000
  }
})
