/** IssueTree → DOCX. */

import {Document, DocumentGridType} from 'docx'
import type {Pictures} from '../../model/artifact.js'
import type {PageLayout} from '../../model/layout.js'
import type {Sheet} from '../../model/sheet.js'
import type {IssueTree} from '../../model/tree.js'
import {mmToTwips, ptToTwips} from '../sheet.js'
import {footnoteParagraphs} from './blocks.js'
import {type Draft, startDraft} from './draft.js'
import {issueFlow} from './flow.js'
import {footerDistance, pageNumberFooters} from './footer.js'
import {packDocument} from './pack.js'
import {wordStyles} from './styles.js'

/**
 * Set an issue as a Word document.
 *
 * @param pictures - every picture that a figure of the tree names.
 * @param layout - where the typesetter put the articles; without it the contents name no pages.
 * @returns the file's bytes: the same for the same tree, sheet, pictures and layout, whenever and wherever it is written.
 * @throws {RangeError} on a missing picture, on a reference to no article or footnote, on a footnote within a footnote;
 *   `check` refuses them before.
 */
export async function writeDocx(
  tree: IssueTree,
  sheet: Sheet,
  pictures: Pictures,
  layout: Pick<PageLayout, 'articlePages'> | null
): Promise<Uint8Array> {
  const draft = startDraft(tree, sheet, pictures, layout)
  const children = issueFlow(tree.children, draft)
  const footnotes = writeFootnotes(draft)

  const document = new Document({
    styles: {importedStyles: wordStyles(sheet)},
    numbering: {config: [...draft.numberings.values()]},
    footnotes,
    evenAndOddHeaderAndFooters: true,
    // Without it Word stretches a justified line that ends in a break.
    compatibility: {version: 15, doNotExpandShiftReturn: true},
    sections: [{properties: {page: page(sheet), grid: grid(sheet)}, footers: pageNumberFooters(), children}]
  })
  return packDocument(document, tree, sheet)
}

function writeFootnotes(draft: Draft) {
  const referred = [...draft.noteNumbers]
  const footnotes = Object.fromEntries(
    referred.map(([id, number]) => [number, {children: footnoteParagraphs(draft, id)}])
  )
  if (draft.noteNumbers.size > referred.length) throw new RangeError('a footnote refers to another footnote')
  return footnotes
}

function page(sheet: Sheet) {
  const {widthMm, heightMm, topMm, bottomMm, leftMm, rightMm} = sheet.page
  return {
    size: {width: mmToTwips(widthMm), height: mmToTwips(heightMm)},
    margin: {
      top: mmToTwips(topMm),
      right: mmToTwips(rightMm),
      bottom: mmToTwips(bottomMm),
      left: mmToTwips(leftMm),
      header: 0,
      footer: footerDistance(sheet),
      gutter: 0
    }
  }
}

function grid({grid: {linePitchPt}}: Sheet) {
  return {type: DocumentGridType.LINES, linePitch: ptToTwips(linePitchPt)}
}
