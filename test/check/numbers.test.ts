import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {checkNumbers} from '../../src/check/numbers.js'
import {sortDiagnostics} from '../../src/diagnostics/diagnose.js'
import type {Bulletin, IssueCounting} from '../../src/model/bulletin.js'
import type {Issue} from '../../src/model/issue.js'
import {startOf} from '../../src/model/place.js'
import {addDays} from '../../src/text/date.js'

function bulletin(issue: IssueCounting = 'yearly'): Bulletin {
  return {
    id: 'kan',
    file: 'content/kan/bulletin.yaml',
    title: ['东山文明简报'],
    template: 'kan',
    issuers: ['东山市文明办'],
    columns: [],
    numbering: {issue, cumulative: true, special: ['专刊']},
    articleTitles: 'heading',
    credit: '',
    creditPlacement: 'inline',
    distribution: new Map(),
    distributionStyle: {报: 'inline', 送: 'inline', 发: 'inline'},
    roster: null,
    sheet: null,
    rules: new Map(),
    definedAt: startOf('content/kan/bulletin.yaml'),
    classification: null,
    toc: false,
    staff: [],
    contacts: [],
    printRun: null,
    copyNumbers: null,
    permit: null
  }
}

interface Numbers {
  readonly issue: number
  readonly cumulative?: number | null
  readonly date?: readonly [number, number, number]
  readonly special?: number
}

function issue({
  issue: issueNumber,
  cumulative = null,
  date: [year, month, day] = [2020, 1, 1],
  special
}: Numbers): Issue {
  const number = String(issueNumber).padStart(3, '0')
  return {
    identity: {
      bulletin: 'kan',
      year,
      number,
      date: {year, month, day},
      issueNumber,
      cumulativeNumber: cumulative,
      special: special === undefined ? null : {series: '专刊', number: special}
    },
    file: `content/kan/issues/${year}/${number}.yaml`,
    note: null,
    columns: [],
    distribution: null,
    imprint: {
      classification: null,
      toc: false,
      staff: [],
      contacts: [],
      printRun: null,
      copyNumbers: null,
      permit: null
    }
  }
}

const ids = (issues: readonly Issue[], counting?: IssueCounting): string[] =>
  sortDiagnostics(checkNumbers(bulletin(counting), issues)).map(
    ({place, ruleId}) => `${place.file.slice(-13)} ${ruleId}`
  )

describe('各期之间', () => {
  test('接得上就没有问题：期每年从 1 起，总第一直往下排', () => {
    expect(ids([issue({issue: 9, cumulative: 30, date: [2019, 12, 1]}), issue({issue: 1, cumulative: 31})])).toEqual([])
  })

  test('期不重起的刊物，第二年不能再有第 1 期', () => {
    const issues = [issue({issue: 1, date: [2019, 1, 1]}), issue({issue: 1, date: [2020, 1, 1]})]
    expect(ids(issues)).toEqual([])
    expect(ids(issues, 'continuous')).toEqual([
      '2019/001.yaml issue-number-is-unique',
      '2020/001.yaml issue-number-is-unique'
    ])
  })

  test('总第跨年倒退，两期都标出', () => {
    const issues = [issue({issue: 1, cumulative: 30, date: [2019, 1, 1]}), issue({issue: 1, cumulative: 29})]
    expect(ids(issues)).toEqual(['2019/001.yaml dates-follow-numbers', '2020/001.yaml dates-follow-numbers'])
  })

  test('专刊自己排号，缺号只是警告', () => {
    const issues = [issue({issue: 1, special: 33}), issue({issue: 2, special: 35, date: [2020, 2, 1]})]
    const found = checkNumbers(bulletin(), issues)
    expect(found).toMatchObject([{ruleId: 'numbers-have-no-gaps', severity: 'warning'}])
    expect(found[0]?.message).toBe('专刊第34期未入库。如已印发，请补录；如没有印发，请核对期号。')
  })

  test('涉及两期的问题，每一处都指出另一处', () => {
    const found = checkNumbers(bulletin(), [issue({issue: 1, cumulative: 5}), issue({issue: 2, cumulative: 9})])
    expect(found.map(({place, cause}) => [place.file, cause?.file])).toEqual([
      ['content/kan/issues/2020/001.yaml', 'content/kan/issues/2020/002.yaml'],
      ['content/kan/issues/2020/002.yaml', 'content/kan/issues/2020/001.yaml']
    ])
  })
})

const numbers = fc.record({
  issue: fc.integer({min: 1, max: 6}),
  cumulative: fc.option(fc.integer({min: 1, max: 12})),
  date: fc.tuple(fc.integer({min: 2019, max: 2021}), fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28}))
})

test('与各期的先后无关', () => {
  const given = fc.uniqueArray(numbers, {
    maxLength: 8,
    selector: ({issue: number, date: [year]}) => `${year}/${number}`
  })
  const arrivals = given.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, {minLength: all.length})))
  fc.assert(
    fc.property(arrivals, ([all, shuffled]) => {
      expect(checkNumbers(bulletin(), shuffled.map(issue))).toEqual(checkNumbers(bulletin(), all.map(issue)))
    })
  )
})

test('按日期依次编号的刊物没有问题', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({min: 0, max: 60}), {maxLength: 20}),
      fc.integer({min: 1, max: 3000}),
      (gaps, first) => {
        let date = {year: 2019, month: 1, day: 1}
        let inYear = 0
        const issues = gaps.map((days, index) => {
          const next = addDays(date, days)
          inYear = next.year === date.year ? inYear + 1 : 1
          date = next
          return issue({issue: inYear, cumulative: first + index, date: [date.year, date.month, date.day]})
        })
        expect(checkNumbers(bulletin(), issues)).toEqual([])
      }
    )
  )
})
