import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createTypesetter} from '../../../src/host/typst.js'
import type {Recipient} from '../../../src/model/bulletin.js'
import type {Sheet} from '../../../src/model/sheet.js'
import {crowdedLabels, writeLabels} from '../../../src/render/dispatch/labels.js'
import {exampleSheet} from '../fixtures.js'
import {readPdf, resolveNpmFonts, type Stretch} from '../pdf.js'
import {dispatchWords, nasty} from './words.js'

const mm = 72 / 25.4
const typesetter = createTypesetter()

interface Wishes {
  readonly skip?: number
  readonly sheet?: Sheet
}

async function labelsOf(recipients: readonly Partial<Recipient>[], {skip = 0, sheet = exampleSheet}: Wishes = {}) {
  const fonts = await resolveNpmFonts()
  const source = writeLabels(dispatchWords(recipients).labels, sheet, fonts, skip)
  const typeset = await typesetter.typeset({source, pictures: [], fonts, timestamp: 0, marksLabel: crowdedLabels})
  return {crowded: typeset.marks.map(({name}) => name), pages: typeset.pages, pdf: typeset.pdf()}
}

/** The label that a stretch begins on, from 0 over all pages, and how far its edges are from that label's, in mm. */
function onLabel({page, text, left: boxLeft, top, width: boxWidth, sizePt}: Stretch, {labels}: Sheet = exampleSheet) {
  // Marks at a line's edge are squeezed: the white half of their body may stand outside.
  const opens = /^[（“]/.test(text) ? sizePt / 2 : 0
  const closes = /[）”，、]$/.test(text) ? sizePt / 2 : 0
  const [left, width] = [boxLeft + opens, boxWidth - opens - closes]
  const xMm = left / mm - labels.marginLeftMm
  const yMm = top / mm - labels.marginTopMm
  const column = Math.floor(xMm / (labels.widthMm + labels.gapXMm))
  const row = Math.floor(yMm / (labels.heightMm + labels.gapYMm))
  const fromLeft = xMm - column * (labels.widthMm + labels.gapXMm)
  const below = (row + 1) * labels.heightMm + row * labels.gapYMm - yMm
  return {
    label: (page - 1) * labels.columns * labels.rows + row * labels.columns + column,
    left: fromLeft,
    right: labels.widthMm - fromLeft - width / mm,
    // `top` is the baseline's; type stands 0.88 of its size above it, and 0.12 below.
    top: labels.heightMm - below - (0.88 * sizePt) / mm,
    bottom: below - (0.12 * sizePt) / mm
  }
}

/** Words by label. */
function byLabel(stretches: readonly Stretch[], sheet?: Sheet): Map<number, string> {
  const words = new Map<number, string>()
  for (const stretch of stretches) {
    const {label} = onLabel(stretch, sheet)
    words.set(label, `${words.get(label) ?? ''}${stretch.text}`)
  }
  return words
}

function expectInside(stretches: readonly Stretch[], sheet: Sheet = exampleSheet): void {
  const padding = sheet.labels.paddingMm - 0.3
  for (const stretch of stretches.filter(({text}) => text.trim() !== '')) {
    const edges = onLabel(stretch, sheet)
    for (const side of ['left', 'right', 'top', 'bottom'] as const) {
      expect(edges[side], `${side} of ${stretch.text}`).toBeGreaterThanOrEqual(padding)
    }
  }
}

