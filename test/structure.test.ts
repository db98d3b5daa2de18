import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {findViolations, importsOf, mayImport, order, type Source} from './structure.js'

const root = new URL('..', import.meta.url)

function sourcesOf(folder: string): Source[] {
  return readdirSync(new URL(folder, root), {recursive: true, encoding: 'utf8'})
    .map((name) => `${folder}${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
    .sort()
    .map((path) => ({path, text: readFileSync(new URL(path, root), 'utf8')}))
}

/** Each with its reason. */
const exceptions = new Map<string, string>([])

test('rooms import only from below, effects stay at the edge, files are short', () => {
  const sources = sourcesOf('src/')
  expect(sources.length).toBeGreaterThan(100)
  expect(findViolations(sources, exceptions)).toEqual([])
})

describe('what must not be is found', () => {
  const violations = (path: string, text: string) => findViolations([{path, text}], new Map())

  test.each([
    ['src/text/date.ts', "import {a} from '../model/date.js'"],
    ['src/check/rules/a.ts', "import {a} from '../schema/b.js'\nimport {b} from '../../text/c.js'"],
    ['src/workspace/open.ts', "import {a} from '../check/a.js'\nimport {b} from '../read/b.js'"],
    ['src/render/docx/write.ts', "import type {Root} from 'mdast'\nimport {createHash} from 'node:crypto'"],
    ['src/host/node.ts', "import {readFile} from 'node:fs/promises'\nprocess.cwd()\nDate.now()"],
    ['src/cli/main.ts', "import {createHost} from '../host/node.js'\nimport {a} from '../pipeline.js'"],
    ['src/version.ts', "import manifest from '../package.json' with {type: 'json'}"],
    ['src/text/a.ts', '// new Date(), process.env and Math.random() are not for here\n/* Date.now() */']
  ])('%s: nothing where all is well', (path, text) => {
    expect(violations(path, text)).toEqual([])
  })

  test.each([
    ['src/text/date.ts', "import {a} from '../markdown/a.js'", 'text imports markdown'],
    ['src/model/tree.ts', "import type {A} from '../text/a.js'", 'model imports text'],
    ['src/compose/a.ts', "import {a} from '../check/a.js'", 'compose imports check'],
    ['src/check/rules/a.ts', "export * from '../../read/a.js'", 'check imports read'],
    ['src/check/a.ts', "const a = await import('../compose/a.js')", 'check imports compose'],
    ['src/check/a.ts', "type A = import('../compose/a.js').A", 'check imports compose'],
    ['src/check/a.ts', "import '../render/a.js'", 'check imports render'],
    ['src/check/a.ts', 'import {\n  a,\n  b\n} from "../publish/a.js"', 'check imports publish'],
    ['src/workspace/a.ts', "import {a} from '../pipeline.js'", 'workspace imports pipeline'],
    ['src/pipeline.ts', "import {a} from './cli/main.js'", 'pipeline imports cli'],
    ['src/pipeline.ts', "import {a} from './host/node.js'", 'pipeline imports host'],
    ['src/host/a.ts', "import {a} from '../diagnostics/a.js'", 'host imports diagnostics'],
    ['src/host/a.ts', "import {a} from '../workspace/a.js'", 'host imports workspace'],
    ['src/text/a.ts', "import {readFile} from 'node:fs/promises'", 'imports node:fs/promises'],
    ['src/pipeline.ts', "import {execFile} from 'node:child_process'", 'imports node:child_process'],
    ['src/render/a.ts', "const os = require('node:os')", 'imports node:os'],
    ['src/compose/a.ts', 'const zone = process.env.TZ', 'reaches for the process'],
    ['src/compose/a.ts', "const zone = process['env']", 'reaches for the process'],
    ['src/publish/a.ts', 'const now = Date.now()', 'reads the clock'],
    ['src/publish/a.ts', 'const now = new Date()', 'reads the clock'],
    ['src/render/a.ts', 'const id = Math.random()', 'is random'],
    ['src/text/a.ts', 'list.sort((a, b) => a.localeCompare(b))', 'follows the machine’s language'],
    ['src/text/a.ts', 'value.toLocaleString()', 'follows the machine’s language'],
    ['src/check/a.ts', "console.log('a')", 'prints'],
    ['src/check/a.ts', "await fetch('https://example.org')", 'reaches for the network'],
    ['src/check/a.ts', '\n'.repeat(251), 'has more than 250 lines'],
    ['src/check/a.ts', "import {a} from '../../test/a.js'", 'imports ../../test/a.js, which lies in no room'],
    ['src/shop/a.ts', '', 'lies in no room']
  ])('%s: %s', (path, text, what) => {
    expect(violations(path, text)).toEqual([`${path}: ${what}`])
  })

  test('an exception lets one thing through, and must be needed', () => {
    const source = {path: 'src/compose/a.ts', text: "import {a} from '../check/a.js'"}
    const reason = new Map([['src/compose/a.ts: compose imports check', 'a reason']])
    expect(findViolations([source], reason)).toEqual([])
    expect(findViolations([], reason)).toEqual(['no exception needed: src/compose/a.ts: compose imports check'])
  })
})

test('every form of import is seen', () => {
  const text = [
    "import a from './a.js'",
    "import type {B} from './b.js'",
    'import * as c from "./c.js"',
    "import './d.js'",
    "export {e} from './e.js'",
    "export * from './f.js'",
    "const g = await import('./g.js')",
    "const h = (await import(\n  './h.js'\n)).h",
    "type I = typeof import('./i.js')",
    "// import j from './j.js'",
    "/* import k from './k.js' */"
  ].join('\n')
  expect(importsOf(text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name) => `./${name}.js`))
})

test('no two rooms may import each other', () => {
  const rooms = [...order.flat(), 'host']
  for (const a of rooms) {
    for (const b of rooms) {
      if (a !== b) expect(mayImport(a, b) && mayImport(b, a), `${a} ↔ ${b}`).toBe(false)
    }
  }
})
