import {existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {typstFamily} from '../../src/host/font-family.js'
import {fontCacheFolder, npmFontFolder, systemFontFolders} from '../../src/host/font-folders.js'
import {installFonts} from '../../src/host/font-install.js'
import {readFaces} from '../../src/host/font-names.js'
import {describeFonts} from '../../src/host/font-report.js'
import {createFonts} from '../../src/host/fonts.js'
import {HostError} from '../../src/model/host.js'
import {type FontFamilies, fontRoles} from '../../src/model/sheet.js'
import {collection, type FakeNames, renameFont} from './fake-font.js'
import {temporaryFolder} from './temporary.js'

const tinos = readFileSync(join(npmFontFolder('latin'), '400Regular/Tinos_400Regular.ttf'))
const fandolFiles = ['FandolSong-Bold', 'FandolFang-Regular', 'FandolHei-Regular', 'FandolKai-Regular']

/** A machine with nothing but the npm fonts, until a test adds some. */
function machine() {
  const root = temporaryFolder()
  const folders = {workspace: join(root, 'w'), cacheFolder: join(root, 'cache'), systemFolders: [join(root, 'system')]}
  const add = (folder: string, name: string, names: FakeNames) => {
    mkdirSync(folder, {recursive: true})
    writeFileSync(join(folder, name), renameFont(tinos, names))
    return join(folder, name)
  }
  return {
    ...folders,
    own: (name: string, names: FakeNames) => add(join(folders.workspace, 'fonts'), name, names),
    system: (name: string, names: FakeNames) => add(join(root, 'system'), name, names),
    fandol() {
      mkdirSync(folders.cacheFolder, {recursive: true})
      for (const name of [...fandolFiles, 'FandolSong-Regular']) {
        writeFileSync(join(folders.cacheFolder, `${name}.otf`), 'font')
      }
    },
    resolve: (strict = false, wanted?: FontFamilies) => createFonts({...folders, strict}).resolve(wanted)
  }
}

describe('resolve', () => {
  test('只有程序自带的字体：都能用，都说明是代用', async () => {
    const fonts = await machine().resolve()

    for (const role of fontRoles) {
      expect(fonts[role].origin).toBe('npm')
      expect(fonts[role].role).toBe(role)
      expect(fonts[role].files.every((file) => existsSync(file))).toBe(true)
      expect(fonts[role].substitute).toBe(role !== 'latin')
      expect(fonts[role].weight).toBe(role === 'xiaobiaosong' ? 700 : 400)
    }
    expect(fonts.fangsong.family).toBe('Noto Sans S Chinese')
    expect(fonts.latin).toMatchObject({family: 'Tinos', label: 'Tinos'})
    expect(fonts.latin.files).toHaveLength(2)
  })

  test('Fandol 在缓存里就用它', async () => {
    const here = machine()
    here.fandol()
    const fonts = await here.resolve()

    expect(fontRoles.map((role) => [fonts[role].origin, fonts[role].family, fonts[role].weight])).toEqual([
      ['fandol', 'FandolSong', 700],
      ['fandol', 'FandolFang R', 400],
      ['fandol', 'FandolHei', 400],
      ['fandol', 'FandolKai', 400],
      ['fandol', 'FandolSong', 400],
      ['npm', 'Tinos', 400]
    ])
    truncateSync(join(here.cacheFolder, 'FandolKai-Regular.otf'))
    expect((await here.resolve()).kaiti.origin).toBe('npm')
  })

  test('系统字体先于 Fandol，工作区的字体先于系统', async () => {
    const here = machine()
    here.fandol()
    const simfang = here.system('simfang.ttf', {family: 'FangSong', chinese: '仿宋'})
    expect((await here.resolve()).fangsong).toEqual({
      role: 'fangsong',
      family: 'FangSong',
      label: '仿宋',
      origin: 'system',
      files: [simfang],
      substitute: false,
      weight: 400
    })

    const own = here.own('随便什么名字.ttf', {family: 'FangSong_GB2312', chinese: '仿宋_GB2312'})
    expect((await here.resolve()).fangsong).toMatchObject({
      origin: 'workspace',
      label: '仿宋_GB2312',
      files: [own],
      substitute: false
    })
  })

  test('文件名就是用途的，不论字体自己叫什么', async () => {
    const here = machine()
    const named = here.own('FangSong-v2.ttf', {family: 'Office Imitation'})
    const regular = here.own('latin.ttf', {family: 'Office Roman'})
    const bold = here.own('latin-bold.ttf', {family: 'Office Roman', weight: 700})
    const fonts = await here.resolve()

    expect(fonts.latin.files).toEqual([regular, bold])
    expect(fonts.fangsong).toMatchObject({origin: 'workspace', files: [named], substitute: false})
  })

  describe('刊物另要的字体', () => {
    const usual: FontFamilies = {
      xiaobiaosong: '方正小标宋简体',
      fangsong: '仿宋_GB2312',
      heiti: '黑体',
      kaiti: '楷体_GB2312',
      songti: '宋体',
      latin: 'Times New Roman'
    }

    test('有就用，先于通用的字，不算代用', async () => {
      const here = machine()
      here.system('fz.ttf', {family: 'FZXiaoBiaoSong-B05S', chinese: '方正小标宋简体'})
      const zhongsong = here.system('stzs.ttf', {family: 'STZhongsong', chinese: '华文中宋'})
      const fonts = await here.resolve(true, {...usual, xiaobiaosong: '华文中宋'}).catch(String)
      expect(fonts).toContain('仿宋（fangsong）：没有仿宋_GB2312')
      expect(fonts).not.toContain('xiaobiaosong')
      expect((await here.resolve(false, {...usual, xiaobiaosong: '华文中宋'})).xiaobiaosong).toMatchObject({
        label: '华文中宋',
        files: [zhongsong],
        origin: 'system',
        substitute: false
      })
      expect((await here.resolve(false, usual)).xiaobiaosong.label).toBe('方正小标宋简体')
      expect((await here.resolve()).xiaobiaosong.label).toBe('方正小标宋简体')
    })

    test('没有就用通用的字，说明是代用', async () => {
      const here = machine()
      here.system('fz.ttf', {family: 'FZXiaoBiaoSong-B05S', chinese: '方正小标宋简体'})
      const wanted = {...usual, xiaobiaosong: '华文中宋'}
      expect((await here.resolve(false, wanted)).xiaobiaosong).toMatchObject({
        label: '方正小标宋简体',
        substitute: true
      })
      await expect(here.resolve(true, wanted)).rejects.toThrow(
        '小标宋（xiaobiaosong）：没有华文中宋，只有 方正小标宋简体 可以代替'
      )
    })

    test('fonts/ 中的先于系统的；同一种字的另一个名称不算代用', async () => {
      const here = machine()
      here.system('a.ttf', {family: 'Office Song'})
      const own = here.own('b.ttf', {family: 'Office Song'})
      here.own('simfang.ttf', {family: 'FangSong_GB2312', chinese: '仿宋_GB2312'})
      const fonts = await here.resolve(false, {...usual, songti: 'office song', fangsong: '仿宋'})
      expect(fonts.songti).toMatchObject({files: [own], origin: 'workspace', substitute: false})
      expect(fonts.fangsong).toMatchObject({label: '仿宋_GB2312', substitute: false})
    })

    test('各刊要的不同，互不相干', async () => {
      const here = machine()
      here.system('a.ttf', {family: 'Office Song'})
      const fonts = createFonts(here)
      const [plain, own] = await Promise.all([fonts.resolve(usual), fonts.resolve({...usual, songti: 'Office Song'})])
      expect([plain.songti.origin, own.songti.origin]).toEqual(['npm', 'system'])
      expect(await fonts.resolve(usual)).toBe(plain)
    })
  })

  test('本字优先于近似的字，近似的字要说明', async () => {
    const here = machine()
    here.system('a.ttf', {family: 'STHeiti', chinese: '华文黑体'})
    expect((await here.resolve()).heiti).toMatchObject({label: '华文黑体', substitute: true, origin: 'system'})
    here.system('z.ttf', {family: 'SimHei', chinese: '黑体'})
    expect((await here.resolve()).heiti).toMatchObject({label: '黑体', substitute: false})
  })

  test('粗细不合的不代用', async () => {
    const here = machine()
    here.system('NotoSerifCJK-Regular.otf', {family: 'Noto Serif CJK SC', weight: 400})
    const fonts = await here.resolve()
    expect([fonts.songti.origin, fonts.xiaobiaosong.origin]).toEqual(['system', 'npm'])
    here.system('NotoSerifCJK-Bold.otf', {family: 'Noto Serif CJK SC', weight: 700})
    const both = await here.resolve()
    expect([both.songti.weight, both.xiaobiaosong.weight]).toEqual([400, 700])
  })

  test('同名的取路径在前的，与建立的先后无关', async () => {
    const here = machine()
    const [b, a] = ['b.ttf', 'a.ttf'].map((name) => here.system(name, {family: 'SimHei'}))

    expect((await here.resolve()).heiti.files).toEqual([a])
    expect(b).not.toBe(a)
  })

  test('系统字体换了文件，记住的不再算数', async () => {
    const here = machine()
    const file = here.system('font.ttf', {family: 'SimHei'})
    expect((await here.resolve()).heiti.family).toBe('SimHei')
    expect((await here.resolve()).heiti.family).toBe('SimHei')
    here.system('font.ttf', {family: 'KaiTi'})
    utimesSync(file, 1, 1)
    const fonts = await here.resolve()

    expect([fonts.heiti.origin, fonts.kaiti.origin]).toEqual(['npm', 'system'])
    writeFileSync(join(here.cacheFolder, 'system-fonts.json'), '坏了')
    expect((await here.resolve()).kaiti.origin).toBe('system')
  })

  test('fonts/ 里指向外面的链接不算', async () => {
    const here = machine()
    const outside = here.system('../SimHei.ttf', {family: 'SimHei'})
    mkdirSync(join(here.workspace, 'fonts'), {recursive: true})
    symlinkSync(outside, join(here.workspace, 'fonts', 'heiti.ttf'))

    expect((await here.resolve()).heiti.origin).toBe('npm')
  })

  test('--strict-fonts 列出每一种缺的字体，并说放在哪里', async () => {
    const here = machine()
    here.system('simhei.ttf', {family: 'SimHei'})
    const failure = here.resolve(true)

    await expect(failure).rejects.toThrow(HostError)
    const message = await failure.catch((error: Error) => error.message)
    for (const words of ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '宋体', 'fonts/fangsong.ttf']) {
      expect(message).toContain(words)
    }
    expect(message).not.toContain('黑体')
    expect(message).not.toContain('Times')
  })

  test('read 给出文件的字节', async () => {
    const here = machine()
    const fonts = createFonts(here)
    const [regular] = await fonts.read((await fonts.resolve()).latin)

    expect(Buffer.compare(regular ?? Buffer.of(), tinos)).toBe(0)
  })
})

