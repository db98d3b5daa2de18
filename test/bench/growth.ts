/** How the time to set an issue grows with its articles. */

import {performance} from 'node:perf_hooks'
import type {Format} from '../../src/model/artifact.js'
import {everyText, openStages, reworded} from './stages.js'
import {atMost, formatTable, medianOf, milliseconds, seconds} from './table.js'
import {makeWorkspace, writeIssueOf} from './workspace.js'

const sizes = [1, 10, 50, 100]
/** What growth is measured by: at one article, what every issue takes once weighs more. */
const baseSize = 10
const aimedAt = 100
const aimMs = 2000
const warmUps = 2
const rounds = 5

interface Measured {
  readonly articles: number
  readonly characters: number
  readonly pages: number
  readonly docxMs: number
  readonly pdfMs: number
  readonly bothMs: number
}

export async function benchGrowth(say: (text: string) => void): Promise<void> {
  const measured: Measured[] = []
  for (const articles of sizes) measured.push(await measure(articles))
  const last = measured.at(-1)
  const each = last ? Math.round(last.characters / last.articles) : 0
  say(`4. Growth with the articles of an issue, in process, warm (medians of ${rounds} after ${warmUps} rounds, every paragraph new)
   ${each} Chinese characters each, a table in every fourth, a footnote in every fifth; to linear: both/page beside that of ${baseSize} articles\n\n`)
  const heads = [
    'articles',
    'pages',
    'DOCX',
    'PDF',
    'both',
    'DOCX/page',
    'PDF/page',
    'both/page',
    'to linear',
    'aim',
    ''
  ]
  say(formatTable(heads, rowsOf(measured)))
  say('\n')
}

/** A workspace for each: issues may not share articles. */
async function measure(articles: number): Promise<Measured> {
  const {folder, remove} = await makeWorkspace()
  try {
    const {name, characters} = await writeIssueOf(folder, articles)
    const {compose, render} = await openStages(folder, name)
    const tree = compose()
    let pages = 0
    let words = 0
    const timed = async (...formats: readonly Format[]): Promise<number> => {
      const times: number[] = []
      for (let round = 0; round < warmUps + rounds; round++) {
        const own = reworded(tree, words++, everyText)
        const start = performance.now()
        const {layout} = await render(own, ...formats)
        if (round >= warmUps) times.push(performance.now() - start)
        pages = layout?.pages ?? pages
      }
      return medianOf(times)
    }
    const docxMs = await timed('docx')
    const pdfMs = await timed('pdf')
    const bothMs = await timed('docx', 'pdf')
    return {articles, characters, pages, docxMs, pdfMs, bothMs}
  } finally {
    await remove()
  }
}

/** `to linear` is 1 where a page takes as long as in the base size, more where growth is faster than linear. */
function rowsOf(measured: readonly Measured[]): string[][] {
  const base = measured.find(({articles}) => articles === baseSize)
  return measured.map(({articles, pages, docxMs, pdfMs, bothMs}) => [
    String(articles),
    String(pages),
    milliseconds(docxMs),
    milliseconds(pdfMs),
    milliseconds(bothMs),
    milliseconds(docxMs / pages),
    milliseconds(pdfMs / pages),
    milliseconds(bothMs / pages),
    base ? (bothMs / pages / (base.bothMs / base.pages)).toFixed(2) : '',
    ...(articles === aimedAt ? atMost(bothMs, aimMs, seconds(aimMs)) : [])
  ])
}
