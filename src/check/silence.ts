/** Comments that silence a rule: `<!-- jianbao-ignore rule-id: 理由 -->`. */

import type {Html, Nodes, Parent} from 'mdast'
import {diagnose} from '../diagnostics/diagnose.js'
import {rules} from '../diagnostics/rules.js'
import {isIgnoreComment, parseIgnoreComment} from '../markdown/ignore.js'
import {placeOfNode} from '../markdown/place.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {RawBody} from '../model/raw.js'
import {nearest} from '../text/nearest.js'
import {isRuleId} from './shape.js'

/** Lines of the file in which a rule is silent. */
export interface Stretch {
  readonly ruleId: string
  readonly first: number
  readonly last: number
}

export interface Silence {
  readonly stretches: readonly Stretch[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A comment on its own silences the next block; inside a paragraph, the line it stands on. */
export function findSilence(body: RawBody): Silence {
  if (!body.text.includes('jianbao-ignore')) return {stretches: [], diagnostics: []}
  const stretches: Stretch[] = []
  const diagnostics: Diagnostic[] = []
  const visit = (parent: Parent): void => {
    parent.children.forEach((node: Nodes, index) => {
      if (node.type === 'html' && isIgnoreComment(node.value)) {
        const judged = judge(node, body)
        if ('message' in judged) diagnostics.push(judged)
        else stretches.push(stretchOf(judged.ruleId, node, parent, index, body))
      } else if ('children' in node) visit(node)
    })
  }
  visit(body.root)
  return {stretches, diagnostics}
}

/** Only rules about the text can be silenced: that no other finding is dropped is up to `judge`. */
export function applySilence(diagnostics: readonly Diagnostic[], stretches: readonly Stretch[]): readonly Diagnostic[] {
  if (stretches.length === 0) return diagnostics
  return diagnostics.filter(({ruleId, place}) => {
    const {line} = place.start
    return !stretches.some((stretch) => stretch.ruleId === ruleId && line >= stretch.first && line <= stretch.last)
  })
}

function judge(node: Html, body: RawBody): {readonly ruleId: string} | Diagnostic {
  const place = placeOfNode(body, node)
  const comment = parseIgnoreComment(node.value)
  if (!comment) {
    const form = '<!-- jianbao-ignore figure-measure-fits: 原件如此 -->'
    return diagnose('ignore-has-reason', place, `忽略规则要写明规则名称和理由。请写成“${form}”的样子。`)
  }
  const {ruleId} = comment
  if (!isRuleId(ruleId)) {
    const near = nearest(ruleId, Object.keys(rules))
    const hint = near ? `是否为“${near}”？` : '规则的名称写在每条问题末尾的方括号中。'
    return diagnose('rule-is-known', place, `没有名为“${ruleId}”的规则。${hint}`, near ? {suggestion: near} : {})
  }
  if (rules[ruleId].kind === 'text') return {ruleId}
  return diagnose('rule-can-be-set', place, `规则“${ruleId}”管的是文件的格式，不能忽略。请按提示改正，并删去这条注释。`)
}

function stretchOf(ruleId: string, node: Html, parent: Parent, index: number, body: RawBody): Stretch {
  const own = placeOfNode(body, node)
  const next = parent.children[index + 1]
  const inLine = parent.type === 'paragraph' || parent.type === 'heading' || parent.type === 'tableCell'
  const last = inLine || !next ? own.end.line : placeOfNode(body, next).end.line
  return {ruleId, first: own.start.line, last}
}
