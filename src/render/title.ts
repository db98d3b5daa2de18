/** Titles in lines: as wished, and where a line of them is too wide, broken by sense. */

import {type Phrasing, plainText} from '../model/body.js'
import type {Sheet, TextStyle} from '../model/sheet.js'
import {balanceLines} from '../text/balance.js'
import {typeAreaWidthPt} from './sheet.js'

/**
 * The lines of a centred text: article titles, column heads, captions.
 *
 * @param lines - as wished, one or more.
 * @returns each line as it is where it fits the type area less the style's indents, else in balanced pieces. A line
 *   with marks in it (bold, links) stays whole: the typesetter breaks it.
 */
export function titleLines(
  lines: readonly (readonly Phrasing[])[],
  style: TextStyle,
  sheet: Sheet
): readonly (readonly Phrasing[])[] {
  const widthEm = typeAreaWidthPt(sheet) / style.sizePt - style.startChars - style.endChars
  return lines.flatMap((line): readonly (readonly Phrasing[])[] => {
    if (line.some(({type}) => type !== 'text')) return [line]
    const pieces = balanceLines(plainText(line), widthEm)
    return pieces.length === 1 ? [line] : pieces.map((value): Phrasing[] => [{type: 'text', value}])
  })
}
