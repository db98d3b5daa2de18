import {execFile} from 'node:child_process'
import {mkdtemp, rm, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import fc from 'fast-check'
import {rolldown} from 'rolldown'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Host} from '../src/model/host.js'
import {buildIssues, checkWorkspace} from '../src/pipeline.js'
import {sha256} from '../src/publish/manifest.js'
import {type Copy, copyWorkspace} from './copy.js'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('same input, same bytes', () => {
  let bundle: string
  const copies: Copy[] = []

  beforeAll(async () => {
    bundle = await mkdtemp(join(tmpdir(), 'jianbao-bundle-'))
    await symlink(join(root, 'node_modules'), join(bundle, 'node_modules'))
    const bundler = await rolldown({
      input: join(root, 'test/build-child.ts'),
      platform: 'node',
      // Packages stay where npm put them; only the program and its `package.json` are bundled.
      external: (id) => /^[@a-z]/.test(id) && !id.startsWith(root)
    })
    await bundler.write({dir: bundle, format: 'esm', entryFileNames: 'child.mjs'})
  })

  afterAll(async () => {
    await Promise.all(copies.map((copy) => copy.remove()))
    await rm(bundle, {recursive: true, force: true})
  })

  async function buildIn(zone: string, language: string, cwd: string): Promise<{copy: Copy; hour: number}> {
    const copy = await copyWorkspace()
    copies.push(copy)
    const env = {...process.env, TZ: zone, LANG: language, LC_ALL: language, LANGUAGE: language}
    const run = promisify(execFile)
    const {stdout} = await run(process.execPath, [join(bundle, 'child.mjs'), copy.folder], {env, cwd})
    const {hour, statuses} = JSON.parse(stdout) as {hour: number; statuses: string[]}
    expect(statuses).toEqual([...Array.from({length: 7}, () => 'built'), 'written'])
    return {copy, hour}
  }

  test('across processes, a clock tick, time zones, languages and working directories', async () => {
    const [east, west] = await Promise.all([
      buildIn('Asia/Shanghai', 'zh_CN.UTF-8', root),
      buildIn('America/New_York', 'de_DE.UTF-8', '/')
    ])
    // Zip files count time in steps of two seconds.
    await setTimeout(2100)
    const later = await buildIn('Pacific/Kiritimati', 'C', tmpdir())
    expect([east.hour, west.hour, later.hour]).toEqual([-8, 5, -14])

    const files = await east.copy.host.files.list('out')
    expect(files.filter((path) => /\.(docx|pdf|md)$|manifest\.json$/.test(path))).toHaveLength(7 * 4 + 2)
    expect(files).toContain('out/hangzhou/2019/009/hangzhou-2019-009-dispatch.xlsx')
    for (const {copy} of [west, later]) {
      expect(await copy.host.files.list('out')).toEqual(files)
      for (const path of files) expect((await copy.read(path)).equals(await east.copy.read(path)), path).toBe(true)
    }
  }, 60_000)

  test('in one process, after other issues', async () => {
    const copy = await copyWorkspace()
    copies.push(copy)
    const build = (names: readonly string[]) => buildIssues(copy.host, {names, formats: ['docx', 'pdf'], force: true})
    const outputs = async () =>
      (await copy.host.files.list('out/hunan')).map(async (path) => sha256(await copy.read(path)))
    await build(['hunan/2023/36'])
    const first = await Promise.all(await outputs())
    await build(['shoudu/2020/42', 'jiangsu/2022/26', 'hunan/2023/36'])
    expect(await Promise.all(await outputs())).toEqual(first)
  })
})

describe('the order of files on disk does not matter', () => {
  let copy: Copy
  beforeAll(async () => {
    copy = await copyWorkspace()
    // Mistakes, so that there is something to say.
    await copy.edit('content/units.yaml', 'parent: shoudu', 'parent: nobody')
    await copy.write('content/hunan/submissions/2023/empty.md', '')
    await copy.write('templates/hangzhou/partials/extra.hbs', '{{#if')
  })
  afterAll(() => copy.remove())

  function shuffled(order: readonly number[], files: Host['files'] = copy.host.files): Host {
    const list = async (folder: string) =>
      (await files.list(folder))
        .map((path, index) => ({path, key: order[index % order.length] ?? 0}))
        .sort((a, b) => a.key - b.key)
        .map(({path}) => path)
    return {...copy.host, files: {...files, list}}
  }

  const orders = fc.array(fc.integer(), {minLength: 40, maxLength: 40})

  test('to what is found', async () => {
    const found = await checkWorkspace(copy.host, [])
    expect(found.length).toBeGreaterThan(2)
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        expect(await checkWorkspace(shuffled(order), [])).toEqual(found)
      }),
      {numRuns: 6}
    )
  }, 60_000)

  test('to what is built', async () => {
    await copy.edit('content/units.yaml', 'parent: nobody', 'parent: shoudu')
    await rm(join(copy.folder, 'templates/hangzhou/partials/extra.hbs'))
    const writtenWith = async (host: Host) => {
      // Digests, so that a difference is told without all the bytes.
      const written = new Map<string, string>()
      const files: Host['files'] = {
        ...host.files,
        async writeAll(given) {
          for (const {path, bytes} of given) written.set(path, sha256(bytes))
        }
      }
      const results = await buildIssues({...host, files}, {names: null, formats: ['docx'], force: true})
      return {written: [...written], files: results.map(({file, status}) => [file, status])}
    }
    const plain = await writtenWith(copy.host)
    expect(plain.written).toHaveLength(14)
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        expect(await writtenWith(shuffled(order))).toEqual(plain)
      }),
      {numRuns: 4}
    )
  }, 60_000)
})
