/** Text where none should be: off the type area, or on other text. */

import {mmToPt} from '../../src/render/sheet.js'
import type {Box, PdfBoxes} from './boxes.js'
import {commonSheet} from './samples.js'
import {isPageNumber} from './words.js'

const {page} = commonSheet
/** 0.5 mm, in which rounding to whole twips and glyphs' own side bearings lie. */
const slackPt = mmToPt(0.5)

/** Texts that reach over the type area's edges, whose sides may change on even pages; page numbers apart. */
export function strays({texts, pages}: PdfBoxes): string[] {
  return Array.from({length: pages}, (_, index) => index + 1).flatMap((number) => {
    const own = texts.filter((box) => box.page === number && !isPageNumber(box))
    const [asOdd, asEven] = [outside(own, page.leftMm, page.rightMm), outside(own, page.rightMm, page.leftMm)]
    return (number % 2 === 1 || asOdd.length <= asEven.length ? asOdd : asEven).map(
      (box) => `第${number}页 ${box.text}`
    )
  })
}

function outside(boxes: readonly Box[], leftMm: number, rightMm: number): Box[] {
  const left = mmToPt(leftMm) - slackPt
  const right = mmToPt(page.widthMm - rightMm) + slackPt
  const top = mmToPt(page.topMm) - slackPt
  const bottom = mmToPt(page.heightMm - page.bottomMm) + slackPt
  return boxes.filter((box) => box.left < left || box.right > right || box.top < top || box.bottom > bottom)
}

/** Pairs of texts whose characters' bodies share more than a sliver; marks of notes stand beside their line. */
export function overlaps({texts}: PdfBoxes): string[] {
  const found: string[] = []
  texts.forEach((one, index) => {
    for (const other of texts.slice(index + 1)) {
      if (other.page !== one.page) break
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      const least = Math.min(one.sizePt, other.sizePt)
      if (width > 0.3 * least && height > 0.3 * least) found.push(`第${one.page}页 ${one.text} / ${other.text}`)
    }
  })
  return found
}
