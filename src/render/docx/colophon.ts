/** Colophon (版记): who wrote it, and at the foot of the last page who gets it, between rules. */

import {
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  type IFrameOptions,
  LineRuleType,
  VerticalPositionAlign
} from 'docx'
import type {Colophon, ColophonPart, Distribution, Handlers} from '../../model/tree.js'
import {textWidthEm} from '../../text/width.js'
import {ptToTwips, typeAreaWidthPt} from '../sheet.js'
import {type Draft, type Line, type OwnFormat, paragraph} from './draft.js'
import {charsToTwips, linesToTwips} from './measures.js'
import {plain, runs, styledLines, textRun} from './phrasing.js'

/**
 * Staff and contacts, and below them distribution and permit between rules, stand in one block on the lower edge of the
 * last page's type area.
 *
 * The block is a frame of plain paragraphs: it stays editable text in Word, WPS and LibreOffice, where a floating table
 * would not go to the foot. A frame stands on the page of the paragraph after it, so an empty one closes the document.
 * Footnotes of that page would lie on the block; where there may be some, the frame ends in white for them. A block that
 * may be higher than a page stands in no frame, which could not be broken.
 *
 * Source: GB/T 9704—2012, 7.4 (版记).
 */
export function colophon({children}: Colophon, draft: Draft): Line[] {
  const frame = draft.endBlock.fitsPage ? {frame: blockFrame(draft)} : {}
  const above: Line[] = []
  const block: Line[] = []

  for (const node of children) {
    if (node.type === 'staffLine' || node.type === 'contactLine') {
      above.push(...part(node, {draft, frame}))
    } else {
      block.push(paragraph(draft, block.length === 0 ? 'colophonOuterRule' : 'colophonInnerRule', [], frame))
      block.push(...part(node, {draft, frame}))
    }
  }
  if (block.length > 0) block.push(paragraph(draft, 'colophonOuterRule', [], frame))
  const lines = [...above, ...block]
  return lines.length === 0 ? [] : [...lines, ...whiteForNotes(draft, frame), paragraph(draft, 'colophonAnchor', [])]
}

function whiteForNotes(draft: Draft, frame: OwnFormat): Line[] {
  const {endBlock, sheet} = draft
  if (endBlock.noteLines === 0 || !endBlock.fitsPage) return []
  const line = linesToTwips(endBlock.noteLines, sheet)
  return [paragraph(draft, 'colophonBelow', [], {...frame, spacing: {line, lineRule: LineRuleType.EXACT}})]
}

interface Setting {
  readonly draft: Draft
  readonly frame: OwnFormat
}

const handlers: Handlers<ColophonPart, Line[], Setting> = {
  staffLine: ({children}, {draft, frame}) => [styledLines(draft, 'staffLine', [children], frame)],
  contactLine: ({children}, {draft, frame}) => [styledLines(draft, 'contactLine', [children], frame)],
  permitLine: ({children}, {draft, frame}) => [styledLines(draft, 'permitLine', [children], frame)],
  distribution: (node, setting) => distribution(node, setting)
}

function part<Type extends ColophonPart['type']>(node: Extract<ColophonPart, {type: Type}>, setting: Setting): Line[] {
  const handler: (node: Extract<ColophonPart, {type: Type}>, setting: Setting) => Line[] = handlers[node.type as Type]
  return handler(node, setting)
}

/** The label, then recipients hanging behind it; in the style `lines` each of them opens a paragraph of its own. */
function distribution({label, lines}: Distribution, {draft, frame}: Setting): Line[] {
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
    wrap: FrameWrap.NOT_BESIDE,
    anchor: {horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN},
    alignment: {x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM}
  }
}
