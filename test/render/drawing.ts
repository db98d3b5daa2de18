/** What a PDF page draws, glyph by glyph and rule by rule, in mm from the page's upper left corner. */

import {OPS} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {PDFPageProxy} from 'pdfjs-dist/types/src/display/api.js'
import {openPdf} from './pdf.js'

/** A character where it is drawn. */
export interface Glyph {
  readonly text: string
  readonly leftMm: number
  /** Where the pen goes on: less than the glyph's own width where it is squeezed. */
  readonly nextMm: number
  readonly baselineMm: number
  readonly sizePt: number
  /** `#rrggbb`. */
  readonly color: string
}

/** A straight stroke, along the page's edges; its middle. */
export interface Stroke {
  readonly leftMm: number
  readonly rightMm: number
  readonly topMm: number
  readonly bottomMm: number
  readonly thicknessMm: number
  readonly color: string
}

/** The frame of a picture. */
export interface Frame {
  readonly leftMm: number
  readonly rightMm: number
  readonly topMm: number
  readonly bottomMm: number
}

export interface Drawing {
  /** From 1. */
  readonly page: number
  readonly widthMm: number
  readonly heightMm: number
  /** In the order of drawing, which is that of reading; blanks too. */
  readonly glyphs: readonly Glyph[]
  readonly strokes: readonly Stroke[]
  readonly pictures: readonly Frame[]
}

/** Every page of a PDF. */
export async function readDrawings(pdf: Uint8Array): Promise<Drawing[]> {
  const {document, close} = await openPdf(pdf)
  const drawings: Drawing[] = []
  for (let page = 1; page <= document.numPages; page++) {
    drawings.push(await readPage(await document.getPage(page), page))
  }
  await close()
  return drawings
}

/** a, b, c, d, e, f of PDF: x' = ax + cy + e, y' = bx + dy + f. Source: ISO 32000-1, 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number]

interface State {
  readonly matrix: Matrix
  readonly fill: string
  readonly stroke: string
  readonly lineWidth: number
}

const mmPerPt = 25.4 / 72
const identity: Matrix = [1, 0, 0, 1, 0, 0]

async function readPage(page: PDFPageProxy, number: number): Promise<Drawing> {
  const {width, height} = page.getViewport({scale: 1})
  const {fnArray, argsArray} = await page.getOperatorList()
  const toPage: Matrix = [mmPerPt, 0, 0, -mmPerPt, 0, height * mmPerPt]
  const pen = new Pen({matrix: toPage, fill: '#000000', stroke: '#000000', lineWidth: 1})
  fnArray.forEach((operator, index) => {
    pen.draw(operator, argsArray[index] ?? [])
  })
  const {glyphs, strokes, pictures} = pen
  return {page: number, widthMm: width * mmPerPt, heightMm: height * mmPerPt, glyphs, strokes, pictures}
}

/** As pdf.js hands over a shown text: glyphs, and numbers that take thousandths of an em back. */
type Shown = readonly (number | {readonly unicode: string; readonly width: number})[]

/** Follows the operators of one page; only those that our PDFs have. */
class Pen {
  readonly glyphs: Glyph[] = []
  readonly strokes: Stroke[] = []
  readonly pictures: Frame[] = []
  readonly #saved: State[] = []
  #state: State
  #sizePt = 0
  #text: Matrix = identity

  constructor(state: State) {
    this.#state = state
  }

  draw(operator: number, values: readonly unknown[]): void {
    const state = this.#state
    switch (operator) {
      case OPS.save:
        this.#saved.push(state)
        return
      case OPS.restore:
        this.#state = this.#saved.pop() ?? state
        return
      case OPS.transform:
        this.#state = {...state, matrix: multiply(state.matrix, values as unknown as Matrix)}
        return
      case OPS.setFillRGBColor:
        this.#state = {...state, fill: String(values[0])}
        return
      case OPS.setStrokeRGBColor:
        this.#state = {...state, stroke: String(values[0])}
        return
      case OPS.setLineWidth:
        this.#state = {...state, lineWidth: Number(values[0])}
        return
      case OPS.setFont:
        this.#sizePt = Number(values[1])
        return
      case OPS.setTextMatrix:
        this.#text = Array.from(values[0] as Iterable<number>) as unknown as Matrix
        return
      case OPS.showText:
        this.#show(values[0] as Shown)
        return
      case OPS.constructPath:
        this.#path(values)
        return
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        this.#picture()
        return
      case OPS.moveText:
      case OPS.setCharSpacing:
      case OPS.setWordSpacing:
      case OPS.setHScale:
      case OPS.nextLine:
      case OPS.paintFormXObjectBegin:
        throw new Error(`the reader does not follow operator ${operator}`)
    }
  }

  #show(shown: Shown): void {
    const matrix = multiply(this.#state.matrix, this.#text)
    const sizePt = this.#sizePt
    let x = 0
    for (const [index, entry] of shown.entries()) {
      if (typeof entry === 'number') {
        x -= (entry * sizePt) / 1000
        continue
      }
      const width = (entry.width * sizePt) / 1000
      const after = shown[index + 1]
      const next = x + width - (typeof after === 'number' ? (after * sizePt) / 1000 : 0)
      const [leftMm, baselineMm] = apply(matrix, x, 0)
      const [nextMm] = apply(matrix, next, 0)
      this.glyphs.push({text: entry.unicode, leftMm, nextMm, baselineMm, sizePt, color: this.#state.fill})
      x += width
    }
  }

  /** Straight ones that are stroked: `values` are the paint's operator, one path in an array, its bounds. */
  #path([paint, paths]: readonly unknown[]): void {
    const {matrix, lineWidth, stroke} = this.#state
    const [path] = paths as readonly (ArrayLike<number> | null)[]
    if (paint !== OPS.stroke || !path) return
    const points: [number, number][] = []
    for (let at = 0; at < path.length; ) {
      const command = path[at]
      // Move to and line to take a point, closing none; there are no curves in what we draw.
      if (command !== 0 && command !== 1) throw new Error(`the reader does not follow path command ${command}`)
      points.push(apply(matrix, path[at + 1] ?? 0, path[at + 2] ?? 0))
      at += 3
    }
    const thicknessMm = lineWidth * Math.hypot(matrix[0], matrix[1])
    this.strokes.push({...frameOf(points), thicknessMm, color: stroke})
  }

  /** The unit square in the matrix. */
  #picture(): void {
    const {matrix} = this.#state
    this.pictures.push(frameOf([apply(matrix, 0, 0), apply(matrix, 1, 1)]))
  }
}

function frameOf(points: readonly (readonly [number, number])[]): Frame {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return {leftMm: Math.min(...xs), rightMm: Math.max(...xs), topMm: Math.min(...ys), bottomMm: Math.max(...ys)}
}

function multiply([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix {
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f]
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}
