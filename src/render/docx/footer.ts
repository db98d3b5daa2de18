/** Page numbers (页码): `— 1 —`, at the right of odd pages, at the left of even ones. */

import {Footer, PageNumber, Paragraph, TextRun} from 'docx'
import type {Sheet} from '../../model/sheet.js'
import {mmToTwips, ptToTwips} from '../sheet.js'
import {styleId} from './style-names.js'

/** Source: GB/T 9704—2012, 7.5. */
export function pageNumberFooters(): {default: Footer; even: Footer} {
  return {default: footer('pageNumber'), even: footer('pageNumberEven')}
}

/**
 * From the page's lower edge to the footer's, in twips: what is left of the lower white when the dashes, in the middle
 * of a line as high as its type, stand `pageNumberBelowMm` under the type area.
 */
export function footerDistance({page, pageNumberBelowMm, styles}: Sheet): number {
  return Math.max(0, mmToTwips(page.bottomMm - pageNumberBelowMm) - ptToTwips(styles.pageNumber.sizePt) / 2)
}

function footer(style: 'pageNumber' | 'pageNumberEven'): Footer {
  const dash = {font: {hint: 'eastAsia'}}
  return new Footer({
    children: [
      new Paragraph({
        style: styleId(style),
        children: [
          new TextRun({...dash, text: '— '}),
          new TextRun({children: [PageNumber.CURRENT]}),
          new TextRun({...dash, text: ' —'})
        ]
      })
    ]
  })
}
