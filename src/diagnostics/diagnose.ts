/** Making diagnostics, so that each carries its rule's own severity. */

import type {Diagnostic} from '../model/diagnostic.js'
import type {Place} from '../model/place.js'
import {type RuleId, rules} from './rules.js'

export interface Details {
  /** The text to put in the place of what stands there. */
  readonly suggestion?: string
  /** The first sighting, where this is a second one. */
  readonly cause?: Place
}

/**
 * Make one diagnostic.
 *
 * @param message - Chinese, in the contributor's terms: what is wrong and what to write; closed by 。 or ？.
 */
export function diagnose(ruleId: RuleId, place: Place, message: string, details: Details = {}): Diagnostic {
  return {place, severity: rules[ruleId].severity, ruleId, message, ...details}
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error')
}

/** By file, line, column, then rule: the order of every report, whatever the order of arrival. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      a.place.start.line - b.place.start.line ||
      a.place.start.column - b.place.start.column ||
      compare(a.ruleId, b.ruleId) ||
      compare(a.message, b.message)
  )
}

/** The same order, each finding once: files that others share are looked into more than once. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]))
  return sortDiagnostics([...seen.values()])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
