import fc from 'fast-check'
import {expect, test} from 'vitest'
import {nearest} from '../../src/text/nearest.js'

const columns = ['新时代文明实践中心建设', '工作交流', '项目建设', '志愿服务']

test.each([
  ['titel', ['title', 'units'], 'title'],
  ['Title', ['title', 'units'], 'title'],
  ['TITEL', ['title'], 'title'],
  ['unit', ['title', 'units'], 'units'],
  ['dat', ['date', 'data'], 'data'],
  ['peroid', ['period'], 'period'],
  ['metrcis', ['metrics', 'matrix'], 'metrics'],
  ['项目进度', columns, null],
  ['项目建没', columns, '项目建设'],
  ['新时代文明实践中新建社', columns, '新时代文明实践中心建设'],
  ['文明实践', columns, '新时代文明实践中心建设'],
  ['志愿服务工作情况', columns, '志愿服务'],
  ['作', columns, null],
  ['题', ['栏'], null],
  ['ab', ['xy'], null],
  ['tit', ['titles'], null],
  ['x'.repeat(100), ['x'.repeat(100)], null],
  ['', ['a'], null],
  ['工作交流', [], null]
])('%s 在 %j 中最近的是 %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected)
})

test('错字近的先于包含的', () => {
  expect(nearest('志愿服务', ['志愿服务队', '志愿服务工作情况'])).toBe('志愿服务队')
})

test('候选的次序不影响结果', () => {
  const word = fc.string({unit: fc.constantFrom(...'ab志愿服务'), maxLength: 6})
  const lists = fc
    .array(word)
    .chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, {minLength: given.length})))
  fc.assert(
    fc.property(word, lists, (given, [candidates, shuffled]) => {
      expect(nearest(given, shuffled)).toBe(nearest(given, candidates))
    })
  )
})

test('候选中有原词，就是原词', () => {
  const word = fc.string({unit: fc.constantFrom(...'ab志愿服务'), minLength: 1, maxLength: 6})
  fc.assert(
    fc.property(word, fc.array(word), (given, others) => {
      expect(nearest(given, [...others, given])).toBe(given)
    })
  )
})
