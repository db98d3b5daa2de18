import {describe, expect, test} from 'vitest'
import {jianbao, small, workspace} from './program.js'

test.each([
  [['chek'], '没有“chek”这个命令。是否为“check”？'],
  [['zzzzzz'], '没有“zzzzzz”这个命令。运行 npx jianbao --help 看用法。'],
  [['build', '--formts', 'pdf'], '没有“--formts”这个选项。是否为“--formats”？'],
  [['new', 'issue', '--dat', '2021-01-01'], '没有“--dat”这个选项。是否为“--date”？'],
  [['check', '--format', 'xml'], '可选 text、json、github、sarif。'],
  [['build', '--formats', 'doc'], '没有“doc”格式'],
  [['inbox', 'a', 'b'], '多写了参数'],
  [['doctor', 'a'], '多写了参数'],
  [['new', 'issue', 'city', '--date'], '选项“--date <日期>”后面缺少内容'],
  [['build'], '请写明排印哪一期'],
  [['new'], '请写明新建什么'],
  [['new', 'isue', 'city'], '不能新建“isue”。是否为“issue”？'],
  [['new', '期'], '可以新建：new report（来稿）'],
  [[], '请写明要做什么']
])('%j：退出码 2', async (args, message) => {
  const {code, out, err} = await jianbao(await workspace(small), args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(message)
  expect(err).not.toMatch(/error|unknown|argument/i)
})

test.each([[['check']], [['build', '--all']]])('%j：没有 content 的文件夹不是工作区，不说没有问题', async (args) => {
  const {code, out, err} = await jianbao(await workspace(), args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('没有 content 文件夹，不是工作区')
})

test('没有写命令，列出有哪些命令', async () => {
  expect((await jianbao(await workspace(small), [])).err).toContain('排印各期，写到 out/ 下')
})

test('放错地方的稿件，check 会指出', async () => {
  const folder = await workspace({...small, 'content/city/submissions/a.md': '稿\n'})
  const {out} = await jianbao(folder, ['check'])
  expect(out).toContain('content/city/submissions/a.md:1:1: 警告: 不在来稿的文件夹中')
})

describe('用法', () => {
  const names = ['', 'new', 'new report', 'new issue', 'new bulletin', 'inbox', 'check', 'build', 'doctor']

  test.each(names)('jianbao %s --help 全是中文', async (name) => {
    const args = [...name.split(' ').filter((word) => word !== ''), '--help']
    const {code, out, err} = await jianbao(await workspace(), args)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`用法： npx jianbao${name === '' ? '' : ` ${name}`}`)
    expect(out).toContain('例：')
    expect(out).not.toMatch(/usage|options|command|arguments|default|choices|display|help for/i)
  })
})

describe('--workspace 写在命令前后都行', () => {
  test.each([
    [['--workspace', 'DIR', 'inbox', '--json']],
    [['inbox', '--workspace', 'DIR', '--json']],
    [['inbox', '--json', '--workspace=DIR']],
    [['--workspace', '/nowhere', 'inbox', '--json', '--workspace', 'DIR']]
  ])('%j', async (args) => {
    const folder = await workspace(small)
    const {code, out} = await jianbao(
      await workspace(),
      args.map((word) => word.replace('DIR', folder))
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toHaveLength(2)
  })

  test.each([
    [['--workspace', 'DIR', 'new', 'issue', 'city', '--date', '2021-11-20']],
    [['new', '--workspace', 'DIR', 'issue', 'city', '--date', '2021-11-20']],
    [['new', 'issue', 'city', '--date', '2021-11-20', '--workspace', 'DIR']]
  ])('%j', async (args) => {
    const folder = await workspace(small)
    const {code, out} = await jianbao(
      await workspace(),
      args.map((word) => word.replace('DIR', folder))
    )
    expect([code, out]).toEqual([0, 'content/city/issues/2021/042.yaml\n'])
  })

  test('相对的目录从当前目录算起', async () => {
    const folder = await workspace({'sub/content/x/bulletin.yaml': 'title: 甲\ntemplate: standard\nissuers: [乙]\n'})
    const {code, err} = await jianbao(folder, ['inbox', 'x', '--workspace', 'sub'])
    expect([code, err]).toEqual([0, '没有待用的来稿。\n'])
  })
})

test('退出码：没有问题 0，内容有错误 1', async () => {
  const broken = {'content/city/submissions/2021/broken.md': '没有稿件信息\n'}
  const file = Object.keys(broken)[0] ?? ''
  expect((await jianbao(await workspace(small), ['check', 'content/city/submissions'])).code).toBe(0)
  expect((await jianbao(await workspace({...small, ...broken}), ['check', file])).code).toBe(1)
})

test('文件写不进去：退出码 3', async () => {
  const folder = await workspace({...small, 'content/city/issues/2022': '不是文件夹'})
  const {code, err} = await jianbao(folder, ['new', 'issue', 'city', '--date', '2022-01-05'])
  expect(code).toBe(3)
  expect(err).toMatch(/^出错：/)
})

test('版本号', async () => {
  const {code, out} = await jianbao(await workspace(), ['--version'])
  expect(code).toBe(0)
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