describe('readFaces', () => {
  test('损坏的文件不是字体', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'x.ttf')
    await fc.assert(
      fc.asyncProperty(fc.nat(tinos.length - 1), fc.uint8Array({minLength: 1, maxLength: 64}), async (at, noise) => {
        const damaged = Buffer.from(tinos.subarray(0, 4096 + at))
        damaged.set(noise.subarray(0, damaged.length - (at % 512)), at % 512)
        writeFileSync(file, damaged)
        expect(Array.isArray(await readFaces(file))).toBe(true)
      }),
      {numRuns: 30}
    )
    expect(await readFaces(join(folder, 'none.ttf'))).toEqual([])
  })

  test('字体集里每一个都读', async () => {
    const file = join(temporaryFolder(), 'x.ttc')
    const faces = ['SimSun', 'NSimSun'].map((family) => renameFont(tinos, {family}))
    writeFileSync(file, collection(faces))

    expect((await readFaces(file)).map(({family}) => family)).toEqual(['SimSun', 'NSimSun'])
  })

  test.each([
    ['Noto Serif CJK SC Black', 'Noto Serif CJK SC'],
    ['Source Han Sans CN', 'Source Han Sans'],
    ['.Apple Semi-Bold', 'Apple'],
    ['FandolFang R', 'FandolFang R'],
    ['仿宋_GB2312', '仿宋_GB2312'],
    ['Light', 'Light']
  ])('%s 的字族名是 %s', (name, family) => {
    expect(typstFamily(name)).toBe(family)
  })
})

