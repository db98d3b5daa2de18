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

const wording = base().use(remarkDirective).use(tuned, {}).freeze()

/** Bodies by what they hold: most have neither an address nor a table, and looking for either costs a third of the time. */
const bodies = new Map<string, ReturnType<typeof bodyParser>>()

/** Parse what contributors write: directives are plain text here. */
export function parseBody(text: string): Root {
  const withoutAddresses = !/[@&]|www|http/i.test(text)
  const withoutTables = !text.includes('|')
  const key = `${withoutAddresses} ${withoutTables}`
  const parser = bodies.get(key) ?? bodyParser({withoutAddresses, withoutTables})
  bodies.set(key, parser)
  return parser.parse(text)
}

function bodyParser(tuning: Tuning) {
  return base().use(tuned, tuning).freeze()
}

/** Parse what templates write: the same dialect, with directives for masthead, contents, articles, colophon. */
export function parseWording(text: string): Root {
  return wording.parse(text)
}

interface Tuning {
  /** GFM tries an address at every letter, and then walks the whole tree four times for more. */
  readonly withoutAddresses?: boolean
  /** GFM tries a table at every paragraph. */
  readonly withoutTables?: boolean
}

/** The last plugin: micromark combines extensions anew for every text, so they are combined here once. */
function tuned(this: Processor, {withoutAddresses = false, withoutTables = false}: Tuning): void {
  const data = this.data()
  const unwanted = [
    'codeIndented',
    ...(withoutAddresses ? ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] : []),
    ...(withoutTables ? ['table'] : [])
  ]
  data.micromarkExtensions = [combineExtensions([...(data.micromarkExtensions ?? []), {disable: {null: unwanted}}])]
  if (withoutAddresses) {
    // The only transforms that GFM has are those that find addresses.
    data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
      .flat()
      .map((extension) => ({...extension, transforms: []}))
  }
}
