import {createHash} from 'node:crypto'
import {mkdir, rm, symlink, unlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {Format} from '../src/model/artifact.js'
import {type Host, HostError} from '../src/model/host.js'
import {type BuildResult, buildIssues, checkWorkspace} from '../src/pipeline.js'
import type {Manifest} from '../src/publish/manifest.js'
import {type Copy, copyWorkspace} from './copy.js'

const issue = 'shoudu/2020/041'
const base = 'out/shoudu/2020/041/shoudu-2020-041'
const manifestFile = 'out/shoudu/2020/041/manifest.json'

let copy: Copy
beforeEach(async () => {
  copy = await copyWorkspace()
})
afterEach(() => copy.remove())

interface Wishes {
  readonly formats?: readonly Format[]
  readonly force?: boolean
  readonly host?: Host
}

/** Markdown takes no typesetter and is quick: most tests need no more. */
function build(names: readonly string[] | null = [issue], wishes: Wishes = {}): Promise<BuildResult[]> {
  const {formats = ['md'], force = false, host = copy.host} = wishes
  return buildIssues(host, {names, formats, force})
}

async function statuses(...given: Parameters<typeof build>): Promise<string[]> {
  return (await build(...given)).map(({status}) => status)
}

async function manifest(): Promise<Manifest> {
  return JSON.parse(await copy.text(manifestFile))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

describe('what is written', () => {
  test('every sample issue, at the contract’s paths', async () => {
    const results = await build(null, {formats: ['docx', 'pdf']})
    expect(results.map(({status}) => status)).toEqual(results.map(() => 'built'))
    expect(results.map(({file}) => file)).toEqual([
      'content/hangzhou/issues/2019/009.yaml',
      'content/hangzhou/issues/2019/010.yaml',
      'content/hunan/issues/2023/036.yaml',
      'content/jiangsu/issues/2022/026.yaml',
      'content/qingshi/issues/2024/012.yaml',
      'content/shoudu/issues/2020/041.yaml',
      'content/shoudu/issues/2020/042.yaml'
    ])
    expect(await copy.host.files.list('out')).toEqual(
      results.flatMap(({file}) => {
        const [, bulletin, , year, number] = file.replace('.yaml', '').split('/')
        const folder = `out/${bulletin}/${year}/${number}`
        const name = `${folder}/${bulletin}-${year}-${number}`
        return [`${folder}/manifest.json`, `${name}.docx`, `${name}.pdf`].sort()
      })
    )
    expect((await copy.read(`${base}.docx`)).subarray(0, 2).toString()).toBe('PK')
    expect((await copy.read(`${base}.pdf`)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('Markdown, its pictures beside it', async () => {
    await build(['jiangsu/2022/26'])
    const text = await copy.text('out/jiangsu/2022/026/jiangsu-2022-026.md')
    const pictures = [...text.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)].map(([, path]) => path)
    expect(pictures.length).toBeGreaterThan(0)
    for (const path of pictures) await copy.read(`out/jiangsu/2022/026/${path}`)
  })

  test('progress is told once an issue', async () => {
    const told: [number, number][] = []
    await buildIssues(copy.host, {
      names: [issue, 'shoudu/2020/42'],
      formats: ['md'],
      force: false,
      onProgress: (done, total) => told.push([done, total])
    })
    expect(told).toEqual([
      [1, 2],
      [2, 2]
    ])
  })
})

describe('names', () => {
  test.each([['shoudu/2020/41'], ['shoudu/2020/041'], ['shoudu/2020/0041'], ['shoudu/总2150']])('%s', async (name) => {
    expect((await build([name])).map(({file}) => file)).toEqual(['content/shoudu/issues/2020/041.yaml'])
  })

  test('one issue by several names is built once', async () => {
    expect(await statuses(['shoudu/2020/41', 'shoudu/总2150', 'shoudu/2020/041'])).toEqual(['built'])
  })

  test('the special series’ number, where no 期 is printed', async () => {
    expect((await build(['hunan/2023/36'])).map(({file}) => file)).toEqual(['content/hunan/issues/2023/036.yaml'])
  })

  test('all unknown ones are told at once, and nothing is written', async () => {
    const names = [
      issue,
      'shoudu/2020/7',
      'nobody/2020/1',
      'shoudu/总1',
      'shoudu',
      '../shoudu/2020/41',
      'shoudu/2020/x'
    ]
    await expect(build(names)).rejects.toMatchObject({
      name: 'WrongUse',
      message: [
        '没有“shoudu/2020/7”这一期。请核对期号，或先建立 content/shoudu/issues/ 下的文件。',
        '没有名为“nobody”的刊物。现有：hangzhou、hunan、jiangsu、qingshi、shoudu。',
        '没有“shoudu/总1”这一期。请核对期号，或先建立 content/shoudu/issues/ 下的文件。',
        ...['shoudu', '../shoudu/2020/41', 'shoudu/2020/x'].map(
          (name) =>
            `“${name}”不是期的写法。请写“刊物/年份/期号”，如 shoudu/2020/41，或“刊物/总期号”，如 shoudu/总2150。`
        )
      ].join('\n')
    })
    expect(await copy.host.files.list('out')).toEqual([])
  })
})

describe('what is unchanged is skipped', () => {
  test('at once, and after reading it anew', async () => {
    expect(await statuses()).toEqual(['built'])
    expect(await statuses()).toEqual(['unchanged'])
  })

  test('--force builds it', async () => {
    await build()
    expect(await statuses([issue], {force: true})).toEqual(['built'])
  })

  test.each([
    ['a submission', 'content/shoudu/submissions/2020/haidian-three-strengthenings.md', '\n', '\n\n'],
    ['the issue', 'content/shoudu/issues/2020/041.yaml', 'date: 2020-08-13', 'date: 2020-08-14'],
    ['the bulletin', 'content/shoudu/bulletin.yaml', '责编: 张明', '责编: 张亮'],
    ['the units', 'content/units.yaml', 'haidian', 'haidian '],
    ['a metric', 'content/metrics.yaml', 'label', ' label'],
    ['the template', 'templates/shoudu/issue.hbs', '{{> note}}', '\n{{> note}}'],
    ['a partial of the common template', 'templates/common/partials/permit.hbs', '共印', '印'],
    ['its sheet', 'templates/shoudu/sheet.yaml', 'spaceAfterLines: 0', 'spaceAfterLines: 1'],
    ['the common sheet', 'templates/common/sheet.yaml', 'sizePt: 60', 'sizePt: 58']
  ])('%s changed: built again', async (_, path, from, to) => {
    await build()
    await copy.edit(path, from, to)
    expect(await statuses()).toEqual(['built'])
    expect(await statuses()).toEqual(['unchanged'])
  })

  test('a picture changed, and a partial of the template’s own came: built again', async () => {
    await build(['jiangsu/2022/26'])
    const [picture = ''] = (await copy.host.files.list('content/jiangsu')).filter((path) => path.endsWith('.png'))
    const bytes = await copy.read(picture)
    await copy.host.files.writeAll([{path: picture, bytes: Buffer.concat([bytes, Buffer.of(0)])}])
    expect(await statuses(['jiangsu/2022/26'])).toEqual(['built'])
    await copy.write('templates/jiangsu/partials/permit.hbs', '')
    expect(await statuses(['jiangsu/2022/26'])).toEqual(['built'])
  })

  test('what the issue does not use does not matter', async () => {
    await build()
    await copy.edit('content/shoudu/submissions/2020/shunyi-clean-plate.md', '\n', '\n\n')
    await copy.edit('templates/hangzhou/sheet.yaml', '\n', '\n\n')
    expect(await statuses()).toEqual(['unchanged'])
  })

  test('an output changed or removed: built again', async () => {
    await build()
    const first = await copy.read(`${base}.md`)
    await copy.write(`${base}.md`, '改过')
    expect(await statuses()).toEqual(['built'])
    expect(await copy.read(`${base}.md`)).toEqual(first)
    await unlink(join(copy.folder, `${base}.md`))
    expect(await statuses()).toEqual(['built'])
    await unlink(join(copy.folder, manifestFile))
    expect(await statuses()).toEqual(['built'])
    expect(await statuses()).toEqual(['unchanged'])
  })

  test('a manifest that is none is written anew', async () => {
    await build()
    for (const text of ['', '{', 'null', '[]', '{"program":{"name":"jianbao"},"inputs":[],"outputs":[null]}']) {
      await copy.write(manifestFile, text)
      expect(await statuses()).toEqual(['built'])
    }
  })

  test('other fonts: built again', async () => {
    await build()
    const {host} = copy
    const fonts = {
      ...host.fonts,
      async resolve() {
        const set = await host.fonts.resolve()
        return {...set, kaiti: {...set.kaiti, family: '楷体', origin: 'system', substitute: false} as const}
      }
    }
    expect(await statuses([issue], {host: {...host, fonts}})).toEqual(['built'])
    expect((await manifest()).fonts.kaiti).toEqual({family: '楷体', origin: 'system', substitute: false})
  })

  test('another format: added, the first one kept; kept no more when it is not what it was', async () => {
    await build()
    expect(await statuses([issue], {formats: ['docx']})).toEqual(['built'])
    expect((await manifest()).outputs.map(({format}) => format)).toEqual(['docx', 'md'])
    expect(await statuses([issue], {formats: ['docx', 'md']})).toEqual(['unchanged'])

    await copy.write(`${base}.md`, '改过')
    expect(await statuses([issue], {formats: ['docx']})).toEqual(['built'])
    expect((await manifest()).outputs.map(({format}) => format)).toEqual(['docx'])
    expect(await statuses([issue], {formats: ['docx']})).toEqual(['unchanged'])
  })
})

describe('manifest', () => {
  test('says what the contract says', async () => {
    const results = await build([issue], {formats: ['docx', 'pdf']})
    const made = await manifest()
    expect(results[0]).toMatchObject({status: 'built', manifest: made})
    expect(Object.keys(made)).toEqual(['program', 'issue', 'inputs', 'outputs', 'pages', 'layout', 'fonts', 'warnings'])
    expect(made.issue).toEqual({
      bulletin: 'shoudu',
      year: 2020,
      number: '041',
      issueNumber: 41,
      cumulativeNumber: 2150,
      special: null,
      date: '2020-08-13',
      title: '首都精神文明建设情况简报 第41期（总第2150期）'
    })
    expect(made.pages).toBeGreaterThan(1)
    expect(Object.keys(made.fonts)).toEqual(['xiaobiaosong', 'fangsong', 'heiti', 'kaiti', 'songti', 'latin'])
    expect(made.fonts.fangsong).toEqual({family: 'Noto Sans S Chinese', origin: 'npm', substitute: true})
  })

  test('digests are those of the files; every file that goes in is there, by path', async () => {
    await build([issue], {formats: ['docx', 'pdf', 'md']})
    const {inputs, outputs} = await manifest()
    for (const {path, sha256: digest} of [...inputs, ...outputs])
      expect(sha256(await copy.read(path)), path).toBe(digest)
    for (const {path, bytes} of outputs) expect((await copy.read(path)).length, path).toBe(bytes)

    const paths = inputs.map(({path}) => path)
    expect(paths).toEqual([...new Set(paths)].sort())
    expect(outputs.map(({path}) => path)).toEqual(['docx', 'md', 'pdf'].map((format) => `${base}.${format}`))
    expect(paths.filter((path) => !path.startsWith('templates/common/partials/'))).toEqual([
      'content/metrics.yaml',
      'content/shoudu/bulletin.yaml',
      'content/shoudu/issues/2020/041.yaml',
      'content/shoudu/submissions/2020/haidian-three-strengthenings.md',
      'content/shoudu/submissions/2020/huairou-one-platform.md',
      'content/shoudu/submissions/2020/miyun-four-measures.md',
      'content/shoudu/submissions/2020/shunyi-base-rules.md',
      'content/units.yaml',
      'templates/common/sheet.yaml',
      'templates/shoudu/issue.hbs',
      'templates/shoudu/sheet.yaml'
    ])
  })

  test('nothing of the machine or the day is in it', async () => {
    await build([issue], {formats: ['docx', 'pdf']})
    const text = await copy.text(manifestFile)
    expect(text).not.toContain(copy.folder)
    expect(text).not.toContain('node_modules')
    expect(text).not.toMatch(/"\/|[A-Z]:\\/)
    expect(text).not.toContain(String(new Date().getFullYear()))
  })

  test('warnings are in it, with their places', async () => {
    await copy.edit(
      'content/shoudu/submissions/2020/haidian-three-strengthenings.md',
      '\n---\n',
      '\n---\n\n[站内](/a)见附件。\n'
    )
    expect(await statuses()).toEqual(['built'])
    expect((await manifest()).warnings).toContainEqual(
      expect.objectContaining({
        file: 'content/shoudu/submissions/2020/haidian-three-strengthenings.md',
        line: expect.any(Number),
        column: 1,
        severity: 'warning',
        ruleId: 'link-is-web',
        message: expect.stringContaining('/a')
      })
    )
  })
})

describe('one bad issue does not stop the others', () => {
  const bad = 'content/shoudu/submissions/2020/haidian-three-strengthenings.md'

  test('and its files stay as they were', async () => {
    await build(null)
    const before = await copy.read(`${base}.md`)
    const oldManifest = await copy.text(manifestFile)
    await copy.write(bad, '没有元数据')
    const results = await build(null, {force: true})
    expect(results.filter(({status}) => status === 'failed').map(({file}) => file)).toEqual([
      'content/shoudu/issues/2020/041.yaml'
    ])
    expect(results.filter(({status}) => status === 'built')).toHaveLength(6)
    const failed = results.find(({status}) => status === 'failed')
    expect(failed?.diagnostics).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        ruleId: 'frontmatter-is-present',
        place: expect.objectContaining({file: bad})
      })
    )
    expect(await copy.read(`${base}.md`)).toEqual(before)
    expect(await copy.text(manifestFile)).toBe(oldManifest)
  })

  test('a bulletin’s own file stops its issues only; the units stop all', async () => {
    await copy.write('content/hunan/bulletin.yaml', 'titel: 错\n')
    const byBulletin = (results: readonly BuildResult[]) =>
      Object.fromEntries(results.map(({file, status}) => [file.split('/')[1], status]))
    expect(byBulletin(await build(null))).toEqual({
      hangzhou: 'built',
      hunan: 'failed',
      jiangsu: 'built',
      qingshi: 'built',
      shoudu: 'built'
    })
    await copy.write('content/units.yaml', '- {id: a}\n- [')
    const results = await build(null, {force: true})
    expect(results.map(({status}) => status)).toEqual(results.map(() => 'failed'))
    for (const {diagnostics} of results) {
      expect(diagnostics.map(({place}) => place.file)).toContain('content/units.yaml')
    }
  })

  test('a folder without bulletin.yaml fails with a reason', async () => {
    await rm(join(copy.folder, 'content/hunan/bulletin.yaml'))
    const [result] = await build(['hunan/2023/36'])
    expect(result).toMatchObject({status: 'failed', diagnostics: [{ruleId: 'bulletin-is-on-file'}]})
  })

  test('a template with a misspelt field names it, and stops its issues only', async () => {
    await copy.edit('templates/shoudu/issue.hbs', '{{> note}}', '{{issueNo}}')
    const results = await build(null)
    expect(results.filter(({status}) => status === 'failed').map(({file}) => file.split('/')[1])).toEqual([
      'shoudu',
      'shoudu'
    ])
    expect(results.find(({status}) => status === 'failed')?.diagnostics).toEqual([
      expect.objectContaining({
        ruleId: 'template-field-exists',
        place: expect.objectContaining({file: 'templates/shoudu/issue.hbs', start: {line: 5, column: 3}}),
        message: expect.stringContaining('“issueNo”')
      })
    ])
    expect(await copy.host.files.list('out/shoudu')).toEqual([])
  })

  test('files that cannot be read stop only what needs them', async () => {
    const link = join(copy.folder, 'content/hunan/submissions/2023/nowhere.md')
    await symlink(join(copy.folder, 'nowhere.md'), link)
    await mkdir(join(copy.folder, 'elsewhere'))
    await rm(join(copy.folder, bad))
    await symlink('/etc/hostname', join(copy.folder, bad))
    await symlink('/etc/hostname', join(copy.folder, 'content/jiangsu/issues/2022/027.yaml'))
    const results = await build(null)
    expect(results.filter(({status}) => status === 'failed').map(({file}) => file)).toEqual([
      'content/jiangsu/issues/2022/027.yaml',
      'content/shoudu/issues/2020/041.yaml'
    ])
    const found = (await checkWorkspace(copy.host, [])).filter(({ruleId}) => ruleId === 'file-is-readable')
    expect(found.map(({place}) => place.file)).toEqual([
      'content/hunan/submissions/2023/nowhere.md',
      'content/jiangsu/issues/2022/027.yaml',
      bad
    ])
  })

  test('pictures, units and templates that cannot be read', async () => {
    const loop = async (path: string) => {
      await rm(join(copy.folder, path), {force: true})
      await symlink(join(copy.folder, path), join(copy.folder, path))
    }
    const unreadable = async () =>
      (await checkWorkspace(copy.host, [])).map(({ruleId, place}) => [place.file, place.start.line, ruleId])
    const picture = 'content/shoudu/submissions/2020/loop.png'
    await loop(picture)
    await copy.edit(bad, '\n---\n', '\n---\n\n![图](loop.png)\n')
    expect(await unreadable()).toEqual([[bad, expect.any(Number), 'file-is-readable']])
    await loop('templates/shoudu/issue.hbs')
    await loop('content/units.yaml')
    await loop('content/metrics.yaml')
    expect(await unreadable()).toEqual([
      ['content/metrics.yaml', 1, 'file-is-readable'],
      [bad, expect.any(Number), 'file-is-readable'],
      ['content/units.yaml', 1, 'file-is-readable'],
      ['templates/shoudu/issue.hbs', 1, 'file-is-readable']
    ])
    expect((await build(null)).map(({status}) => status)).toEqual(Array(7).fill('failed'))
  })

  test('a damaged picture is named by its file', async () => {
    const path = 'content/jiangsu/submissions/2022/taicang-tiers.png'
    const bytes = await copy.read(path)
    // In the pixels: the file is whole, and cannot be drawn.
    bytes.fill(0xaa, bytes.indexOf('IDAT') + 10, bytes.indexOf('IDAT') + 40)
    await writeFile(join(copy.folder, path), bytes)
    const [result] = await build(['jiangsu/2022/26'], {formats: ['pdf']})
    expect(result).toMatchObject({
      status: 'failed',
      machineError: expect.stringContaining('图片损坏'),
      diagnostics: [{ruleId: 'image-is-picture', place: {file: path}}]
    })
  })

  test('a character that no font has, and where it stands', async () => {
    await copy.edit(bad, '\n---\n', '\n---\n\n甲😀乙。\n')
    const line = (await copy.text(bad)).split('\n').indexOf('甲😀乙。') + 1
    const results = await build(null, {formats: ['pdf']})
    expect(results.map(({status}) => status)).toEqual(['built', 'built', 'built', 'built', 'built', 'failed', 'built'])
    expect(results[5]).toMatchObject({
      machineError: expect.stringContaining('“😀”（U+1F600）'),
      diagnostics: [{ruleId: 'character-is-in-fonts', place: {file: bad, start: {line, column: 2}}}]
    })
    expect(await copy.host.files.list('out/shoudu/2020/041')).toEqual([])
  })
})

describe('whole or not at all', () => {
  test('a write that fails leaves the files of an earlier build, and the other issues', async () => {
    await build()
    const before = await copy.read(`${base}.md`)
    const oldManifest = await copy.text(manifestFile)
    const {host} = copy
    const files = {
      ...host.files,
      async writeAll(given: Parameters<typeof host.files.writeAll>[0]) {
        if (given.some(({path}) => path.startsWith(base))) throw new HostError('磁盘已满。')
        await host.files.writeAll(given)
      }
    }
    const results = await build([issue, 'shoudu/2020/42'], {force: true, host: {...host, files}})
    expect(results).toMatchObject([{status: 'failed', machineError: '磁盘已满。'}, {status: 'built'}])
    expect(await copy.read(`${base}.md`)).toEqual(before)
    expect(await copy.text(manifestFile)).toBe(oldManifest)
  })

  test('where a folder stands in a file’s way, none of the set is written', async () => {
    await mkdir(join(copy.folder, manifestFile), {recursive: true})
    const [result] = await build()
    expect(result?.status).toBe('failed')
    expect(await copy.host.files.list('out')).toEqual([])
  })

  test('outputs and manifest are written in one go', async () => {
    const {host} = copy
    const written: string[][] = []
    const files = {
      ...host.files,
      async writeAll(given: Parameters<typeof host.files.writeAll>[0]) {
        written.push(given.map(({path}) => path))
      }
    }
    await build([issue], {formats: ['docx', 'md'], host: {...host, files}})
    expect(written).toEqual([[`${base}.docx`, `${base}.md`, manifestFile]])
  })
})

describe('check', () => {
  test('模板里只有排印时才显出来的错，也在检查时指出，并说明是哪个文件', async () => {
    await copy.edit('templates/hangzhou/partials/numbers.hbs', '{{issueNumber}}期', '{{issueNumbr}}期')
    await copy.edit('templates/jiangsu/issue.hbs', '{{> columns}}', '一段文字')
    const found = await checkWorkspace(copy.host, [])
    expect(found.map(({place, ruleId}) => `${place.file}:${place.start.line} ${ruleId}`)).toEqual([
      'templates/hangzhou/partials/numbers.hbs:2 template-field-exists',
      'templates/jiangsu/issue.hbs:1 template-is-valid'
    ])
  })

  test('只查一篇来稿，不报模板的错', async () => {
    await copy.edit('templates/shoudu/issue.hbs', '{{> columns}}', '{{titel}}')
    expect(await checkWorkspace(copy.host, ['content/shoudu/submissions'])).toEqual([])
  })
})
