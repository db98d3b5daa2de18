/** A dispatch with its words, for the writers. */

import {aggregateDispatch} from '../../../src/aggregate/dispatch.js'
import {composeDispatchSheet, composeLabels} from '../../../src/compose/dispatch.js'
import type {Recipient} from '../../../src/model/bulletin.js'
import {bulletin, issue, recipient} from '../../compose/example.js'

/** @param more - beside the two that are always there. */
export function dispatchWords(more: readonly Partial<Recipient>[] = [], numbered = true) {
  const others = more.map((own, index): Recipient => ({...recipient(`第${index + 1}号单位`), ...own}))
  const list = {
    recipients: {报: [{...recipient('市文明办'), copies: 2}], 送: [], 发: [recipient('各镇'), ...others]},
    kept: 3
  }
  const copyNumbers = numbered ? {first: 1, digits: 6} : null
  const dispatch = aggregateDispatch({...issue, imprint: {...issue.imprint, copyNumbers}}, list)
  return {sheet: composeDispatchSheet(dispatch, bulletin), labels: composeLabels(dispatch, bulletin)}
}

/** Texts that spreadsheets take for formulas, and that mean something to XML, Word and Typst. */
export const nasty = [
  '=1+1',
  '+86',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '{key}',
  '<a>&amp;"\'',
  '#let x = 1',
  '\\"',
  '$x$ *b* _c_'
]
