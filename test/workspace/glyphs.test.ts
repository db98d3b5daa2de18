import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {Format, Typeface} from '../../src/model/artifact.js'
import type {Fonts, Host} from '../../src/model/host.js'
import type {FontRole} from '../../src/model/sheet.js'
import {type BuildResult, buildIssues} from '../../src/pipeline.js'
import type {Manifest} from '../../src/publish/manifest.js'
import {type Copy, copyWorkspace} from '../copy.js'

const first = 'content/shoudu/submissions/2020/haidian-three-strengthenings.md'
const second = 'content/shoudu/submissions/2020/huairou-one-platform.md'
const manifestFile = 'out/shoudu/2020/041/manifest.json'

let copy: Copy
beforeEach(async () => {
  copy = await copyWorkspace()
})
afterEach(() => copy.remove())

/** The npm fonts, but that those of some roles lack some characters, which the last resort has. */
function lacking(characters: Partial<Record<FontRole, string>>, strict = false): Fonts {
  const {fonts} = copy.host
  return {
    ...fonts,
    strict,
    async missing(font: Typeface, asked) {
      const really = await fonts.missing(font, asked)
      const lacks = 'role' in font ? characters[font.role as FontRole] : undefined
      return asked.filter((character) => really.includes(character) || lacks?.includes(character))
    }
  }
}

async function build(fonts: Fonts, formats: readonly Format[], force = false): Promise<BuildResult> {
  const host: Host = {...copy.host, fonts}
  const [result] = await buildIssues(host, {names: ['shoudu/2020/41'], formats, force})
  if (!result) throw new Error('nothing built')
  return result
}

/** Put words at the start of a submission's body. */
async function begin(file: string, words: string): Promise<number> {
  await copy.edit(file, '\n---\n', `\n---\n\n${words}\n`)
  return (await copy.text(file)).split('\n').indexOf(words) + 1
}

const found = ({diagnostics}: BuildResult) =>
  diagnostics
    .filter(({ruleId}) => ruleId.startsWith('character-'))
    .map(({place, severity, ruleId}) => [place.file, place.start.line, place.start.column, severity, ruleId])

const messages = ({diagnostics}: BuildResult) =>
  diagnostics.filter(({ruleId}) => ruleId.startsWith('character-')).map(({message}) => message)

describe('what another font has', () => {
  test('is a warning that names the character, the role, the article and the font used', async () => {
    const line = await begin(first, '李㛃说，见*王㛃*文，李㛃又说。')
    const result = await build(lacking({fangsong: '㛃', kaiti: '㛃'}), ['pdf'])
    expect(result.status).toBe('built')
    expect(found(result)).toEqual([[first, line, 2, 'warning', 'character-is-in-role-font']])
    expect(messages(result)[0]).toMatch(
      /^稿件《.+》中的“㛃”（U\+36C3）不在仿宋（NotoSansHans-Regular）、楷体（NotoSansHans-Regular）字体中，PDF 改用 NotoSansHans-Regular 印出/
    )
  })

  test('only where the font in question sets it', async () => {
    await begin(first, '李㛃说，见*王某*文。')
    expect(found(await build(lacking({kaiti: '㛃', heiti: '㛃'}), ['pdf']))).toEqual([])
  })

  test('what the Latin font sets is not missed; what it must leave to the Chinese one is', async () => {
    const line = await begin(first, 'ABC×Ω‥甲')
    expect(found(await build(lacking({fangsong: 'ABC×Ω‥'}), ['pdf']))).toEqual([
      [first, line, 6, 'warning', 'character-is-in-role-font']
    ])
  })

  test('is in the manifest, and told again when nothing has changed', async () => {
    await begin(first, '李㛃说。')
    const fonts = lacking({fangsong: '㛃'})
    const built = await build(fonts, ['pdf'])
    const manifest: Manifest = JSON.parse(await copy.text(manifestFile))
    expect(manifest.warnings.map(({ruleId, message}) => [ruleId, message])).toEqual([
      ['character-is-in-role-font', messages(built)[0]]
    ])
    const again = await build(fonts, ['pdf'])
    expect([again.status, again.diagnostics]).toEqual(['unchanged', built.diagnostics])

    await build(fonts, ['md'])
    expect(JSON.parse(await copy.text(manifestFile)).warnings).toEqual(manifest.warnings)
  })

  test('a bulletin may switch it off, or make it an error of the content', async () => {
    await begin(first, '李㛃说。')
    await copy.edit('content/shoudu/bulletin.yaml', 'title:', 'rules: {character-is-in-role-font: off}\ntitle:')
    expect(found(await build(lacking({fangsong: '㛃'}), ['pdf']))).toEqual([])
    await copy.edit('content/shoudu/bulletin.yaml', 'role-font: off', 'role-font: error')
    const result = await build(lacking({fangsong: '㛃'}), ['pdf'])
    expect(result).toMatchObject({status: 'failed', machineError: null})
    expect(found(result)).toHaveLength(1)
  })

  test('--strict-fonts refuses it, whatever the bulletin says', async () => {
    const line = await begin(first, '李㛃说。')
    await copy.edit('content/shoudu/bulletin.yaml', 'title:', 'rules: {character-is-in-role-font: off}\ntitle:')
    for (const format of ['pdf', 'docx'] as const) {
      const result = await build(lacking({fangsong: '㛃'}, true), [format])
      expect(result).toMatchObject({status: 'failed', machineError: expect.stringContaining('--strict-fonts')})
      expect(found(result)).toEqual([[first, line, 2, 'error', 'character-is-in-role-font']])
    }
  })
})

