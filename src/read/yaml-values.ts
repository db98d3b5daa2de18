/** From nodes of YAML to plain values, with limits on what may be asked of us. */

import {isAlias, isMap, isNode, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq} from 'yaml'
import type {RuleId} from '../diagnostics/rules.js'
import {codePointName, lost, unprintable} from '../text/characters.js'

/** Says what is wrong between two offsets; `first` is the first sighting. */
export type ReportAt = (ruleId: RuleId, start: number, end: number, message: string, first?: [number, number]) => void

/** What aliases (`*name`) may unfold to, all together: enough for a shared list, nothing for a bomb. */
const maxAliasedValues = 1000
const maxDepth = 32
/** Keys that stand twice are named up to this number. */
const maxDoubles = 50

interface Walk {
  readonly text: string
  readonly report: ReportAt
  /** Nodes that carry an anchor (`&name`), as met so far. */
  readonly anchors: Map<string, Node>
  /** Anchored nodes inside which we are: a name that leads back into them has no end. */
  readonly open: Set<Node>
  aliasedValues: number
  doubles: number
  insideAlias: boolean
  stopped: boolean
}

/** @returns `undefined` where a limit was passed or a part cannot be read at all. */
export function plainValue(contents: unknown, text: string, report: ReportAt): unknown {
  const walk: Walk = {
    text,
    report,
    anchors: new Map(),
    open: new Set(),
    aliasedValues: 0,
    doubles: 0,
    insideAlias: false,
    stopped: false
  }
  const value = toPlain(contents, 0, walk)
  return walk.stopped ? undefined : value
}

/** A key as written; null for keys that are no text. */
export function keyText(key: unknown): string | null {
  if (!isScalar(key)) return null
  if (typeof key.value === 'string') return key.value
  return key.source ?? ''
}

function toPlain(node: unknown, depth: number, walk: Walk): unknown {
  if (walk.stopped || !isNode(node)) return null
  const [start, end] = node.range ?? [0, 0]
  if (depth > maxDepth) return stop(walk, 'yaml-is-valid', start, end, `内容套了超过 ${maxDepth} 层。请减少层次。`)
  if (walk.insideAlias && ++walk.aliasedValues > maxAliasedValues) {
    return stop(walk, 'yaml-aliases-are-few', start, end, '引用（*名称）展开后内容过多，不作处理。请把内容直接写出来。')
  }
  if (isAlias(node)) return aliased(node.source, start, end, depth, walk)
  const anchor = (node as Scalar).anchor
  if (anchor !== undefined) walk.anchors.set(anchor, node as Node)
  if (isScalar(node)) return printable(scalarValue(node, walk.text), start, end, walk)
  walk.open.add(node as Node)
  const value = isMap(node) ? mapValue(node, depth, walk) : isSeq(node) ? listValue(node, depth, walk) : null
  walk.open.delete(node as Node)
  return value
}

function stop(walk: Walk, ruleId: RuleId, start: number, end: number, message: string): undefined {
  walk.stopped = true
  walk.report(ruleId, start, end, message)
  return undefined
}

function aliased(name: string, start: number, end: number, depth: number, walk: Walk): unknown {
  const target = walk.anchors.get(name)
  if (!target) {
    return stop(
      walk,
      'yaml-is-valid',
      start,
      end,
      `引用“*${name}”前面没有定义。开头的 * 若是正文，请给整段文字加引号。`
    )
  }
  if (walk.open.has(target)) {
    return stop(walk, 'yaml-aliases-are-few', start, end, `引用“*${name}”引用了它自己，没有尽头。请把内容直接写出来。`)
  }
  const outer = walk.insideAlias
  walk.insideAlias = true
  const value = toPlain(target, depth + 1, walk)
  walk.insideAlias = outer
  return value
}

function scalarValue(node: Scalar, text: string): unknown {
  const {value} = node
  if (typeof value !== 'number' && typeof value !== 'bigint') return value ?? null
  const written = node.source ?? (node.range ? text.slice(node.range[0], node.range[1]) : String(value))
  return String(value) === written ? value : written
}

/** What stands in the file has been judged as a whole: here are the characters that an escape (`"\x07"`) makes. */
function printable(value: unknown, start: number, end: number, walk: Walk): unknown {
  const found = typeof value === 'string' ? unprintable.exec(value)?.[0] : undefined
  if (found === undefined) return value
  // `�` may stand there itself; what an escape makes is found nowhere.
  const at = walk.text.slice(start, end).indexOf(found)
  const place: [number, number] = at < 0 ? [start, end] : [start + at, start + at + found.length]
  if (!walk.insideAlias) walk.report('file-has-no-control-characters', ...place, explainCharacter(found))
  // So that no message, no list of titles, and no second finding carries it on.
  return String(value).replace(new RegExp(unprintable, 'gu'), '□')
}

function explainCharacter(found: string): string {
  if (found === lost) return '这里有乱码“�”（U+FFFD），原来的字已经丢失。请对照原稿改正。'
  return `双引号中的反斜杠“\\”写法成了看不见的控制字符（${codePointName(found)}）。请改用单引号，或把“\\”写成“\\\\”。`
}

function listValue(node: YAMLSeq, depth: number, walk: Walk): unknown[] {
  return node.items.map((item) => toPlain(item, depth + 1, walk))
}

function mapValue(node: YAMLMap, depth: number, walk: Walk): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  const firsts = new Map<string, [number, number]>()
  for (const pair of node.items) {
    const [start, end] = isNode(pair.key) ? ((pair.key as Node).range ?? [0, 0]) : [0, 0]
    const key = keyText(pair.key)
    if (key === null || key === '__proto__') {
      walk.report('yaml-is-valid', start, end, `此处的键名${key ? `“${key}”` : ''}不能使用。键名请写成文字。`)
      continue
    }
    const unfit = unprintable.exec(key)?.[0]
    if (unfit !== undefined) {
      walk.report('file-has-no-control-characters', start, end, explainCharacter(unfit))
      continue
    }
    const keyAnchor = (pair.key as Scalar).anchor
    if (keyAnchor !== undefined) walk.anchors.set(keyAnchor, pair.key as Node)
    const first = firsts.get(key)
    const item = toPlain(pair.value, depth + 1, walk)
    if (first) {
      if (++walk.doubles > maxDoubles) continue
      walk.report('yaml-keys-are-unique', start, end, `“${key}”写了两次，只能写一次。请删去多余的一处。`, first)
      continue
    }
    firsts.set(key, [start, end])
    value[key] = item
  }
  return value
}