describe('每枚在自己的位置', () => {
  test('邮编、地址、名称、收件人、期号份数和份号，自上而下', async () => {
    const {pdf, pages} = await labelsOf([
      {name: '县文明办', postcode: '310025', address: '样例路8号', attention: '张三', copies: 2}
    ])
    const stretches = await readPdf(pdf)
    expect([pages, byLabel(stretches).size]).toEqual([1, 3])
    expect([...byLabel(stretches).values()].map((words) => words.replace(/\s/g, ''))).toEqual([
      '市文明办第41期2份000001—000002',
      '各镇第41期1份000003',
      '310025样例路8号县文明办张三收第41期2份000004—000005'
    ])
    expectInside(stretches)
    const postcode = stretches.find(({text}) => text === '310025')
    // 第三枚在第三列：140 毫米加边距 5 毫米。
    expect((postcode?.left ?? 0) / mm).toBeCloseTo(145, 1)
  })

  test('五百家：每张 24 枚，一家一枚', async () => {
    const {pdf, pages} = await labelsOf(Array.from({length: 498}, () => ({})))
    const stretches = await readPdf(pdf)
    expect(pages).toBe(21)
    expect([...byLabel(stretches).keys()]).toEqual(Array.from({length: 500}, (_, index) => index))
    expect(byLabel(stretches).get(499)).toContain('第498号单位')
    expectInside(stretches)
  })

  test('用过几枚的，从下一枚起', async () => {
    const stretches = await readPdf((await labelsOf([], {skip: 23})).pdf)
    expect([...byLabel(stretches).keys()]).toEqual([23, 24])
  })

  test('别种标签照版式', async () => {
    const labels = {
      ...exampleSheet.labels,
      columns: 2,
      rows: 5,
      widthMm: 90,
      heightMm: 50,
      marginTopMm: 15,
      marginLeftMm: 12,
      gapXMm: 4,
      gapYMm: 3
    }
    const sheet = {...exampleSheet, labels}
    const {pdf, pages} = await labelsOf(
      Array.from({length: 9}, () => ({})),
      {sheet}
    )
    const stretches = await readPdf(pdf)
    expect([pages, byLabel(stretches, sheet).size]).toEqual([2, 11])
    expectInside(stretches, sheet)
  })
})

describe('长的也不出标签', () => {
  const long = [
    {name: '长'.repeat(40)},
    {name: '长'.repeat(150)},
    {
      name: '某市某区某街道精神文明建设和新时代文明实践工作领导小组办公室',
      address: '某省某市某区某街道某路8号某大厦甲座1802室（银行楼上，从东门进）',
      postcode: '310025',
      attention: '张某某主任'
    },
    {name: 'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF有限公司', copies: 120},
    {name: '收', address: 'http://example.org/index/aaaaaaaa'}
  ]

  test('转行，再缩小', async () => {
    const {pdf, crowded} = await labelsOf(long)
    const stretches = await readPdf(pdf)
    expect(crowded).toEqual([])
    expectInside(stretches)
    const smallest = Math.min(...stretches.filter(({text}) => text.includes('长')).map(({sizePt}) => sizePt))
    expect(smallest).toBeGreaterThanOrEqual(exampleSheet.labels.smallestSizePt - 0.01)
    expect(byLabel(stretches).get(3)?.match(/长/g)).toHaveLength(150)
  })

  test('缩到最小还不行的报出来', async () => {
    const {crowded} = await labelsOf([{name: '长'.repeat(800)}, {}, {name: 'W'.repeat(60)}])
    expect(crowded).toEqual(['2', '4'])
  })

  test('任何长短都在标签里，除非报出来', async () => {
    const text = fc
      .array(fc.constantFrom('市', '文明办', '、', '（', '）', '“', '”', '—', 'Abc', '8', ' ', '，'))
      .map((parts) => parts.join('') || '办')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({name: text, address: text, attention: fc.option(text)}), {minLength: 1, maxLength: 4}),
        async (given) => {
          const {pdf, crowded} = await labelsOf(given)
          if (crowded.length === 0) expectInside(await readPdf(pdf))
        }
      ),
      {numRuns: 12}
    )
  }, 60_000)
})

test('任何文字照印，不成代码', async () => {
  const {pdf} = await labelsOf(nasty.map((name) => ({name})))
  const words = [...byLabel(await readPdf(pdf)).values()]
  nasty.forEach((name, index) => {
    expect(words[index + 2]?.replace(/\s/g, '')).toContain(name.replace(/\s/g, ''))
  })
})
