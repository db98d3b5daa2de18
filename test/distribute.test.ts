import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type DistributeResult, distributeIssues} from '../src/distribute.js'
import {type DispatchFormat, dispatchFormats} from '../src/model/dispatch.js'
import {type Host, HostError} from '../src/model/host.js'
import {buildIssues} from '../src/pipeline.js'
import {type Copy, copyWorkspace} from './copy.js'

const issue = 'hangzhou/2019/9'
const issueFile = 'content/hangzhou/issues/2019/009.yaml'
const base = 'out/hangzhou/2019/009/hangzhou-2019-009'
const papers = [`${base}-dispatch.docx`, `${base}-dispatch.xlsx`, `${base}-labels.pdf`]

let copy: Copy
beforeEach(async () => {
  copy = await copyWorkspace()
})
afterEach(() => copy.remove())

interface Wishes {
  readonly formats?: readonly DispatchFormat[]
  readonly skip?: number
  readonly host?: Host
}

function distribute(names: readonly string[] = [issue], wishes: Wishes = {}): Promise<DistributeResult[]> {
  const {formats = dispatchFormats, skip = 0, host = copy.host} = wishes
  return distributeIssues(host, {names, formats, skip})
}

async function found(...given: Parameters<typeof distribute>): Promise<string[]> {
  return (await distribute(...given)).flatMap(({diagnostics}) =>
    diagnostics.map(({ruleId, place}) => `${place.file}:${place.start.line} ${ruleId}`)
  )
}

async function lineOf(words: string): Promise<number> {
  const lines = (await copy.text('content/hangzhou/bulletin.yaml')).split('\n')
  return lines.findIndex((line) => line.includes(words)) + 1
}

