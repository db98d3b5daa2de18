/** XML as a plain tree, for the lint. */

import {SaxesParser} from 'saxes'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** @throws {Error} where the text is not well-formed, characters that XML 1.0 forbids among it. */
export function parseXml(text: string): Element {
  const parser = new SaxesParser()
  const root: Open = {name: '', attributes: {}, children: [], text: ''}
  const open: Open[] = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, attributes}) => open.push({name, attributes, children: [], text: ''}))
  parser.on('text', (piece) => {
    const last = open.at(-1)
    if (last) last.text += piece
  })
  parser.on('closetag', () => {
    const done = open.pop()
    if (done) open.at(-1)?.children.push(done)
  })
  parser.write(text).close()
  return root
}

/** Every element below, in the order of the text. */
export function* descendants(element: Element): Generator<Element> {
  for (const child of element.children) {
    yield child
    yield* descendants(child)
  }
}

export function all(element: Element, ...names: string[]): Element[] {
  return [...descendants(element)].filter(({name}) => names.includes(name))
}

/** The first child found by going down through names. */
export function child(element: Element | undefined, ...names: string[]): Element | undefined {
  return names.reduce<Element | undefined>((at, name) => at?.children.find((one) => one.name === name), element)
}

/** `w:val` of a child. */
export function val(element: Element | undefined, ...names: string[]): string | undefined {
  return child(element, ...names)?.attributes['w:val']
}
