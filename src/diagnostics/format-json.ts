/** Diagnostics for programs. The keys are a contract: they may grow, and keep their meaning. */

import type {Diagnostic} from '../model/diagnostic.js'
import {sortDiagnostics} from './diagnose.js'

/** @returns a JSON array, sorted by file, line, column; paths relative to the workspace; ends with a line end. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  const rows = sortDiagnostics(diagnostics).map(({place, severity, ruleId, message, suggestion}) => ({
    file: place.file,
    line: place.start.line,
    column: place.start.column,
    endLine: place.end.line,
    endColumn: place.end.column,
    severity,
    ruleId,
    message,
    ...(suggestion === undefined ? {} : {suggestion})
  }))
  return `${JSON.stringify(rows, null, 2)}\n`
}
