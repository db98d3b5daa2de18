import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Numbering} from '../../src/model/bulletin.js'
import type {IssueOnFile} from '../../src/workspace/issues-on-file.js'
import {nextNumbers} from '../../src/workspace/next-numbers.js'

function onFile(year: number, named: number, rest: Partial<IssueOnFile> = {}): IssueOnFile {
  const file = `content/x/issues/${year}/${String(named).padStart(3, '0')}.yaml`
  const blank = {cumulative: null, special: null, date: null, slugs: [], readable: true}
  return {file, year, named, issue: named, ...blank, ...rest}
}

const yearly: Numbering = {issue: 'yearly', cumulative: true, special: ['甲刊']}
const in2021 = {year: 2021, series: null}

describe('期和总第', () => {
  test('库中没有：都从 1 起', () => {
    expect(nextNumbers(yearly, [], in2021)).toEqual({
      numbers: {issueNumber: 1, cumulativeNumber: 1, special: null},
      name: '001'
    })
  })

  test('每年重起，总第不重起', () => {
    const issues = [onFile(2020, 52, {cumulative: 300})]
    expect(nextNumbers(yearly, issues, in2021)).toMatchObject({numbers: {issueNumber: 1, cumulativeNumber: 301}})
  })

  test('连续编号不管年份', () => {
    const issues = [onFile(2019, 99), onFile(2020, 100)]
    const numbering: Numbering = {issue: 'continuous', cumulative: false, special: []}
    expect(nextNumbers(numbering, issues, in2021)).toEqual({
      numbers: {issueNumber: 101, cumulativeNumber: null, special: null},
      name: '101'
    })
  })

  test('一年之内总第减期不变，最近一期缺总第就不猜', () => {
    const issues = [onFile(2021, 3, {cumulative: 103}), onFile(2021, 4)]
    expect(nextNumbers(yearly, issues, in2021)).toHaveProperty('problem')
  })

  test('旧的一期读不出来，不妨碍编号；只剩主文件的一期也占号', () => {
    const issues = [onFile(2021, 2, {issue: null, readable: false}), onFile(2021, 3, {cumulative: 103})]
    expect(nextNumbers(yearly, issues, in2021)).toMatchObject({numbers: {issueNumber: 4, cumulativeNumber: 104}})
    const frozen = onFile(2021, 4, {issue: null, readable: false})
    const plain: Numbering = {...yearly, cumulative: false}
    expect(nextNumbers(plain, [...issues, frozen], in2021)).toMatchObject({name: '005'})
  })

  test('库中的号互相矛盾时不编', () => {
    const issues = [onFile(2020, 52, {cumulative: 300}), onFile(2021, 1, {cumulative: 200})]
    const outcome = nextNumbers(yearly, issues, in2021)
    expect('problem' in outcome ? outcome.problem : '').toContain('应是总第201期，可是库中已有总第300期')
  })
})

describe('专刊', () => {
  test('各刊自编其号', () => {
    const issues = [
      onFile(2020, 1, {cumulative: 1, special: {series: '甲刊', number: 7}}),
      onFile(2021, 1, {cumulative: 2, special: {series: '乙刊', number: 30}})
    ]
    const outcome = nextNumbers(yearly, issues, {year: 2021, series: '甲刊'})
    expect(outcome).toEqual({
      numbers: {issueNumber: 2, cumulativeNumber: 3, special: {series: '甲刊', number: 8}},
      name: '002'
    })
  })

  test('不编期号又没有专刊：说明怎样补', () => {
    const outcome = nextNumbers({issue: 'none', cumulative: false, special: []}, [], in2021)
    expect('problem' in outcome ? outcome.problem : '').toContain('numbering')
  })
})

test('一期一期编下去，号不重复，一年之内总第减期不变', () => {
  const years = fc.array(fc.integer({min: 2000, max: 2005}), {maxLength: 20}).map((list) => list.sort((a, b) => a - b))
  fc.assert(
    fc.property(years, (list) => {
      const issues: IssueOnFile[] = []
      for (const year of list) {
        const outcome = nextNumbers(yearly, issues, {year, series: null})
        if ('problem' in outcome) throw new Error(outcome.problem)
        const {issueNumber, cumulativeNumber} = outcome.numbers
        issues.push(onFile(year, issueNumber ?? 0, {cumulative: cumulativeNumber}))
      }
      expect(new Set(issues.map(({file}) => file)).size).toBe(issues.length)
      expect(issues.map(({cumulative}) => cumulative)).toEqual(issues.map((_, index) => index + 1))
      for (const year of new Set(list)) {
        const leads = issues
          .filter((issue) => issue.year === year)
          .map((issue) => (issue.cumulative ?? 0) - (issue.issue ?? 0))
        expect(new Set(leads).size).toBe(1)
      }
    })
  )
})
