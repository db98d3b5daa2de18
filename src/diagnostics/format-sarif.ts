/** Diagnostics as SARIF 2.1.0 (OASIS), which code-scanning services read. */

import type {Diagnostic} from '../model/diagnostic.js'
import type {Place} from '../model/place.js'
import {sortDiagnostics} from './diagnose.js'
import {type RuleId, rules} from './rules.js'

const levels = {error: 'error', warning: 'warning', info: 'note'} as const

/** @returns one run with the rules that were broken, in code-unit order; ends with a line end. */
export function formatSarif(diagnostics: readonly Diagnostic[]): string {
  const sorted = sortDiagnostics(diagnostics)
  const ids = [...new Set(sorted.map(({ruleId}) => ruleId))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'jianbao', rules: ids.map(describeRule)}},
        // SARIF's default: columns in UTF-16 units, as ours.
        columnKind: 'utf16CodeUnits',
        results: sorted.map((diagnostic) => describeResult(diagnostic, ids))
      }
    ]
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function describeRule(id: string): object {
  const severity = Object.hasOwn(rules, id) ? rules[id as RuleId].severity : 'error'
  return {id, defaultConfiguration: {level: levels[severity]}}
}

function describeResult({place, severity, ruleId, message, cause}: Diagnostic, ids: readonly string[]): object {
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: levels[severity],
    message: {text: message},
    locations: [{physicalLocation: locate(place)}],
    ...(cause ? {relatedLocations: [{physicalLocation: locate(cause)}]} : {})
  }
}

function locate({file, start, end}: Place): object {
  const uri = file.split('/').map(encodeURIComponent).join('/')
  return {
    artifactLocation: {uri},
    region: {startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column}
  }
}