describe('what no font has', () => {
  test('of all articles at once, each with its role and article', async () => {
    const lines = [await begin(first, '李某😀说。'), await begin(second, '见*𠮷*文[^n]。')]
    await copy.edit(second, '\n---\n', '\n---\n\n[^n]: 脚注中的\u{e000}\n')
    const result = await build(lacking({}), ['docx', 'pdf'])
    expect(result).toMatchObject({
      status: 'failed',
      machineError:
        '现有字体中没有“😀”（U+1F600）、“\u{e000}”（U+E000）、“𠮷”（U+20BB7），共3个字，印不出来。位置见下。'
    })
    expect(found(result)).toEqual([
      [first, lines[0], 3, 'error', 'character-is-in-fonts'],
      [second, expect.any(Number), 11, 'error', 'character-is-in-fonts'],
      [second, (lines[1] ?? 0) + 2, 3, 'error', 'character-is-in-fonts']
    ])
    expect(messages(result)[0]).toMatch(/^稿件《海淀.*》中的“😀”（U\+1F600）不在仿宋/)
    expect(messages(result)[2]).toMatch(/^稿件《怀柔.*》中的“𠮷”（U\+20BB7）不在楷体/)
    expect(await copy.host.files.list('out')).toEqual([])
  })

  test('one character is told once an article, where it stands first; by reference, too', async () => {
    await begin(first, '李某😀😀说😀。')
    const line = await begin(second, '李某&#x1F600;说。')
    expect(found(await build(lacking({}), ['pdf'])).map((entry) => entry.slice(0, 3))).toEqual([
      [first, expect.any(Number), 3],
      [second, line, 3]
    ])
  })

  test('Word alone: a warning, since it finds a font of its own', async () => {
    await begin(first, '李某😀说。')
    const result = await build(lacking({}), ['docx'])
    expect(result.status).toBe('built')
    expect(found(result).map(([, , , severity, ruleId]) => [severity, ruleId])).toEqual([
      ['warning', 'character-is-in-role-font']
    ])
    expect(messages(result)[0]).toContain('Word 会换用别的字体')
  })

  test('formats without fonts are not judged', async () => {
    await begin(first, '李某😀说。')
    const result = await build(lacking({}), ['md'])
    expect([result.status, found(result)]).toEqual(['built', []])
  })
})

describe('where it stands', () => {
  test('the editor’s note in the issue, the end block in the bulletin', async () => {
    const issueFile = 'content/shoudu/issues/2020/041.yaml'
    const bulletinFile = 'content/shoudu/bulletin.yaml'
    await copy.edit(issueFile, 'date:', 'note: 编者按有㸃字。\ndate:')
    await copy.edit(bulletinFile, '责编: 张明', '责编: 张㛃')
    const all = {fangsong: '㛃㸃', kaiti: '㛃㸃', xiaobiaosong: '㛃㸃', heiti: '㛃㸃', songti: '㛃㸃'}
    const result = await build(lacking(all), ['pdf'])
    expect(found(result).map(([file]) => file)).toEqual([bulletinFile, issueFile])
    expect(messages(result)).toEqual([expect.stringMatching(/^版记中的“㛃”/), expect.stringMatching(/^编者按中的“㸃”/)])
  })

  test('in none of the sources as it is printed: the article’s file', async () => {
    await begin(first, '李某说。')
    const [title = ''] = (await copy.text(first)).match(/^title: .*$/m) ?? []
    await copy.edit(first, title, 'title: "换成转义的\\U0001F600字"')
    expect(found(await build(lacking({}), ['pdf'])).map((entry) => entry.slice(0, 3))).toEqual([[first, 1, 1]])
  })

  test('a text in another script is told in twenty lines and one', async () => {
    const many = Array.from({length: 100}, (_, index) => String.fromCodePoint(0x3400 + index)).join('')
    await begin(first, many)
    const result = await build(lacking({fangsong: many}), ['pdf'])
    expect(found(result)).toHaveLength(21)
    expect(messages(result).at(-1)).toMatch(/另有80个字也是这样：.*……。$/)
  })
})
