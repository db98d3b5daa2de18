/** Phrasing in a template's wording. */

import type {PhrasingContent} from 'mdast'
import type {Phrasing} from '../model/body.js'

/** The marks that wording may use: bold, emphasis, links, breaks; anything else keeps only its words. */
export function wordingPhrasing(nodes: readonly PhrasingContent[]): Phrasing[] {
  return nodes.flatMap((node): Phrasing[] => {
    switch (node.type) {
      case 'text':
        return [{type: 'text', value: node.value}]
      case 'strong':
      case 'emphasis':
        return [{type: node.type, children: wordingPhrasing(node.children)}]
      case 'link':
        return [{type: 'link', url: node.url, children: wordingPhrasing(node.children)}]
      case 'break':
        return [{type: 'break'}]
      default:
        return 'children' in node ? wordingPhrasing(node.children as PhrasingContent[]) : []
    }
  })
}
