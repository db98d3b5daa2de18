/** Characters of a body that nothing can print: brought in by references (`&#7;`), or lost before (`�`). */

import type {Nodes, Root} from 'mdast'
import {lost, unprintable} from '../text/characters.js'
import type {Closing} from './closing.js'
import {placeInText} from './place.js'

/** Report them, each once, where it stands. The parser writes `�` for most references that stand for no character. */
export function judgeCharacters(root: Root, closing: Closing): void {
  const seen = new Set<number>()
  const visit = (node: Nodes, holder: Nodes): void => {
    // Text beside an address that the parser found by itself has no place: what holds it has.
    const placed = node.position ? node : holder
    if (wordsOf(node).some((words) => unprintable.test(words))) judgeSource(placed, seen, closing)
    if ('children' in node) for (const child of node.children) visit(child, placed)
  }
  visit(root, root)
}

/** Everything of a node that a reader may see, or follow; HTML is refused as a whole. */
function wordsOf(node: Nodes): string[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return [node.value]
    case 'link':
    case 'definition':
      return [node.url, node.title ?? '']
    case 'image':
      return [node.url, node.alt ?? '', node.title ?? '']
    case 'imageReference':
      return [node.alt ?? '']
    default:
      return []
  }
}

/** @param seen - offsets of what has been reported: a link and its words are looked at one after the other. */
function judgeSource(node: Nodes, seen: Set<number>, closing: Closing): void {
  const start = node.position?.start.offset ?? 0
  const source = closing.raw.text.slice(start, node.position?.end.offset ?? start)
  const isLiteral = node.type === 'inlineCode' || node.type === 'code'
  for (const match of source.matchAll(isLiteral ? literals : referencesAndLiterals)) {
    const [written] = match
    const offset = start + match.index
    if (seen.has(offset) || (written !== lost && !isUnprintable(written))) continue
    seen.add(offset)
    const place = {position: placeInText(closing.raw.text, offset, written.length)}
    closing.report('file-has-no-control-characters', place, explain(written))
  }
}

const literals = /\uFFFD/g
const referencesAndLiterals = /\uFFFD|(?<!\\)&#(?:x[\da-f]{1,6}|\d{1,7});/gi

function isUnprintable(reference: string): boolean {
  const digits = reference.slice(2, -1)
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10)
  return code > 0x10ffff || unprintable.test(String.fromCodePoint(code))
}

function explain(written: string): string {
  if (written === lost) return '这里有乱码“�”（U+FFFD），原来的字已经丢失。请对照原稿改正。'
  return `“${written}”不代表能印出的字。请删去它，或直接写出要印的字。`
}
