/** One article of the tree: title, body, credit. */

import type {AggregateArticle} from '../model/aggregate.js'
import type {Block, Paragraph, Phrasing, Text} from '../model/body.js'
import type {CalendarDate} from '../model/date.js'
import type {Article, Credit} from '../model/tree.js'
import {unitNameOn} from './unit-name.js'

/**
 * Compose an article.
 *
 * @param date - of the issue: units are named as they were called then.
 */
export function composeArticle(article: AggregateArticle, date: CalendarDate): Article {
  const runIn = article.articleTitles === 'run-in'
  const credit = creditText(article, date)
  const body = runIn ? withRunInTitle(article.body.children, article.title) : article.body.children
  return {
    type: 'article',
    id: article.id,
    outline: article.title.join('　'),
    title: runIn ? [] : article.title.map((line) => [text(line)]),
    children: credit === '' ? body : withCredit(body, credit, article.creditPlacement),
    footnotes: article.body.footnotes
  }
}

function creditText(article: AggregateArticle, date: CalendarDate): string {
  const names = article.units.map((unit) => unitNameOn(unit, date)).join('、')
  return article.credit.replaceAll('{units}', () => names)
}

/** The title opens the first paragraph in bold, closed by 。; a body that opens otherwise gets a paragraph of its own. */
function withRunInTitle(body: readonly Block[], title: readonly string[]): Block[] {
  const words = title.join('')
  const run: Phrasing = {type: 'strong', children: [text(endsSentence.test(words) ? words : `${words}。`)]}
  const [first, ...rest] = body
  if (first?.type === 'paragraph') return [{type: 'paragraph', children: [run, ...first.children]}, ...rest]
  return [{type: 'paragraph', children: [run]}, ...body]
}

/** A title that asks or exclaims gets no second mark. */
const endsSentence = /[。！？…][”’」』）]*$/

function withCredit(
  body: readonly Block[],
  words: string,
  placement: AggregateArticle['creditPlacement']
): (Block | Credit)[] {
  const last = body.at(-1)
  if (placement === 'line' || last?.type !== 'paragraph') {
    return [...body, {type: 'credit', children: [text(words)]}]
  }
  const closed: Paragraph = {type: 'paragraph', children: [...last.children, text(words)]}
  return [...body.slice(0, -1), closed]
}

function text(value: string): Text {
  return {type: 'text', value}
}
