/** The PDFs of the sample issues, read back and measured in mm against their sheets. */

import {describe, expect, test} from 'vitest'
import {plainText} from '../../src/model/body.js'
import type {Sheet} from '../../src/model/sheet.js'
import type {IssueTree, Masthead} from '../../src/model/tree.js'
import {fittedSizePt} from '../../src/render/sheet.js'
import {type Drawing, type Glyph, readDrawings, type Stroke} from './drawing.js'
import {areaOn, closing, findCollisions, isPageNumber, type Line, linesOf, opening} from './lines.js'
import {typesetTree} from './pdf.js'
import {readSamples} from './samples.js'

const mmPerPt = 25.4 / 72
const toleranceMm = 0.5

const samples = await Promise.all(
  (await readSamples()).map(async ({file, tree, setting: {sheet, pictures}}) => {
    const {pdf} = await typesetTree(tree, sheet, pictures)
    const drawings = await readDrawings(pdf)
    return {file, tree, sheet, drawings, pages: drawings.map(linesOf)}
  })
)

/** Edges of the type area (版心) of a page, by default an odd one. */
function areaOf({page: paper}: Sheet, page = 1) {
  const odd = {
    leftMm: paper.leftMm,
    rightMm: paper.widthMm - paper.rightMm,
    topMm: paper.topMm,
    bottomMm: paper.heightMm - paper.bottomMm
  }
  return areaOn(odd, {page, widthMm: paper.widthMm})
}

function expectNear(actual: number, expected: number, what: string): void {
  expect(Math.abs(actual - expected), `${what}: ${actual.toFixed(2)} mm, not ${expected.toFixed(2)}`).toBeLessThan(
    toleranceMm
  )
}

/** Baseline of a line of type in a box of whole or broken lines of the grid that begins so many lines below the top. */
function baselineMm(sheet: Sheet, {lines, high = 1, sizePt}: {lines: number; high?: number; sizePt: number}): number {
  const {linePitchPt} = sheet.grid
  const inBoxPt = (high * linePitchPt - sizePt) / 2 + sheet.glyphs.ascentEm * sizePt
  return sheet.page.topMm + (lines * linePitchPt + inBoxPt) * mmPerPt
}

/** Which line of the grid a line of text stands on, counted from 0 at the page's top: a whole number if it does. */
function gridLine({baselineMm: at, sizePt}: Pick<Line, 'baselineMm' | 'sizePt'>, sheet: Sheet): number {
  return (at - baselineMm(sheet, {lines: 0, sizePt})) / (sheet.grid.linePitchPt * mmPerPt)
}

const isRed = (sheet: Sheet, color: string): boolean => color === `#${sheet.colors.red.toLowerCase()}`

/** The end block's: black, and stronger than those of tables. */
function colophonRules({strokes}: Drawing, sheet: Sheet): Stroke[] {
  const leastMm = sheet.rules.colophonInner.thicknessPt * mmPerPt - 0.01
  return strokes.filter(({thicknessMm, color}) => thicknessMm > leastMm && !isRed(sheet, color))
}

/** Upper edge of the text: below the red rule on page one. */
function textTopMm({page, strokes}: Drawing, sheet: Sheet): number {
  return page === 1 ? (strokes.find(({color}) => isRed(sheet, color))?.bottomMm ?? 0) : 0
}

/** Lines below the masthead that stand in the body's size: text, headings, contents, credits. */
function textLines(drawings: readonly Drawing[], sheet: Sheet): Line[] {
  return drawings.flatMap((drawing) => {
    const top = textTopMm(drawing, sheet)
    return linesOf(drawing).filter(({sizePt, topMm}) => sizePt === sheet.styles.body.sizePt && topMm > top)
  })
}

/** Pairs of lines of one paragraph: the second begins on the type area's edge, one line below the first. */
function continued(lines: readonly Line[], sheet: Sheet): [Line, Line][] {
  return lines.flatMap((line, index): [Line, Line][] => {
    const next = lines[index + 1]
    if (!next || next.page !== line.page) return []
    if (Math.abs(next.leftMm - areaOf(sheet, next.page).leftMm) > toleranceMm) return []
    const apart = gridLine(next, sheet) - gridLine(line, sheet)
    return Math.abs(apart - 1) < 0.05 ? [[line, next]] : []
  })
}

