/** An article: its title, or the place that the outline and the contents lead to where it has none of its own. */

import {type Phrasing, plainText} from '../../model/body.js'
import type {Article} from '../../model/tree.js'
import {titleLines} from '../title.js'
import {articleLabel, type Context, marked} from './context.js'
import {withFootnotes} from './footnote.js'
import {bodyParagraph, phrasing, write} from './handlers.js'
import {joined, literal} from './literal.js'

export function writeArticle({id, outline, title, children, footnotes}: Article, context: Context): string {
  const inside = withFootnotes({...context, role: 'body', article: {id, title: outline}}, footnotes)
  const lines = titleLines(title, context.sheet.styles.articleTitle, context.sheet)
  const head = lines.length === 0 ? hiddenHead(id, outline) : titleHead({id, outline, lines}, inside)
  return [head, ...withCredits(children, inside)].join('\n')
}

/** A credit on a line of its own belongs to the paragraph before it, so that no page begins with it. */
function withCredits(children: Article['children'], context: Context): string[] {
  return children.flatMap((child, index) => {
    const next = children[index + 1]
    if (child.type === 'paragraph' && next?.type === 'credit') {
      return [
        bodyParagraph(context.role, child.children, context, {tail: `credit-line(${phrasing(next.children, context)})`})
      ]
    }
    const taken = child.type === 'credit' && children[index - 1]?.type === 'paragraph'
    return taken ? [] : [write(child, context)]
  })
}

function hiddenHead(id: string, outline: string): string {
  return `place(hide[#heading(level: 1, ${literal(outline)}) #label(${articleLabel(id)})])`
}

interface Title {
  readonly id: string
  readonly outline: string
  readonly lines: readonly (readonly Phrasing[])[]
}

function titleHead({id, outline, lines}: Title, context: Context): string {
  let words = ''
  const parts = lines.flatMap((line, index) => {
    // Where the title has a blank, so has the outline; at a line's end nobody sees it.
    const blank = index > 0 && hasBlankAfter(outline, words) ? ['" "'] : []
    words += plainText(line)
    return [...(index > 0 ? [...blank, 'linebreak()'] : []), phrasing(line, context)]
  })
  const {words: title} = marked(joined(parts), {role: 'articleTitle', text: words}, context)
  return `paragraph("articleTitle", [#heading(level: 1, ${title}) #label(${articleLabel(id)})])`
}

/** Whether a text goes on with a blank after some words of it, blanks not counted. */
function hasBlankAfter(text: string, words: string): boolean {
  let left = words.replace(/\s/g, '').length
  for (let at = 0; at < text.length; at++) {
    if (left === 0) return /\s/.test(text.charAt(at))
    if (!/\s/.test(text.charAt(at))) left -= 1
  }
  return false
}