describe('installFonts', () => {
  const install = async (here: ReturnType<typeof machine>, fetch: (folder: string) => Promise<void>) => {
    const lines: string[] = []
    await installFonts({...here, say: (line) => lines.push(line), fetch})
    return lines.join('\n')
  }
  const never = () => Promise.reject(new Error('不该下载'))

  test('取到之后说明由谁代替', async () => {
    const here = machine()
    const said = await install(here, async () => here.fandol())

    expect(said).toContain('仿宋_GB2312：由 FandolFang-Regular 代替（下载的 Fandol 字体）')
    expect(said).toContain('Times New Roman：Tinos（程序自带的字体）')
    expect(await install(here, never)).toContain('不必再下载')
  })

  test('取不到也不出错', async () => {
    const said = await install(machine(), () => Promise.reject(new HostError('这台机器没有 apt-get')))

    expect(said).toContain('没有下载到 Fandol 字体（这台机器没有 apt-get），不影响使用')
    expect(said).toContain('仿宋_GB2312：由 NotoSansHans-Regular 代替（程序自带的字体）')
  })

  test('字体齐备就不下载', async () => {
    const here = machine()
    for (const family of ['FZXiaoBiaoSong-B05S', 'FangSong', 'SimHei', 'KaiTi', 'SimSun', 'Times New Roman']) {
      here.system(`${family}.ttf`, {family})
    }
    const said = await install(here, never)

    expect(said).toContain('各种字体都已齐备')
    expect(said).not.toContain('代用')
    expect(describeFonts(await here.resolve())[0]).toBe('方正小标宋简体：FZXiaoBiaoSong-B05S（系统字体）')
  })
})

test('缓存和系统字体的位置', () => {
  expect(fontCacheFolder({JIANBAO_FONT_CACHE: '/x'}, 'linux', '/home/a')).toBe('/x')
  expect(fontCacheFolder({XDG_CACHE_HOME: '/c'}, 'linux', '/home/a')).toBe('/c/jianbao/fonts')
  expect(fontCacheFolder({}, 'linux', '/home/a')).toBe('/home/a/.cache/jianbao/fonts')
  expect(fontCacheFolder({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Caches/jianbao/fonts')
  expect(fontCacheFolder({LOCALAPPDATA: '/l'}, 'win32', '/u')).toBe(join('/l', 'jianbao', 'fonts'))
  expect(systemFontFolders({}, 'linux', '/home/a')).toContain('/home/a/.fonts')
  expect(systemFontFolders({WINDIR: '/w'}, 'win32', '/u')[0]).toBe(join('/w', 'Fonts'))
  expect(systemFontFolders({}, 'darwin', '/Users/a')).toContain('/Users/a/Library/Fonts')
})