describe.each(samples)('$file', ({tree, sheet, drawings, pages}) => {
  const area = areaOf(sheet)
  const lines = textLines(drawings, sheet)

  test('the page is A4, and all but its number stands in the type area, one thing beside the other', () => {
    for (const {widthMm, heightMm} of drawings) {
      expectNear(widthMm, sheet.page.widthMm, 'width')
      expectNear(heightMm, sheet.page.heightMm, 'height')
    }
    expect(findCollisions(drawings, area)).toEqual([])
  })

  test('lines of text reach from edge to edge', () => {
    const pairs = continued(lines, sheet)
    expect(pairs.length).toBeGreaterThan(30)
    for (const [line, next] of pairs) {
      expectNear(line.rightMm, areaOf(sheet, line.page).rightMm, `right edge of ${line.text}`)
      expectNear(next.leftMm, areaOf(sheet, next.page).leftMm, `left edge of ${next.text}`)
    }
    const indented = lines.filter(({leftMm, page}) => leftMm > areaOf(sheet, page).leftMm + toleranceMm)
    const firsts = continued(lines, sheet).flatMap(([line]) => (indented.includes(line) ? [line] : []))
    const indentMm = sheet.styles.body.firstLineChars * sheet.grid.charPitchPt * mmPerPt
    expect(firsts.length).toBeGreaterThan(10)
    for (const line of firsts) {
      const half = opening.includes(line.text.charAt(0)) ? (sheet.styles.body.sizePt / 2) * mmPerPt : 0
      expectNear(line.leftMm - half, areaOf(sheet, line.page).leftMm + indentMm, `indent of ${line.text}`)
    }
  })

  test('lines of text and titles of all pages stand on one grid', () => {
    const sizes = [sheet.styles.body.sizePt, sheet.styles.articleTitle.sizePt]
    const measured = pages.flat().filter(({sizePt}) => sizes.includes(sizePt))
    expect(measured.length).toBeGreaterThan(100)
    for (const line of measured) {
      const place = gridLine(line, sheet)
      const offMm = (place - Math.round(place)) * sheet.grid.linePitchPt * mmPerPt
      expectNear(offMm, 0, `page ${line.page}, off the grid: ${line.text}`)
      expect(Math.abs(offMm), line.text).toBeLessThan(0.05)
      expect(Math.round(place)).toBeLessThan(sheet.grid.linesPerPage)
    }
  })

  test('the page number: dashes below the type area, outside, one character in', () => {
    const {styles, pageNumberBelowMm} = sheet
    const {sizePt, startChars, endChars} = styles.pageNumber
    const dashRiseMm = sheet.glyphs.dashRiseEm * sizePt * mmPerPt
    for (const [index, page] of pages.entries()) {
      const area = areaOf(sheet, index + 1)
      const found = page.filter(({text}) => isPageNumber(text))
      expect(found.map(({text}) => text.replace(/\s/g, ' '))).toEqual([`— ${index + 1} —`])
      const [number] = found as [Line]
      expect(number.sizePt).toBe(sizePt)
      expectNear(number.baselineMm - dashRiseMm, area.bottomMm + pageNumberBelowMm, 'its dashes')
      const charMm = sizePt * mmPerPt
      if (index % 2 === 0) expectNear(number.rightMm, area.rightMm - endChars * charMm, 'its right end')
      else expectNear(number.leftMm, area.leftMm + startChars * charMm, 'its left end')
    }
  })

  test('the masthead: name, numbers, imprint and the red rule', () => {
    const masthead = tree.children.find((part): part is Masthead => part.type === 'masthead')
    const first = drawings[0]
    if (!masthead || !first) throw new Error('no masthead')
    expectMasthead(masthead, {lines: pages[0] ?? [], drawing: first, sheet})
  })

  test('the end block: at the foot of the last page, with its rules, text above it', () => {
    const last = drawings.at(-1)
    if (!last) throw new Error('no page')
    const rules = colophonRules(last, sheet)
    expect(rules.length).toBe(colophonParts(tree) + 1)
    const area = areaOf(sheet, last.page)
    const {colophonOuter, colophonInner} = sheet.rules
    for (const [index, {leftMm, rightMm, thicknessMm, color}] of rules.entries()) {
      expectNear(leftMm, area.leftMm, 'left end of a rule')
      expectNear(rightMm - leftMm, 156, 'length of a rule')
      const outer = index === 0 || index === rules.length - 1
      const wanted = outer ? colophonOuter : colophonInner
      expect(Math.abs(thicknessMm - wanted.thicknessPt * mmPerPt)).toBeLessThan(0.02)
      expect(Math.abs(thicknessMm - (outer ? 0.35 : 0.25))).toBeLessThan(0.02)
      expect(color).toBe('#000000')
    }
    expectNear(rules.at(-1)?.bottomMm ?? Number.NaN, area.bottomMm, 'its last rule')
    for (const drawing of drawings.slice(0, -1)) {
      expect(colophonRules(drawing, sheet)).toEqual([])
    }
    const above = (pages.at(-1) ?? []).filter(({sizePt, bottomMm}) => {
      return sizePt === sheet.styles.body.sizePt && bottomMm < (rules[0]?.topMm ?? 0)
    })
    expect(above.length).toBeGreaterThanOrEqual(sheet.colophon.leastLinesBefore)
  })

  test('no line begins or ends with a mark that may not stand there', () => {
    for (const {text, page} of pages.flat()) {
      expect(text, `page ${page}`).not.toMatch(/^[。，、；：？！）》”’】〕…]/)
      expect(text, `page ${page}`).not.toMatch(/[（《“‘【〔]$/)
    }
  })

  test('marks side by side are squeezed, and nothing is put between Chinese and Latin', () => {
    for (const line of lines) expectTight(line, sheet)
  })
})

