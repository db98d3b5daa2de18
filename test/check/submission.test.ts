import {expect, test} from 'vitest'
import {base, checkWorkspace, inputFile, withInput} from './workspace.js'

const checked = checkWorkspace(base)

test('英文键与中文键读出同样的来稿', () => {
  const english = 'title: 渡口义诊\nunits: linhe\ncolumn: 文明实践\ndate: 2020-03-05\nperiod: 2020-Q1\nauthors: 许安\n'
  const rest =
    'contact: 0571-1\nsource: {name: 东山日报, url: https://example.cn}\nmetrics: {volunteers: 12人}\nx-rank: 2\n'
  const chinese = '标题: 渡口义诊\n供稿单位: linhe\n栏目: 文明实践\n日期: 2020-03-05\n报告期: 2020-Q1\n作者: 许安\n'
  const others = '联系方式: 0571-1\n来源: {name: 东山日报, url: https://example.cn}\n指标: {志愿者: 12人}\nx-rank: 2\n'
  const read = (header: string) => {
    const submission = checkWorkspace(withInput(`---\n${header}---\n\n正文。\n`)).submissions.get(inputFile)
    return {...submission, figures: submission?.figures.map(({metric, figure}) => ({metric, figure}))}
  }
  expect(read(english + rest)).toEqual(read(chinese + others))
  expect(read(english + rest)).toMatchObject({
    title: ['渡口义诊'],
    units: ['linhe'],
    period: {first: {year: 2020, month: 1, day: 1}, last: {year: 2020, month: 3, day: 31}},
    source: {name: '东山日报', url: 'https://example.cn'},
    figures: [{metric: 'volunteers', figure: {value: '12', measure: '人'}}],
    extra: {'x-rank': 2}
  })
})

test('单位的曾用名、别名都认得，图片带着摘要和文件', () => {
  const submission = checked.submissions.get('content/kan/submissions/2020/linhe-spring.md')
  expect(submission?.units).toEqual(['linhe'])
  expect(submission?.images).toEqual([
    {digest: expect.stringMatching(/^[0-9a-f]{64}$/), file: 'content/kan/submissions/2020/tu.png'}
  ])
  const former = checkWorkspace(withInput('---\ntitle: 渡口\nunits: 临河区文明委办公室\n---\n\n正文。\n'))
  expect(former.submissions.get(inputFile)?.units).toEqual(['linhe'])
})

test('数值一位不差：前导零、末位零、很长的数、1e400', () => {
  const figure = (text: string) => {
    const input = `---\ntitle: 渡口\nunits: linhe\nmetrics: {志愿者: ${text}}\n---\n\n正文。\n`
    const [found] = checkWorkspace(withInput(input)).submissions.get(inputFile)?.figures ?? []
    return found?.figure.kind === 'quantity' ? found.figure.value : found?.figure.kind
  }
  expect(figure('12345678901234567890')).toBe('12345678901234567890')
  expect(figure('0')).toBe('0')
  expect(figure('460.5')).toBe('460.5')
  expect(figure('不适用')).toBe('notApplicable')
  expect(figure('1e400')).toBeUndefined()
})

test('没有写指标与写零是两回事', () => {
  const read = (metrics: string) =>
    checkWorkspace(withInput(`---\ntitle: 渡口\nunits: linhe\n${metrics}---\n\n正文。\n`)).submissions.get(inputFile)
      ?.figures
  expect(read('')).toEqual([])
  expect(read('metrics: {志愿者: 0}\n')).toMatchObject([{metric: 'volunteers', figure: {value: '0'}}])
})
