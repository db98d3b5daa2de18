import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {aggregateDispatch} from '../../src/aggregate/dispatch.js'
import {type CopyNumbers, countCopies, type DistributionList, distributionLevels} from '../../src/model/bulletin.js'
import {issue, recipient} from '../compose/example.js'

const recipients = fc.array(
  fc
    .record({name: fc.string({minLength: 1}), copies: fc.option(fc.integer({min: 1, max: 500}))})
    .map(({name, copies}) => ({...recipient(name), copies})),
  {maxLength: 12}
)
const list: fc.Arbitrary<DistributionList> = fc.record({
  recipients: fc.record({报: recipients, 送: recipients, 发: recipients}),
  kept: fc.nat({max: 50})
})
const numbered: fc.Arbitrary<CopyNumbers> = fc.record({
  first: fc.integer({min: 1, max: 99_999}),
  digits: fc.constant(6)
})

function dispatchOf(given: DistributionList, copyNumbers: CopyNumbers | null = null) {
  return aggregateDispatch({...issue, imprint: {...issue.imprint, copyNumbers}}, given)
}

describe('份号', () => {
  test('一段接一段，不重不漏，从第一份到印数', () => {
    fc.assert(
      fc.property(list, numbered, (given, copyNumbers) => {
        const {consignments, copies} = dispatchOf(given, copyNumbers)
        const all = consignments.flatMap(({range}) =>
          range ? Array.from({length: range.last - range.first + 1}, (_, index) => range.first + index) : []
        )
        expect(all).toEqual(Array.from({length: countCopies(given)}, (_, index) => copyNumbers.first + index))
        expect(copies).toBe(countCopies(given))
        for (const {range, copies: own} of consignments) expect((range?.last ?? 0) - (range?.first ?? 0) + 1).toBe(own)
      })
    )
  })

  test('不编份号的没有', () => {
    fc.assert(
      fc.property(list, (given) => {
        const {consignments, digits} = dispatchOf(given)
        expect([digits, consignments.every(({range}) => range === null)]).toEqual([null, true])
      })
    )
  })
})

test('先报、次送、再发，各照名单的先后，最后存档', () => {
  fc.assert(
    fc.property(list, (given) => {
      const {consignments} = dispatchOf(given)
      const written = distributionLevels.flatMap((level) => given.recipients[level])
      expect(consignments.flatMap(({recipient: one}) => one ?? [])).toEqual(written)
      expect(consignments.filter(({recipient: one}) => one === null).map(({level, copies}) => [level, copies])).toEqual(
        given.kept > 0 ? [['存档', given.kept]] : []
      )
      expect(consignments.at(-1)?.level ?? '存档').toBe(
        given.kept > 0 ? '存档' : (consignments.at(-1)?.level ?? '存档')
      )
    })
  )
})
