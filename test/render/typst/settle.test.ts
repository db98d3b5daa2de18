import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Block, Footnote} from '../../../src/model/body.js'
import type {Colophon, IssueTree} from '../../../src/model/tree.js'
import {exampleSheet, exampleTree, issueTree, text} from '../fixtures.js'
import {readPdf, typesetTree} from '../pdf.js'

const colophon = exampleTree.children.at(-1) as Colophon
const paragraph = (value: string, note?: string): Block => ({
  type: 'paragraph',
  children: [text(value), ...(note ? [{type: 'footnoteReference' as const, id: note}] : [])]
})
const issue = (children: readonly Block[], footnotes: readonly Footnote[] = []): IssueTree =>
  issueTree([{type: 'article', id: 'only', outline: '大纲', title: [], children, footnotes}, colophon])

/** 28 characters a line, two fewer on the first. */
const lines = (count: number): string => '桥'.repeat(28 * count - 2)

describe('the end block', () => {
  test('never stands alone: two lines of text at least are on its page', async () => {
    const height = (await typesetTree(issue([paragraph('一')]))).layout.colophonLines
    // The text fills its page so far that the end block goes to the next one.
    for (const free of [1, 2, height - 1]) {
      const {pdf, pages} = await typesetTree(issue([paragraph(lines(8)), paragraph(lines(22 - 8 - free))]))
      expect(pages).toBe(2)
      const onLast = (await readPdf(pdf)).filter(({page, text: words}) => page === 2 && words.includes('桥'))
      expect(onLast.length).toBeGreaterThanOrEqual(exampleSheet.colophon.leastLinesBefore)
    }
  })

  test('whatever the text, where it has lines to give', async () => {
    const lengths = fc.array(fc.integer({min: 1, max: 700}), {minLength: 3, maxLength: 8})
    await fc.assert(
      fc.asyncProperty(lengths, async (counts) => {
        const {pdf, pages} = await typesetTree(issue(counts.map((count) => paragraph('桥'.repeat(count)))))
        const last = (await readPdf(pdf)).filter(({page, text: words}) => page === pages && words.includes('桥'))
        const total = counts.reduce((sum, count) => sum + Math.ceil((count + 2) / 28), 0)
        if (pages > 1 && total > 3) expect(last.length).toBeGreaterThanOrEqual(2)
      }),
      {numRuns: 30}
    )
  })

  test('is lowest, under the notes of its page', async () => {
    const note = {id: 'n', children: [paragraph('注明出处')]}
    const {pdf} = await typesetTree(issue([paragraph('渠水清清', 'n')], [note]))
    const stretches = await readPdf(pdf)
    const topOf = (words: string): number => stretches.find(({text: found}) => found.includes(words))?.top ?? Number.NaN
    expect(topOf('注明出处')).toBeLessThan(topOf('责编'))
    expect(topOf('渠水清清')).toBeLessThan(topOf('注明出处'))
    expect(topOf('青简字')).toBeLessThan(((297 - 35) * 72) / 25.4)
  })
})

test('a last line of one character is taken in, where the marks of its paragraph can be squeezed', async () => {
  const words = `${'桥，头，书，屋，'.repeat(3)}${'桥'.repeat(28 - 2 - 24)}屋。`
  const {pdf, layout} = await typesetTree(issue([paragraph(words)]))
  const own = (await readPdf(pdf)).filter(({text: found}) => found.includes('桥'))
  expect(new Set(own.map(({top}) => Math.round(top))).size).toBe(1)
  expect(layout.lonely).toEqual([])
})
