/** Lists (列项): items are paragraphs that begin with their marks. */

import type {Block, List, ListItem} from '../../model/body.js'
import type {Context} from './context.js'
import {bodyParagraph, write} from './handlers.js'
import {joined, literal} from './literal.js'

/** Lists inside lists are set in by the sheet's `nestingChars` more. */
export function writeList({ordered, start, children}: List, context: Context): string {
  const {sheet, depth} = context
  const inside: Context = {...context, role: 'listItem', depth: depth + 1}
  const startChars = sheet.styles.listItem.startChars + sheet.lists.nestingChars * depth
  const item = ({children: blocks}: ListItem, index: number): string => {
    const lead = [literal(ordered ? orderedMark(start + index, depth) : '• ')]
    const [first, ...rest] = blocks
    const opens = first?.type === 'paragraph'
    const head = bodyParagraph('listItem', opens ? first.children : [], inside, {startChars, lead})
    const others = opens ? rest : blocks
    return [head, ...others.map((block) => writeInItem(block, startChars, inside))].join('\n')
  }
  return joined(children.map(item))
}

/** `1.`, `（1）`, `①`, then round again: the lower levels of 公文, whose 一、 and （一） are headings. */
function orderedMark(number: number, depth: number): string {
  if (depth % 3 === 0) return `${number}.`
  const circled = depth % 3 === 2 && number >= 1 && number <= 20
  return circled ? String.fromCodePoint(0x245f + number) : `（${number}）`
}

function writeInItem(block: Block, startChars: number, context: Context): string {
  if (block.type !== 'paragraph') return write(block, context)
  return bodyParagraph('listItem', block.children, context, {startChars})
}