describe('写什么', () => {
  test('登记表两种、标签一种，与该期的其他文件放在一起', async () => {
    const [result] = await distribute(['hangzhou/总323'])
    expect(result).toMatchObject({status: 'written', labels: 8, printRun: null, dispatch: {copies: 260}})
    expect(await copy.host.files.list('out')).toEqual(papers)
    expect((await copy.read(`${base}-dispatch.xlsx`)).subarray(0, 2).toString()).toBe('PK')
    expect((await copy.read(`${base}-labels.pdf`)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('只要几种的，只写几种', async () => {
    await distribute([issue], {formats: ['xlsx']})
    expect(await copy.host.files.list('out')).toEqual([`${base}-dispatch.xlsx`])
  })

  test('每种样刊都做得出，份数合计就是印数', async () => {
    const results = await distribute(['hunan/2023/36', 'jiangsu/2022/26', 'shoudu/2020/41', 'qingshi/2024/12'])
    expect(results.map(({status}) => status)).toEqual(results.map(() => 'written'))
    expect(results[1]).toMatchObject({printRun: 400, dispatch: {copies: 400}})
  })

  test('再做一次，字节不变', async () => {
    const bytes = async () =>
      (await Promise.all(papers.map((path) => copy.read(path)))).map((one) => one.toString('hex'))
    await distribute()
    const first = await bytes()
    await distribute(['jiangsu/2022/26', issue])
    expect(await bytes()).toEqual(first)
  })

  test('来稿有错也不妨碍发放', async () => {
    await copy.write('content/hangzhou/submissions/2019/tonglu-stage-by-order.md', '')
    expect((await distribute()).map(({status}) => status)).toEqual(['written'])
  })

  test('只有存档的，没有标签', async () => {
    await copy.edit(issueFile, 'distribution: standard', 'distribution: {存档: 3}')
    expect(await distribute()).toMatchObject([
      {status: 'written', labels: 0, outputs: [{format: 'xlsx'}, {format: 'docx'}]}
    ])
  })
})

describe('做不成的', () => {
  test('没有名单，或名单是空的', async () => {
    await copy.edit(issueFile, 'distribution: standard', '')
    expect(await found()).toEqual([`${issueFile}:1 distribution-is-present`])
    await copy.write(issueFile, `${await copy.text(issueFile)}distribution: {报: []}\n`)
    expect(await found()).toEqual([`${issueFile}:1 distribution-is-present`])
    expect(await copy.host.files.list('out')).toEqual([])
  })

  test('本期、刊物、版式有错', async () => {
    await copy.edit(issueFile, 'distribution: standard', 'distribution: standart')
    expect(await found()).toEqual([`${issueFile}:10 distribution-is-known`])
    await copy.edit(issueFile, 'distribution: standart', 'distribution: standard')
    await copy.edit('templates/common/sheet.yaml', 'columns: 3', 'columns: 4')
    expect(await found()).toEqual([expect.stringMatching(/^templates\/common\/sheet.yaml:\d+ sheet-is-valid$/)])
    await copy.edit('content/hangzhou/bulletin.yaml', 'copies: 45', 'copies: 许多')
    expect((await found()).every((one) => one.startsWith('content/hangzhou/bulletin.yaml:'))).toBe(true)
    expect(await copy.host.files.list('out')).toEqual([])
  })

  test('一期做不成，不妨碍别的期', async () => {
    await copy.edit(issueFile, 'distribution: standard', '')
    const results = await distribute([issue, 'hangzhou/2019/10'])
    expect(results.map(({status}) => status)).toEqual(['failed', 'written'])
  })

  test('标签上印不下的，指出在哪里，一个文件也不写', async () => {
    const name = '长'.repeat(800)
    await copy.edit('content/hangzhou/bulletin.yaml', '市属新闻单位', name)
    expect(await found()).toEqual([`content/hangzhou/bulletin.yaml:${await lineOf(name)} recipient-fits-label`])
    expect(await copy.host.files.list('out')).toEqual([])
  })

  test('字体没有的字，指出在哪里', async () => {
    await copy.edit('content/hangzhou/bulletin.yaml', '市属新闻单位', '市属😀单位')
    const [result] = await distribute()
    expect(result).toMatchObject({
      status: 'failed',
      machineError: expect.stringContaining('U+1F600'),
      diagnostics: [{ruleId: 'character-is-in-fonts', place: {start: {line: await lineOf('😀')}}}]
    })
  })

  test('写不进去：报错，原有的文件不动', async () => {
    await distribute()
    const before = await copy.read(papers[0] ?? '')
    const files = {...copy.host.files, writeAll: () => Promise.reject(new HostError('磁盘满了。'))}
    await copy.edit(issueFile, 'distribution: standard', 'distribution: {报: [甲]}')
    await expect(distribute([issue], {host: {...copy.host, files}})).rejects.toThrow('磁盘满了。')
    expect((await copy.read(papers[0] ?? '')).equals(before)).toBe(true)
  })

  test('没有这一期；一张标签纸没有那么多枚', async () => {
    await expect(distribute(['hangzhou/2019/99'])).rejects.toMatchObject({name: 'WrongUse'})
    await expect(distribute([issue], {skip: 24})).rejects.toMatchObject({
      name: 'WrongUse',
      message: '这种标签一张只有 24 枚，--skip 应小于 24。'
    })
  })
})

test('printRun: auto 印出名单的份数，与登记表的合计相同', async () => {
  await copy.edit(issueFile, 'distribution: standard', 'distribution: standard\nprintRun: auto')
  const [result] = await distribute([issue], {formats: ['xlsx']})
  expect(result).toMatchObject({printRun: 260, dispatch: {copies: 260}})
  await buildIssues(copy.host, {names: [issue], formats: ['md'], force: false})
  expect(await copy.text(`${base}.md`)).toContain('共印260份')
})

test('刊物自己的标签大小算数', async () => {
  const own = 'sheet: {labels: {columns: 2, rows: 2, widthMm: 99, heightMm: 140, marginLeftMm: 4.5, gapXMm: 2.5}}\n'
  await copy.write('content/hangzhou/bulletin.yaml', (await copy.text('content/hangzhou/bulletin.yaml')) + own)
  await expect(distribute([issue], {skip: 4})).rejects.toThrow('这种标签一张只有 4 枚')
  expect(await distribute([issue], {skip: 3})).toMatchObject([{status: 'written'}])
})

test('同一单位写了两次，有提醒，照做', async () => {
  await copy.edit(issueFile, 'distribution: standard', 'distribution: {报: [甲], 发: [乙, 甲]}')
  expect(await found()).toEqual([`${issueFile}:10 recipient-stands-once`])
})
