/** Raw HTML, of which only comments that silence a rule are allowed. */

import type {Html} from 'mdast'
import type {Closing} from './closing.js'
import {isIgnoreComment} from './ignore.js'

/** Report HTML that a body cannot have. */
export function judgeHtml(node: Html, closing: Closing): void {
  if (isIgnoreComment(node.value)) return
  const text = node.value.trim().replace(/\s+/g, ' ')
  const shown = text.length > 30 ? `${text.slice(0, 30)}…` : text
  if (text.startsWith('<!--') && text.includes('jianbao-ignore')) {
    closing.report(
      'ignore-has-reason',
      node,
      `忽略规则的注释“${shown}”没有写完整，或后面还有文字。请让它单独占一行，以“-->”结束。`
    )
    return
  }
  closing.report(
    'body-has-no-html',
    node,
    `正文不能用 HTML 标记“${shown}”。请改用 Markdown 的写法，或删去尖括号和其中的内容。`
  )
}
