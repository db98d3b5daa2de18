/** Diagnostics for programs. The keys are a contract: they may grow, and keep their meaning. */

import type {Diagnostic, Severity} from '../model/diagnostic.js'
import {sortDiagnostics} from './diagnose.js'

/** One finding as programs read it. */
export interface JsonDiagnostic {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly severity: Severity
  readonly ruleId: string
  readonly message: string
  readonly suggestion?: string
}

/** @returns a JSON array, sorted by file, line, column; paths relative to the workspace; ends with a line end. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify(jsonDiagnostics(diagnostics), null, 2)}\n`
}

/** The same as values, for reports that hold more than findings. */
export function jsonDiagnostics(diagnostics: readonly Diagnostic[]): JsonDiagnostic[] {
  return sortDiagnostics(diagnostics).map(({place, severity, ruleId, message, suggestion}) => ({
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
}

/** Diagnostics from their JSON, as {@link jsonDiagnostics} gives it; what is no such thing is left out. */
export function readJsonDiagnostics(values: unknown): Diagnostic[] {
  return (Array.isArray(values) ? values : []).filter(isJsonDiagnostic).map((value) => {
    const {file, line, column, endLine, endColumn, severity, ruleId, message, suggestion} = value
    const place = {file, start: {line, column}, end: {line: endLine, column: endColumn}}
    return {place, severity, ruleId, message, ...(suggestion === undefined ? {} : {suggestion})}
  })
}

function isJsonDiagnostic(value: unknown): value is JsonDiagnostic {
  const {file, line, column, endLine, endColumn, severity, ruleId, message} = (value ?? {}) as Partial<JsonDiagnostic>
  const numbers = [line, column, endLine, endColumn]
  const texts = [file, ruleId, message]
  return (
    texts.every((text) => typeof text === 'string') &&
    numbers.every((number) => Number.isInteger(number)) &&
    (severity === 'error' || severity === 'warning' || severity === 'info')
  )
}
