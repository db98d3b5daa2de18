/** Colophon (版记): who wrote it, and at the foot of the last page who gets it, between rules. */

import {
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  type IFrameOptions,
  type Paragraph,
  VerticalPositionAlign
} from 'docx'
import type {Colophon, ColophonPart, Distribution, Handlers} from '../../model/tree.js'
import {textWidthEm} from '../../text/width.js'
import {ptToTwips, typeAreaWidthPt} from '../sheet.js'
import {type Draft, type OwnFormat, paragraph} from './draft.js'
import {charsToTwips} from './measures.js'
import {plain, runs, styledLines, textRun} from './phrasing.js'

/**
 * Staff and contacts, and below them distribution and permit between rules, stand in one block on the lower edge of the
 * last page's type area.
 *
 * The block is a frame of plain paragraphs: it stays editable text in Word, WPS and LibreOffice, where a floating table
 * would not go to the foot. A frame stands on the page of the paragraph after it, so an empty one closes the document.
 *
 * Where footnotes may stand at the foot of that page, the frame would lie on them: the block then follows the text.
 *
 * Source: GB/T 9704—2012, 7.4 (版记).
 */
export function colophon({children}: Colophon, draft: Draft): Paragraph[] {
  const frame = draft.notesAtEnd ? {keepNext: true, keepLines: true} : {frame: blockFrame(draft)}
  const above: Paragraph[] = []
  const block: Paragraph[] = []

  for (const node of children) {
    if (node.type === 'staffLine' || node.type === 'contactLine') {
      above.push(...part(node, {draft, frame}))
    } else {
      block.push(paragraph(draft, block.length === 0 ? 'colophonOuterRule' : 'colophonInnerRule', [], frame))
      block.push(...part(node, {draft, frame}))
    }
  }
  if (above.length + block.length === 0) return []
  if (block.length === 0) return [...above, paragraph(draft, 'colophonAnchor', [])]

  return [...above, ...block, paragraph(draft, 'colophonOuterRule', [], frame), paragraph(draft, 'colophonAnchor', [])]
}

interface Setting {
  readonly draft: Draft
  readonly frame: OwnFormat
}

const handlers: Handlers<ColophonPart, Paragraph[], Setting> = {
  staffLine: ({children}, {draft, frame}) => [styledLines(draft, 'staffLine', [children], frame)],
  contactLine: ({children}, {draft, frame}) => [styledLines(draft, 'contactLine', [children], frame)],
  permitLine: ({children}, {draft, frame}) => [styledLines(draft, 'permitLine', [children], frame)],
  distribution: (node, setting) => distribution(node, setting)
}

function part<Type extends ColophonPart['type']>(
  node: Extract<ColophonPart, {type: Type}>,
  setting: Setting
): Paragraph[] {
  const handler: (node: Extract<ColophonPart, {type: Type}>, setting: Setting) => Paragraph[] =
    handlers[node.type as Type]
  return handler(node, setting)
}

/** The label, then recipients hanging behind it; in the style `lines` each of them opens a paragraph of its own. */
function distribution({label, lines}: Distribution, {draft, frame}: Setting): Paragraph[] {
  const {startChars, endChars, sizePt} = draft.sheet.styles.distribution
  const labelChars = textWidthEm(label)
  const left = charsToTwips(startChars + labelChars, sizePt)
  const right = charsToTwips(endChars, sizePt)
  const hanging = {...frame, indent: {left, right, hanging: charsToTwips(labelChars, sizePt), firstLineChars: 0}}
  const behind = {...frame, indent: {left, right, firstLine: 0, firstLineChars: 0}}
  const marks = plain(draft)

  // `firstLineChars: 0` undoes the style's: Word would prefer it to what is given in twips.
  return (lines.length === 0 ? [[]] : lines).map((line, index) =>
    index === 0
      ? paragraph(draft, 'distribution', [textRun(label, marks), ...runs(line, marks)], hanging)
      : paragraph(draft, 'distribution', runs(line, marks), behind)
  )
}

function blockFrame({sheet}: Draft): IFrameOptions {
  return {
    type: 'alignment',
    width: ptToTwips(typeAreaWidthPt(sheet)),
    wrap: FrameWrap.AROUND,
    anchor: {horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN},
    alignment: {x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM}
  }
}
