/** Phrasing in a template's wording. */

import type {PhrasingContent} from 'mdast'
import type {Phrasing} from '../model/body.js'

/**
 * The marks that wording may use: bold, emphasis, deletion, links, breaks.
 *
 * @param refuse - is told of everything else, which would lose words.
 */
export function wordingPhrasing(
  nodes: readonly PhrasingContent[],
  refuse: (node: PhrasingContent) => never
): Phrasing[] {
  return merge(nodes.flatMap((node) => phrasingOf(node, refuse)))
}

function phrasingOf(node: PhrasingContent, refuse: (node: PhrasingContent) => never): Phrasing[] {
  switch (node.type) {
    case 'text':
      return [{type: 'text', value: node.value}]
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{type: node.type, children: wordingPhrasing(node.children, refuse)}]
    case 'link': {
      const children = wordingPhrasing(node.children, refuse)
      // An address found in a finished text has no place: it is a value's, and values stay text.
      return node.position ? [{type: 'link', url: node.url, children}] : children
    }
    case 'break':
      return [{type: 'break'}]
    default:
      return refuse(node)
  }
}

/** Words side by side become one text. */
function merge(nodes: readonly Phrasing[]): Phrasing[] {
  const merged: Phrasing[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = {type: 'text', value: last.value + node.value}
    } else {
      merged.push(node)
    }
  }
  return merged
}
