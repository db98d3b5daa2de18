/** Lists (列表) as Word's own numbering. */

import {AlignmentType, type ILevelsOptions, type IParagraphOptions, LevelFormat, LevelSuffix} from 'docx'
import type {List} from '../../model/body.js'
import type {Draft} from './draft.js'
import {indent} from './measures.js'

/** Levels that Word has; deeper lists stay on the last. */
export const deepestLevel = 8

/** Puts a paragraph into a list. */
export type Numbered = Required<Pick<IParagraphOptions, 'numbering'>>

/**
 * A numbering of its own for one list, so that it starts at its `start` whatever stands before it.
 *
 * @param depth - 0 for a list that stands in no other.
 */
export function numberList(list: List, depth: number, draft: Draft): Numbered {
  const reference = list.ordered ? `ordered-${list.start}` : 'bullets'
  if (!draft.numberings.has(reference)) {
    draft.numberings.set(reference, {reference, levels: levels(list, draft)})
  }

  draft.listCount += 1
  return {numbering: {reference, level: Math.min(depth, deepestLevel), instance: draft.listCount}}
}

function levels(list: List, draft: Draft): ILevelsOptions[] {
  return Array.from({length: deepestLevel + 1}, (_, level) => ({
    level,
    ...(list.ordered ? orderedMark(level, list.start) : bulletMark(draft)),
    alignment: AlignmentType.LEFT,
    style: {
      ...(list.ordered ? {} : bulletMark(draft).style),
      paragraph: {indent: indent(draft.sheet.styles.listItem, level * draft.sheet.lists.nestingChars)}
    }
  }))
}

/** `1.`, `（1）`, `①`, then round again: the lower levels of 公文, whose 一、 and （一） are headings. */
function orderedMark(level: number, start: number): Omit<ILevelsOptions, 'level'> {
  const number = `%${level + 1}`
  switch (level % 3) {
    case 0:
      return {format: LevelFormat.DECIMAL, text: `${number}.`, suffix: LevelSuffix.NOTHING, start}
    case 1:
      return {format: LevelFormat.DECIMAL, text: `（${number}）`, suffix: LevelSuffix.NOTHING, start}
    default:
      return {format: LevelFormat.DECIMAL_ENCLOSED_CIRCLE, text: number, suffix: LevelSuffix.NOTHING, start}
  }
}

/** In the Latin font: 仿宋_GB2312 has no bullet. */
function bulletMark({sheet}: Draft) {
  const {latin} = sheet.officeFonts
  return {
    format: LevelFormat.BULLET,
    text: '•',
    suffix: LevelSuffix.SPACE,
    style: {run: {font: {ascii: latin, hAnsi: latin, eastAsia: latin, cs: latin}}}
  } as const
}
