/** Lists (列项): items are paragraphs that begin with their marks. */

import type {Block, List, ListItem} from '../../model/body.js'
import {bulletMark, orderedMark} from '../list-mark.js'
import type {Context} from './context.js'
import {bodyParagraph, write} from './handlers.js'
import {joined, literal} from './literal.js'

/** Lists inside lists are set in by the sheet's `nestingChars` more. */
export function writeList({ordered, start, children}: List, context: Context): string {
  const {sheet, depth} = context
  const inside: Context = {...context, role: 'listItem', depth: depth + 1}
  const startChars = sheet.styles.listItem.startChars + sheet.lists.nestingChars * depth
  const item = ({children: blocks}: ListItem, index: number): string => {
    const lead = [literal(ordered ? orderedMark(start + index, depth) : bulletMark)]
    const [first, ...rest] = blocks
    const opens = first?.type === 'paragraph'
    const head = bodyParagraph('listItem', opens ? first.children : [], inside, {startChars, lead})
    const others = opens ? rest : blocks
    return [head, ...others.map((block) => writeInItem(block, startChars, inside))].join('\n')
  }
  return joined(children.map(item))
}

function writeInItem(block: Block, startChars: number, context: Context): string {
  if (block.type !== 'paragraph') return write(block, context)
  return bodyParagraph('listItem', block.children, context, {startChars})
}
