import {expect, test} from 'vitest'
import {aggregateDispatch} from '../../src/aggregate/dispatch.js'
import {composeDispatchSheet, composeLabels} from '../../src/compose/dispatch.js'
import type {CopyNumbers} from '../../src/model/bulletin.js'
import type {IssueIdentity} from '../../src/model/issue.js'
import {bulletin, issue, recipient} from './example.js'

const recipients = {
  报: [{...recipient('市文明办'), copies: 2, address: '样例路8号', postcode: '310025', attention: '秘书处'}],
  送: [],
  发: [recipient('各镇')]
}

function papers(copyNumbers: CopyNumbers | null, identity: IssueIdentity = issue.identity, kept = 3) {
  const of = {...issue, identity, imprint: {...issue.imprint, copyNumbers}}
  const dispatch = aggregateDispatch(of, {recipients, kept})
  return {sheet: composeDispatchSheet(dispatch, bulletin), labels: composeLabels(dispatch, bulletin)}
}

test('发放登记表', () => {
  const {sheet} = papers({first: 1, digits: 6})
  expect(sheet).toMatchObject({
    title: '青石县工作简报第41期（总第2150期）发放登记表',
    author: '青石县文明办、青石县融媒体中心',
    date: '2020年8月13日',
    rows: [
      {number: 1, recipient: '市文明办', level: '报', copies: 2, numbers: '000001—000002'},
      {number: 2, recipient: '各镇', level: '发', copies: 1, numbers: '000003'},
      {number: 3, recipient: '编印单位', level: '存档', copies: 3, numbers: '000004—000006'}
    ],
    total: {text: '合计', copies: 6}
  })
  expect(sheet.heads.map(({text}) => text)).toEqual([
    '序号',
    '收件单位',
    '发送类别',
    '份数',
    '份号',
    '签收人',
    '签收日期'
  ])
})

test('不编份号的没有份号一列', () => {
  const {sheet} = papers(null)
  expect(sheet.heads.map(({column}) => column)).not.toContain('numbers')
  expect(sheet.rows.map(({numbers}) => numbers)).toEqual(['', '', ''])
})

test('标签：一家一枚，存档的没有', () => {
  const {labels} = papers({first: 1, digits: 6})
  expect(labels.title).toBe('青石县工作简报第41期（总第2150期）地址标签')
  expect(labels.labels).toEqual([
    {
      postcode: '310025',
      address: '样例路8号',
      name: '市文明办',
      attention: '秘书处　收',
      copies: '第41期　2份',
      numbers: '000001—000002'
    },
    {postcode: null, address: null, name: '各镇', attention: null, copies: '第41期　1份', numbers: '000003'}
  ])
})

test.each([
  [{issueNumber: null, cumulativeNumber: null, special: {series: '实践专刊', number: 36}}, '第36期　2份'],
  [{issueNumber: null, cumulativeNumber: 323, special: null}, '总第323期　2份'],
  [{issueNumber: 9, cumulativeNumber: 323, special: {series: '实践专刊', number: 36}}, '第9期　2份']
])('标签上的期号：%o', (numbers, copies) => {
  expect(papers(null, {...issue.identity, ...numbers}).labels.labels[0]?.copies).toBe(copies)
})
