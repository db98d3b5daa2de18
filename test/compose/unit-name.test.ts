import {expect, test} from 'vitest'
import {unitNameOn} from '../../src/compose/unit-name.js'
import {unit} from './example.js'

const named = unit('海淀区文明办', {
  former: [
    // Not in the order of time: nobody sorts a registry.
    {name: '海淀区文明委办公室', until: {year: 2012, month: 6, day: 30}},
    {name: '海淀区五讲四美办', until: {year: 1997, month: 12, day: 31}}
  ]
})

test.each([
  [1985, 1, 1, '海淀区五讲四美办'],
  [1997, 12, 31, '海淀区五讲四美办'],
  [1998, 1, 1, '海淀区文明委办公室'],
  [2012, 6, 30, '海淀区文明委办公室'],
  [2012, 7, 1, '海淀区文明办'],
  [2020, 8, 13, '海淀区文明办']
])('%i-%i-%i: %s', (year, month, day, name) => {
  expect(unitNameOn(named, {year, month, day})).toBe(name)
})

test('a unit that was never renamed', () => {
  expect(unitNameOn(unit('西山镇'), {year: 1900, month: 1, day: 1})).toBe('西山镇')
})
