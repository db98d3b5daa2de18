import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildIssues} from '../src/pipeline.js'
import {type Copy, copyWorkspace} from './copy.js'

let copy: Copy
beforeAll(async () => {
  copy = await copyWorkspace()
})
afterAll(() => copy.remove())

test('a submission of 10,000 paragraphs builds', async () => {
  const paragraphs = Array.from(
    {length: 10_000},
    (_, index) => `第${index + 1}段。渠水清清，**稻花飘香**，家家户户忙秋收。`
  )
  const file = 'content/shoudu/submissions/2020/haidian-three-strengthenings.md'
  const [frontmatter = ''] = (await copy.text(file)).split('\n---\n')
  await copy.write(file, `${frontmatter}\n---\n\n${paragraphs.join('\n\n')}\n`)

  const [result] = await buildIssues(copy.host, {names: ['shoudu/2020/41'], formats: ['docx', 'pdf'], force: false})
  expect(result?.diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
  expect(result?.status).toBe('built')
  expect(result?.status === 'built' && result.manifest.pages).toBeGreaterThan(400)
}, 60_000)
