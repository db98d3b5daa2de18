/**
 * The one dialect of Markdown: CommonMark and GFM, with the rules for emphasis next to Chinese punctuation.
 *
 * Bold beside full-width marks (`**一是强化。**正文`) fails in plain CommonMark, which asks for a space there;
 * remark-cjk-friendly mends it. Indented code is switched off: in a report, a line set in by spaces is a paragraph.
 */

import type {Root} from 'mdast'
import {combineExtensions} from 'micromark-util-combine-extensions'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'

const base = unified().use(remarkParse).use(remarkGfm, {singleTilde: false}).use(remarkCjkFriendly).freeze()

const body = base().use(withoutIndentedCode).freeze()
const wording = base().use(remarkDirective).use(withoutIndentedCode).freeze()

/** Parse what contributors write: directives are plain text here. */
export function parseBody(text: string): Root {
  return body.parse(text)
}

/** Parse what templates write: the same dialect, with directives for masthead, contents, articles, colophon. */
export function parseWording(text: string): Root {
  return wording.parse(text)
}

/** The last plugin: micromark combines extensions anew for every text, so they are combined here once. */
function withoutIndentedCode(this: Processor): void {
  const data = this.data()
  const extensions = [...(data.micromarkExtensions ?? []), {disable: {null: ['codeIndented']}}]
  data.micromarkExtensions = [combineExtensions(extensions)]
}
