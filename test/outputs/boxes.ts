/** Where a PDF's text and rules stand. All lengths in pt, heights from the page's upper edge. */

import {getDocument, OPS} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {PDFPageProxy, TextItem} from 'pdfjs-dist/types/src/display/api.js'

/** A stretch of text: the bodies of its characters (字身框), without the blank halves of marks at its ends. */
export interface Box {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly sizePt: number
}

/** A filled or stroked stretch, wider than high. */
export interface RuleBox {
  readonly page: number
  readonly left: number
  readonly right: number
  /** Its middle. */
  readonly y: number
}

export interface PdfBoxes {
  readonly pages: number
  /** In the order in which the file draws them. */
  readonly texts: readonly Box[]
  readonly rules: readonly RuleBox[]
}

/** Of a character's body, above the baseline. */
const ascentEm = 0.88
/** No rule is thicker. */
const thickestRule = 3

export async function readBoxes(pdf: Uint8Array): Promise<PdfBoxes> {
  const task = getDocument({data: new Uint8Array(pdf), verbosity: 0, disableFontFace: true, isEvalSupported: false})
  const document = await task.promise
  const texts: Box[] = []
  const rules: RuleBox[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    texts.push(...(await textsOf(page, number)))
    rules.push(...(await rulesOf(page, number)))
  }
  const pages = document.numPages
  await task.destroy()
  return {pages, texts, rules}
}

async function textsOf(page: PDFPageProxy, number: number): Promise<Box[]> {
  const {height} = page.getViewport({scale: 1})
  const {items} = await page.getTextContent()
  return items.flatMap((item): Box[] => {
    const {str, transform, width} = item as TextItem
    if (str === undefined || str.trim() === '') return []
    const [, , , sizePt = 0, left = 0, baseline = 0] = transform as number[]
    const top = height - baseline - ascentEm * sizePt
    const inkLeft = left + (opening.test(str) ? sizePt / 2 : 0)
    const inkRight = left + width - (closing.test(str) ? sizePt / 2 : 0)
    return [{page: number, text: str, left: inkLeft, right: inkRight, top, bottom: top + sizePt, sizePt}]
  })
}

/** Half of their body is blank, and squeezed away beside other marks and at a line's ends. */
const opening = /^\s*[（《〈【“‘「『]/
const closing = /[，。、；：！？）》〉】”’」』]\s*$/

type Matrix = readonly [number, number, number, number, number, number]

async function rulesOf(page: PDFPageProxy, number: number): Promise<RuleBox[]> {
  const {height} = page.getViewport({scale: 1})
  const {fnArray, argsArray} = await page.getOperatorList()
  const rules: RuleBox[] = []
  const kept: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  fnArray.forEach((operator, index) => {
    const args = argsArray[index]
    if (operator === OPS.save) kept.push(matrix)
    else if (operator === OPS.restore) matrix = kept.pop() ?? matrix
    else if (operator === OPS.transform) matrix = times(matrix, args as Matrix)
    else if (operator === OPS.constructPath && args[0] !== OPS.endPath && args[2]) {
      const [minX = 0, minY = 0, maxX = 0, maxY = 0] = Array.from(args[2] as Float32Array)
      const [a, b] = [at(matrix, minX, minY), at(matrix, maxX, maxY)]
      const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
      if (Math.abs(a.y - b.y) <= thickestRule && right - left > thickestRule) {
        rules.push({page: number, left, right, y: height - (a.y + b.y) / 2})
      }
    }
  })
  return rules
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function at([a, b, c, d, e, f]: Matrix, x: number, y: number): {x: number; y: number} {
  return {x: a * x + c * y + e, y: b * x + d * y + f}
}