/** Every line of the masthead from the page's top down, as the sheet says, and the rule under them. */
function expectMasthead(
  masthead: Masthead,
  {lines, drawing, sheet}: {lines: readonly Line[]; drawing: Drawing; sheet: Sheet}
): void {
  const {leftMm, rightMm, topMm} = areaOf(sheet)
  const centreMm = (leftMm + rightMm) / 2
  let done = 0
  const lineOf = (words: string): Line => {
    const found = lines.find(({text}) => blankless(text) === blankless(words))
    if (!found) throw new Error(`page one has no line ${words}`)
    return found
  }
  for (const part of masthead.children) {
    if (part.type === 'imprint') {
      const style = sheet.styles.imprint
      const charMm = sheet.grid.charPitchPt * mmPerPt
      done += style.spaceBeforeLines + part.issuers.length * style.lineLines
      const line = lineOf(plainText(part.issuers.at(-1) ?? []) + plainText(part.date))
      expectNear(line.leftMm, leftMm + style.startChars * charMm, 'issuer')
      expectNear(line.rightMm, rightMm - style.endChars * charMm, 'date')
      expectNear(line.baselineMm, baselineMm(sheet, {lines: done - 1, sizePt: style.sizePt}), 'imprint')
      continue
    }
    const style = sheet.styles[part.type]
    const words = plainText(part.children)
    const sizePt = fittedSizePt(style, words, sheet)
    const copyNumber = part.type === 'classification' ? plainText(part.copyNumber) : ''
    const line = lineOf(words + copyNumber)
    expect(line.sizePt).toBe(sizePt)
    expectNear(line.baselineMm, baselineMm(sheet, {lines: done, high: style.lineLines, sizePt}), words)
    expect(line.glyphs.every(({color}) => isRed(sheet, color) === (style.color === 'red'))).toBe(true)
    if (style.align === 'center') expectNear((line.leftMm + line.rightMm) / 2, centreMm, `middle of ${words}`)
    else expectNear(line.leftMm, leftMm, words)
    // Where the number is to be written by hand, blanks keep its place.
    if (/\S$/.test(copyNumber)) expectNear(line.rightMm, rightMm, copyNumber)
    else if (copyNumber !== '') expect(line.rightMm).toBeLessThan(rightMm - toleranceMm)
    done += style.lineLines
  }
  const red = drawing.strokes.filter(({color}) => isRed(sheet, color))
  expect(red.length).toBe(1)
  const [rule] = red as [Stroke]
  const {thicknessPt, aboveMm} = sheet.rules.masthead
  expect(Math.abs(rule.thicknessMm - thicknessPt * mmPerPt)).toBeLessThan(0.02)
  expectNear(rule.rightMm - rule.leftMm, 156, 'length of the red rule')
  expectNear(rule.leftMm, leftMm, 'left end of the red rule')
  expectNear(rule.topMm, topMm + done * sheet.grid.linePitchPt * mmPerPt + aboveMm, 'the red rule')
}

const blankless = (words: string): string => words.replace(/\s/g, '')

/** Recipients and printing lines, each between two rules. */
function colophonParts(tree: IssueTree): number {
  const colophon = tree.children.at(-1)
  if (colophon?.type !== 'colophon') return 0
  return colophon.children.filter(({type}) => type === 'distribution' || type === 'permitLine').length
}

/** By how much a line's characters stand further apart than the grid's cells, at most: what justifying adds. */
function justifiedMm({glyphs}: Line, sheet: Sheet): number {
  const cellMm = sheet.grid.charPitchPt * mmPerPt
  const apart = pairsOf(glyphs).flatMap(([glyph, next]) =>
    isHan(glyph.text) && isHan(next.text) ? [next.leftMm - glyph.leftMm - cellMm] : []
  )
  return Math.max(0, ...apart)
}

function expectTight(line: Line, sheet: Sheet): void {
  const added = justifiedMm(line, sheet) + 0.1
  const em = sheet.styles.body.sizePt * mmPerPt
  for (const [glyph, next] of pairsOf(line.glyphs)) {
    const apart = next.leftMm - glyph.leftMm
    const where = `${glyph.text}${next.text} in ${line.text}`
    if (isHan(glyph.text) && /[A-Za-z\d]/.test(next.text)) expect(apart, where).toBeLessThan(em + added)
    if (closing.includes(glyph.text) && closing.includes(next.text)) expect(apart, where).toBeLessThan(em / 2 + added)
    // Half a body of white is left between what closes and what opens, and none between two that open.
    if (closing.includes(glyph.text) && opening.includes(next.text)) expect(apart, where).toBeLessThan(em + added)
    if (opening.includes(glyph.text) && opening.includes(next.text)) expect(apart, where).toBeLessThan(em / 2 + added)
  }
}

const isHan = (text: string): boolean => /^\p{Script=Han}$/u.test(text)

function pairsOf(glyphs: readonly Glyph[]): [Glyph, Glyph][] {
  return glyphs.flatMap((glyph, index): [Glyph, Glyph][] => {
    const next = glyphs[index + 1]
    return next ? [[glyph, next]] : []
  })
}
