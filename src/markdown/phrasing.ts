/** Phrasing of a body: the words of a line and their marks. */

import type {PhrasingContent, Text} from 'mdast'
import type {Phrasing} from '../model/body.js'
import type {Closing} from './closing.js'
import {judgeHtml} from './html.js'
import {placeInText} from './place.js'

/** Close phrasing; words side by side become one text, blanks at either end go. */
export function closePhrasing(nodes: readonly PhrasingContent[], closing: Closing): Phrasing[] {
  return trim(merge(nodes.flatMap((node) => closeOne(node, closing))))
}

/** Literal lines, a break between each two. */
export function textOfLines(value: string): Phrasing[] {
  return value
    .split('\n')
    .flatMap((line, index): Phrasing[] => [
      ...(index > 0 ? [{type: 'break' as const}] : []),
      {type: 'text', value: line}
    ])
}

function closeOne(node: PhrasingContent, closing: Closing): Phrasing[] {
  switch (node.type) {
    case 'text':
      judgeFootnotes(node, closing)
      return [{type: 'text', value: joinLines(node.value)}]
    case 'inlineCode':
      return [{type: 'text', value: node.value}]
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const children = merge(
        unwrap(
          node.type,
          node.children.flatMap((child) => closeOne(child, closing))
        )
      )
      return children.length > 0 ? [{type: node.type, children}] : []
    }
    case 'break':
      return [{type: 'break'}]
    case 'link':
      return closeLink(node.url, node, closing)
    case 'linkReference':
      return closeLink(closing.definitions.get(node.identifier)?.url ?? '', node, closing)
    case 'footnoteReference':
      return closeFootnoteReference(node, closing)
    case 'html':
      judgeHtml(node, closing)
      return []
    case 'image':
    case 'imageReference':
      closing.report('image-stands-alone', node, '图片不能放在文字的加粗、链接等记号里。请把图片单独写成一段。')
      return []
    default:
      return []
  }
}

/** Bold in bold is bold: a mark inside its own kind says nothing more. */
function unwrap(type: 'strong' | 'emphasis' | 'delete', nodes: readonly Phrasing[]): Phrasing[] {
  return nodes.flatMap((node): Phrasing[] => {
    if (node.type === type) return unwrap(type, node.children)
    return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete'
      ? [{type: node.type, children: merge(unwrap(type, node.children))}]
      : [node]
  })
}

/** `[^1]` without its note is left in the text by the parser, and would be printed as it stands. */
function judgeFootnotes(node: Text, closing: Closing): void {
  // Text beside an address that the parser found by itself has no place.
  if (!node.position || !node.value.includes('[^')) return
  const start = node.position.start.offset ?? 0
  const source = closing.raw.text.slice(start, node.position.end.offset)
  for (const match of source.matchAll(/(?<!\\)\[\^([^\]\s]{1,50})\]/g)) {
    const place = placeInText(closing.raw.text, start + match.index, match[0].length)
    closing.report(
      'footnote-is-defined',
      {position: place},
      `脚注“${match[1]}”没有写注文。请在文末另起一行写“[^${match[1]}]: 注文”，或删去此处的 ${match[0]}。`
    )
  }
}

function closeLink(
  url: string,
  node: Extract<PhrasingContent, {type: 'link' | 'linkReference'}>,
  closing: Closing
): Phrasing[] {
  const children = merge(node.children.flatMap((child) => closeOne(child, closing)))
  if (/^(https?:|mailto:)/i.test(url)) return children.length > 0 ? [{type: 'link', url, children}] : []
  closing.report('link-is-web', node, `链接“${url}”不是网址或邮箱，只印文字。网址请以 https:// 开头写全。`)
  return children
}

function closeFootnoteReference(
  node: Extract<PhrasingContent, {type: 'footnoteReference'}>,
  closing: Closing
): Phrasing[] {
  if (!closing.footnotes.has(node.identifier)) return []
  closing.usedFootnotes.add(node.identifier)
  if (closing.insideNote) {
    const message = '脚注的注文里不能再引用脚注。请把两处注文并在一起写，删去此处的记号。'
    closing.report('footnote-stands-in-text', node, message)
    return []
  }
  return [{type: 'footnoteReference', id: `${closing.context.prefix}-${node.identifier}`}]
}

/** Lines of one paragraph join without a blank where Chinese meets, with one between Latin words. */
function joinLines(value: string): string {
  if (!value.includes('\n')) return value
  return value
    .split('\n')
    .map((line) => line.trim())
    .reduce((text, line) => (isAscii(text.at(-1)) && isAscii(line[0]) ? `${text} ${line}` : text + line))
}

function isAscii(character: string | undefined): boolean {
  return character !== undefined && character < '\u0080'
}

function merge(nodes: readonly Phrasing[]): Phrasing[] {
  const merged: Phrasing[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && node.value === '') continue
    if (node.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = {type: 'text', value: last.value + node.value}
    else merged.push(node)
  }
  return merged
}

/** The indent that many type as blanks (U+3000) before a paragraph is the style's business. */
function trim(nodes: Phrasing[]): Phrasing[] {
  const first = nodes[0]
  if (first?.type === 'text') nodes[0] = {type: 'text', value: first.value.replace(/^[\s\u3000]+/, '')}
  const last = nodes.at(-1)
  if (last?.type === 'text') nodes[nodes.length - 1] = {type: 'text', value: last.value.trimEnd()}
  return nodes.filter((node) => node.type !== 'text' || node.value !== '')
}
