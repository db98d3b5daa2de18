/** YAML as contributors and editors write it: plain values, and where each stands. */

import {type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument} from 'yaml'
import {diagnose} from '../diagnostics/diagnose.js'
import type {RuleId} from '../diagnostics/rules.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {type Place, type Point, startOf} from '../model/place.js'
import type {RawYaml} from '../model/raw.js'
import {explainFaults} from './yaml-faults.js'
import {keyText, plainValue} from './yaml-values.js'

/**
 * Read YAML 1.2, core schema: dates stay text, no merge keys, no tags.
 *
 * A number that would be written differently (`007`, `1.10`, `1e400`, more digits than are exact) arrives as the text
 * that stands there, so that nothing is rounded or cut on the way. Of a key that stands twice, the first counts.
 *
 * @param lineOffset - lines of the file above the text's first one.
 * @returns value `undefined` where the text is not valid; null where it is empty.
 */
export function readYaml(file: string, text: string, lineOffset = 0): RawYaml {
  const lines = new LineCounter()
  const document = isTooDeep(text) ? null : parse(text, lines)
  if (!document) return broken(file, lineOffset, '内容套得太深，无法读取。请减少层次。')

  const diagnostics: Diagnostic[] = []
  const point = (offset: number): Point => {
    const {line, col} = lines.linePos(Math.min(offset, text.length))
    return {line: Math.max(line, 1) + lineOffset, column: Math.max(col, 1)}
  }
  const place = (start: number, end: number): Place => ({file, start: point(start), end: point(Math.max(start, end))})
  const report = (ruleId: RuleId, start: number, end: number, message: string, first?: [number, number]): void => {
    diagnostics.push(
      diagnose(ruleId, place(start, end), message, first ? {cause: place(first[0], first[1])} : undefined)
    )
  }

  const faults = explainFaults(document, text)
  for (const fault of faults) report('yaml-is-valid', fault.start, fault.end, fault.message)
  const value = faults.length > 0 ? undefined : plainValue(document.contents, text, report)
  const placeOfNode = (node: Node | null): Place => (node?.range ? place(node.range[0], node.range[1]) : whole(file))
  const whole = (name: string): Place => {
    const start = {line: 1 + lineOffset, column: 1}
    return {file: name, start, end: start}
  }
  return {
    file,
    value,
    placeOf: (path) => placeOfNode(find(document, path).node),
    placeOfKey: (path) => {
      const found = find(document, path)
      return placeOfNode(found.key ?? found.node)
    },
    blockAt: (path) => {
      const {node} = find(document, path)
      if (!isScalar(node) || node.type !== 'BLOCK_LITERAL' || !node.range) return null
      const header = text.indexOf('\n', node.range[0])
      const indent = /^\n*( *)/.exec(text.slice(header + 1, node.range[1]))?.[1] ?? ''
      return {lineOffset: point(header).line, columnOffset: indent.length}
    },
    diagnostics
  }
}

/** Brackets that stay open, or list marks on one line, beyond all use: the parser would run out of memory. */
function isTooDeep(text: string): boolean {
  if (/(?:[-?][ \t]+){33}/.test(text)) return true
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // [ and {, ] and }
    if (code === 0x5b || code === 0x7b) depth++
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--
    if (depth > maxOpenBrackets) return true
  }
  return false
}

const maxOpenBrackets = 100

/** Null where the text is nested so deeply that parsing fails. */
function parse(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, {
      lineCounter,
      version: '1.2',
      schema: 'core',
      merge: false,
      resolveKnownTags: false,
      // Found by `plainValue`, which can name the first sighting.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent'
    })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function broken(file: string, lineOffset: number, message: string): RawYaml {
  const start = {line: 1 + lineOffset, column: 1}
  const place: Place = {...startOf(file), start, end: start}
  return {
    file,
    value: undefined,
    placeOf: () => place,
    placeOfKey: () => place,
    diagnostics: [diagnose('yaml-is-valid', place, message)]
  }
}

/** The node at a path and its key; where there is none, the nearest above. */
function find(document: Document.Parsed, path: readonly PropertyKey[]): {node: Node | null; key: Node | null} {
  let node: Node | null = document.contents
  let key: Node | null = null
  for (const step of path) {
    const inside: unknown = isAlias(node) ? node.resolve(document) : node
    if (isMap(inside)) {
      const pair = inside.items.find((item) => keyText(item.key) === String(step))
      if (!pair) break
      key = isNode(pair.key) ? (pair.key as Node) : null
      // A key without a value (`period:`) has no node worth pointing at but itself.
      node = isNode(pair.value) && hasText(pair.value as Node) ? (pair.value as Node) : key
      continue
    }
    const item: unknown = isSeq(inside) ? inside.items[Number(step)] : undefined
    if (!isNode(item)) break
    node = item as Node
    key = null
  }
  return {node, key}
}

function hasText(node: Node): boolean {
  return node.range !== null && node.range !== undefined && node.range[1] > node.range[0]
}
