import fc from 'fast-check'
import {expect, test} from 'vitest'
import {readSubmission} from '../../src/read/submission.js'

const read = (text: string) =>
  readSubmission(
    {path: 'content/kan/submissions/2020/gao.md', bytes: new TextEncoder().encode(text)},
    {bulletin: 'kan', year: 2020, slug: 'gao'}
  )

test('稿件信息和正文都有文件中真正的行号', () => {
  const raw = read('---\ntitle: 甲\nunits: 乙\n---\n\n正文。\n')
  expect(raw.frontmatter.value).toEqual({title: '甲', units: '乙'})
  expect(raw.frontmatter.placeOf(['units'])).toMatchObject({start: {line: 3, column: 8}})
  expect(raw.body).toMatchObject({lineOffset: 4, text: '\n正文。\n'})
  expect(raw.body?.root.children[0]?.position?.start.line).toBe(2)
})

test.each(['js', 'javascript', 'json', 'coffee', 'toml', 'constructor', '__proto__'])('---%s 不会执行', (language) => {
  const raw = read(`---${language}\nglobalThis.jianbaoRan = true\n---\n\n正文。\n`)
  expect(Reflect.get(globalThis, 'jianbaoRan')).toBeUndefined()
  expect(raw.frontmatter.value).toBeUndefined()
  expect(raw.frontmatter.diagnostics).toMatchObject([
    {ruleId: 'frontmatter-is-yaml', place: {start: {line: 1, column: 4}}}
  ])
})

test.each(['---', '--- ', '---yaml', '--- yml'])('第一行可以写“%s”', (opening) => {
  expect(read(`${opening}\ntitle: 甲\n---\n正文。`).frontmatter.value).toEqual({title: '甲'})
})

test('只有单独一行“---”才结束稿件信息，正文里的不算', () => {
  const raw = read('---\ntitle: 甲\nauthors: 乙---丙\nx-a: |\n  ---\n---  \n正文。\n\n---\n\n又一段。\n')
  expect(raw.frontmatter.value).toEqual({title: '甲', authors: '乙---丙', 'x-a': '---\n'})
  expect(raw.body?.root.children.map(({type}) => type)).toEqual(['paragraph', 'thematicBreak', 'paragraph'])
})

test('同一份来稿读两次，结果一样；读错一次不影响下一次', () => {
  const broken = '---\ntitle: [甲\n---\n正文。'
  expect(read(broken).frontmatter.diagnostics).toEqual(read(broken).frontmatter.diagnostics)
  expect(read(broken).frontmatter.diagnostics.length).toBeGreaterThan(0)
})

test('稿件信息有错，正文照样读', () => {
  expect(read('---\ntitle: [甲\n---\n\n正文。\n').body).not.toBeNull()
})

test.each([
  ['空行', `---\n${'\n'.repeat(1_000_000)}---\n正文。`],
  ['空格行', `---\n${' \n'.repeat(500_000)}a: 1\n---\n正文。`],
  ['很长的稿件信息', `---\n${'a: 1\n'.repeat(300_000)}---\n正文。`]
])('没完没了的%s：停得下来', (_, text) => {
  expect(read(text).frontmatter.diagnostics).toMatchObject([{ruleId: 'frontmatter-is-present'}])
})

test('任何文字都不会出错', () => {
  const lines = fc.constantFrom(
    '---',
    '---js',
    'title: 甲',
    '标题：甲',
    '- a',
    '> b',
    '',
    '```',
    '<div>',
    '![a](b)',
    '[^1]',
    '[^1]: c',
    '|a|',
    '|-|'
  )
  const texts = fc.oneof(
    fc.string({unit: 'binary'}),
    fc.array(lines).map((all) => all.join('\n'))
  )
  fc.assert(
    fc.property(texts, (text) => {
      const raw = read(text)
      if (raw.body === null) expect(raw.frontmatter.diagnostics.length).toBeGreaterThan(0)
    }),
    {numRuns: 500}
  )
})

test('任何字节都不会出错', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 300}), (bytes) => {
      readSubmission({path: 'content/kan/submissions/2020/gao.md', bytes}, {bulletin: 'kan', year: 2020, slug: 'gao'})
    })
  )
})
