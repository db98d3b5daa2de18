import {expect, test} from 'vitest'
import {formatIssueNumber} from '../../src/compose/numbering.js'

const special = {series: '新时代文明实践专刊', number: 34}

test.each([
  [{issueNumber: 41, cumulativeNumber: 2150, special: null}, '第41期（总第2150期）'],
  [{issueNumber: 26, cumulativeNumber: null, special}, '第26期（新时代文明实践专刊 34）'],
  [{issueNumber: 41, cumulativeNumber: 2150, special}, '第41期（总第2150期）（新时代文明实践专刊 34）'],
  [{issueNumber: 3, cumulativeNumber: null, special: null}, '第3期'],
  [{issueNumber: null, cumulativeNumber: null, special}, '新时代文明实践专刊第34期'],
  [{issueNumber: null, cumulativeNumber: 2150, special}, '新时代文明实践专刊第34期（总第2150期）'],
  [{issueNumber: null, cumulativeNumber: 2150, special: null}, '总第2150期'],
  [{issueNumber: null, cumulativeNumber: null, special: null}, '']
])('%o: %s', (numbers, text) => {
  expect(formatIssueNumber(numbers)).toBe(text)
})
