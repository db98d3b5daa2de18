import {describe, expect, test} from 'vitest'
import {base, checkWorkspace, messagesOf} from './workspace.js'

const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value)
const bulletinFile = 'content/kan/bulletin.yaml'
const bulletinText = new TextDecoder().decode(base.get(bulletinFile))

function checkIssueText(issue: string, bulletin = bulletinText) {
  const files = new Map([...base, [bulletinFile, utf8(bulletin)]])
  files.set('content/kan/issues/2020/002.yaml', utf8(issue))
  const checked = checkWorkspace(files)
  return {found: messagesOf(checked), issue: checked.issues.find(({identity}) => identity.number === '002')}
}

const plain = 'issue: 2\ncumulative: 52\ndate: 2020-04-12\ncolumns:\n  - articles: [linhe-spring]\n'

test('稿件可以只写文件名，也可以写上本期的改动', () => {
  const {found, issue} = checkIssueText(
    plain.replace(
      '[linhe-spring]',
      '\n      - baishi-library\n      - {submission: linhe-spring, title: [甲, 乙], credit: "", creditPlacement: line}'
    )
  )
  expect(found).toBe('')
  expect(issue?.columns[0]?.articles).toMatchObject([
    {slug: 'baishi-library', title: null, credit: null, creditPlacement: null, place: {start: {line: 6, column: 9}}},
    {slug: 'linhe-spring', title: ['甲', '乙'], credit: '', creditPlacement: 'line', articleTitles: null}
  ])
})

test('本期可以改刊物的编者信息，写空则去掉', () => {
  const bulletin = `${bulletinText}classification: 内部资料\nstaff: {责编: 甲}\n`
  expect(checkIssueText(plain, bulletin).issue?.imprint).toMatchObject({
    classification: '内部资料',
    staff: [{label: '责编', value: '甲'}],
    printRun: 20
  })
  const changed = checkIssueText(`${plain}classification:\nstaff: {责编: 乙, 核稿: 丙}\ntoc: true\n`, bulletin)
  expect(changed.found).toBe('')
  expect(changed.issue?.imprint).toMatchObject({
    classification: null,
    toc: true,
    staff: [
      {label: '责编', value: '乙'},
      {label: '核稿', value: '丙'}
    ]
  })
})

test('编者按是正文的一种', () => {
  const {issue} = checkIssueText(`${plain}note: |\n  入春以来，**各地**行动早。[^一]\n\n  [^一]: 截至四月。\n`)
  expect(issue?.note?.children).toHaveLength(1)
  expect(issue?.note?.footnotes.map(({id}) => id)).toEqual(['note-一'])
})

test('刊物不写的都有默认', () => {
  const bulletin = 'title: 东山文明简报\ntemplate: kan\nissuers: 东山市文明办\n'
  const {found, issue} = checkIssueText(plain.replace('cumulative: 52\n', ''), bulletin)
  expect(found).not.toContain('002.yaml')
  expect(issue).toMatchObject({
    note: null,
    distribution: null,
    imprint: {toc: false, staff: [], contacts: [], printRun: null}
  })
})

describe('印数', () => {
  const listed = `${plain}distribution: standard\n`

  test('写 auto 的按本期名单算，不写份数的算一份', () => {
    const bulletin = bulletinText.replace('printRun: 20', 'printRun: auto')
    expect(checkIssueText(listed, bulletin).issue?.imprint.printRun).toBe(20)
    expect(checkIssueText(`${listed}printRun: auto\n`).issue?.imprint.printRun).toBe(20)
    const own = `${plain}distribution: {报: [甲, 乙], 发: [{name: 丙, copies: 7}], 存档: 3}\n`
    expect(checkIssueText(own, bulletin)).toMatchObject({found: '', issue: {imprint: {printRun: 12}}})
  })

  test('本期写空的不印，也不用名单', () => {
    const bulletin = bulletinText.replace('printRun: 20', 'printRun: auto')
    expect(checkIssueText(`${plain}printRun:\n`, bulletin)).toMatchObject({
      found: '',
      issue: {imprint: {printRun: null}}
    })
  })
})

test('收件单位可以写地址、邮编、收件人，份号可以只写一半', () => {
  const list = 'distribution: {报: [{name: 省文明办, postcode: 310025, address: 省府路8号, attention: 张三}, 乙]}'
  const {found, issue} = checkIssueText(`${plain}${list}\nprintRun: 2\ncopyNumbers: {first: 9}\n`)
  expect(found).toBe('')
  expect(issue?.imprint.copyNumbers).toEqual({first: 9, digits: 6})
  expect(issue?.distribution?.recipients.报).toEqual([
    {name: '省文明办', copies: null, address: '省府路8号', postcode: '310025', attention: '张三'},
    {name: '乙', copies: null, address: null, postcode: null, attention: null}
  ])
})
