/** Severities that a bulletin sets for its own files. */

import {rules} from '../diagnostics/rules.js'
import type {Bulletin} from '../model/bulletin.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {isRuleId} from './shape.js'

/** Errors about the shape of files stand; everything else may be set, or switched off. */
export function canBeSet(ruleId: string): boolean {
  if (!isRuleId(ruleId)) return false
  return rules[ruleId].kind === 'text' || rules[ruleId].severity !== 'error'
}

/** Apply a bulletin's `rules` to the diagnostics of its submissions, issues and numbers. */
export function applyRules(diagnostics: readonly Diagnostic[], settings: Bulletin['rules']): readonly Diagnostic[] {
  if (settings.size === 0) return diagnostics
  return diagnostics.flatMap((diagnostic) => {
    const severity = canBeSet(diagnostic.ruleId) ? settings.get(diagnostic.ruleId) : undefined
    if (severity === undefined) return [diagnostic]
    return severity === 'off' ? [] : [{...diagnostic, severity}]
  })
}
