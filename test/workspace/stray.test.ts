import {expect, test} from 'vitest'
import {findStrays} from '../../src/workspace/stray.js'

test.each([
  ['content/kan/submissions/2020/a.MD', '扩展名不是小写的 .md'],
  ['content/kan/submissions/2020/a.txt', '扩展名不是小写的 .md'],
  ['content/kan/submissions/a.md', '请移到 content/kan/submissions/年份/ 下'],
  ['content/kan/submissions/20/a.md', '请移到 content/kan/submissions/年份/ 下'],
  ['content/kan/submissions/2020/8月/a.md', '请移到 content/kan/submissions/年份/ 下'],
  ['content/kan/a.md', '请移到 content/kan/submissions/年份/ 下'],
  ['content/kan/bulletin.yml', '请改名为 bulletin.yaml'],
  ['content/kan/issues/2020/001.yml', '扩展名不是小写的 .yaml'],
  ['content/kan/issues/001.yaml', '请移到 content/kan/issues/年份/ 下']
])('%s：指出它不会被读', (path, message) => {
  expect(findStrays([path])).toMatchObject([{ruleId: 'file-is-in-place', severity: 'warning', place: {file: path}}])
  expect(findStrays([path])[0]?.message).toContain(message)
})

test.each([
  'content/units.yaml',
  'content/kan/bulletin.yaml',
  'content/kan/README.md',
  'content/kan/ledger.jsonl',
  'content/kan/submissions/2020/a.md',
  'content/kan/submissions/2020/a.png',
  'content/kan/submissions/2020/原稿.docx',
  'content/kan/issues/2020/001.yaml',
  'content/kan/issues/2020/001.master.json',
  'templates/kan/sheet.yaml'
])('%s：不必说', (path) => {
  expect(findStrays([path])).toEqual([])
})
