import {cp} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {layoutReport} from '../../src/cli/layout-report.js'
import {jianbao, put, textOf, workspace} from './program.js'

const file = 'content/shoudu/bulletin.yaml'
const root = join(import.meta.dirname, '../..')

/** A copy of the samples; `shoudu` sets its top margin, on the line that is told. */
async function samples(topMm: string): Promise<{folder: string; line: number}> {
  const folder = await workspace()
  for (const part of ['content', 'templates']) await cp(join(root, part), join(folder, part), {recursive: true})
  const text = await textOf(folder, file)
  await put(folder, file, `${text}sheet:\n  page: {topMm: ${topMm}}\n`)
  return {folder, line: text.split('\n').length + 1}
}

test('the table, aligned for terminals', () => {
  const place = (path: string, line: number) => {
    return {file: path, start: {line, column: 1}, end: {line, column: 1}}
  }
  const report = layoutReport({
    bulletin: 'kan',
    title: '东山文明简报',
    template: 'shoudu',
    file: 'content/kan/bulletin.yaml',
    measures: [
      {
        ...{group: '幅面与版心', label: '天头', keys: ['page.topMm'], value: 40, text: '40 毫米', origin: 'bulletin'},
        ...{place: place('content/kan/bulletin.yaml', 12), departs: true, remark: null},
        standard: {text: '36 至 38 毫米', clause: '5.2.1', force: '应'}
      },
      {
        ...{
          group: '主体',
          label: '（一）字号',
          keys: ['styles.heading2.sizePt'],
          value: 16,
          text: '3号（16 磅）',
          origin: 'default'
        },
        ...{place: null, departs: false, remark: null},
        standard: {text: '3号（16 磅）', clause: '5.2.2', force: '一般'}
      },
      {
        ...{group: '标准没有规定', label: '栏目位置', keys: ['styles.columnHead.align'], value: 'center', text: '居中'},
        ...{origin: 'template', place: place('templates/shoudu/sheet.yaml', 3), departs: null, standard: null},
        remark: '通用为 居左'
      }
    ]
  })
  expect(report).toBe(`《东山文明简报》（kan）的版式，对照 GB/T 9704—2012：有标准可比的 2 项，其中 1 项与标准不同
本刊：content/kan/bulletin.yaml 的 sheet；模板：templates/shoudu/sheet.yaml；通用：templates/common/sheet.yaml；默认：都没有写

      项目        现为          标准               条款   出自          写法

幅面与版心
不同  天头        40 毫米       36 至 38 毫米      5.2.1  本刊第 12 行  page.topMm

主体
      （一）字号  3号（16 磅）  一般 3号（16 磅）  5.2.2  默认          styles.heading2.sizePt

标准没有规定
      栏目位置    居中          没有规定                  模板第 3 行   styles.columnHead.align
      （通用为 居左）
`)
})

describe('build --explain-layout', () => {
  test('lists each bulletin once, and builds', async () => {
    const {folder, line} = await samples('38')
    const names = ['shoudu/2020/41', 'shoudu/2020/42', 'hunan/2023/36']
    const {code, out} = await jianbao(folder, ['build', ...names, '--formats', 'md', '--explain-layout'])
    expect(code).toBe(0)
    expect(out.match(/^《.*》（.*）的版式/gm)).toEqual([
      '《首都精神文明建设情况简报》（shoudu）的版式',
      '《湖南精神文明建设》（hunan）的版式'
    ])
    expect(out).toMatch(
      new RegExp(`^ {6}天头 +38 毫米 +36 至 38 毫米 +5\\.2\\.1 +本刊第 ${line} 行 +page\\.topMm$`, 'm')
    )
    expect(out.match(/已排印/g)).toHaveLength(3)
  })

  test('--json carries it with each issue', async () => {
    const {folder, line} = await samples('38')
    const args = ['build', 'shoudu/2020/41', 'hunan/2023/36', '--formats', 'md', '--explain-layout', '--json']
    const {code, out} = await jianbao(folder, args)
    expect(code).toBe(0)
    const [shoudu, hunan] = JSON.parse(out)
    const top = {keys: ['page.topMm'], value: 38, origin: 'bulletin', file, line, departs: false}
    expect(shoudu.sheet.measures).toContainEqual(expect.objectContaining(top))
    expect(hunan.sheet).toMatchObject({
      template: 'hunan',
      measures: expect.arrayContaining([expect.objectContaining({value: 37})])
    })
  })

  test('without it nothing is listed', async () => {
    const {folder} = await samples('38')
    const {out} = await jianbao(folder, ['build', 'shoudu/2020/41', '--formats', 'md', '--json'])
    expect(JSON.parse(out)[0]).not.toHaveProperty('sheet')
  })

  test('a sheet with errors is told by build, and the others are still listed', async () => {
    const {folder, line} = await samples('高')
    const args = ['build', 'shoudu/2020/41', 'hunan/2023/36', '--formats', 'md', '--explain-layout']
    const {code, out, err} = await jianbao(folder, args)
    expect(code).toBe(1)
    expect(out.match(/^《.*》（.*）的版式/gm)).toEqual(['《湖南精神文明建设》（hunan）的版式'])
    expect(err).toContain(`${file}:${line}:10: 错误: 刊物的版式（sheet）中，“page.topMm”应是数`)
  })
})
