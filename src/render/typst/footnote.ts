/** Footnotes: each is set where it is first referred to. */

import type {Footnote} from '../../model/body.js'
import type {Context} from './context.js'
import {phrasing, write} from './handlers.js'
import {joined} from './literal.js'

/** The context of an article or a note, whose references are to its own notes. */
export function withFootnotes(context: Context, footnotes: readonly Footnote[]): Context {
  return {...context, footnotes: new Map(footnotes.map((note) => [note.id, note]))}
}

export function writeFootnoteReference({id}: {readonly id: string}, context: Context): string {
  const earlier = context.setFootnotes.get(id)
  if (earlier !== undefined) return `footnote(label("footnote:${earlier}"))`
  const note = context.footnotes.get(id)
  if (!note) throw new RangeError(`no footnote under ${id}`)
  const number = context.setFootnotes.size + 1
  context.setFootnotes.set(id, number)
  // Its lines are not the text's: nothing is marked in a note.
  const inside: Context = {...context, role: 'footnote', paragraphs: []}
  const words = note.children.map((block) =>
    block.type === 'paragraph' ? phrasing(block.children, inside) : write(block, inside)
  )
  const lines = words.flatMap((line, index) => (index > 0 ? ['linebreak()', line] : [line]))
  const set = `[#footnote(${joined(lines)})#label("footnote:${number}")]`
  return context.repeated ? `once("footnote:${number}", ${number}, ${set})` : set
}
