/** Diagnostics for people: one line each, places that editors jump to. */

import type {Diagnostic, Severity} from '../model/diagnostic.js'

export const severityNames: Readonly<Record<Severity, string>> = {error: '错误', warning: '警告', info: '提示'}

/** @returns `file:line:column: 级别: 说明 [ruleId]`, without a line end; a second sighting names the first. */
export function formatText({place, severity, ruleId, message, cause}: Diagnostic): string {
  const {file, start} = place
  const first = cause ? `（另一处：${cause.file}:${cause.start.line}:${cause.start.column}）` : ''
  return `${file}:${start.line}:${start.column}: ${severityNames[severity]}: ${message}${first} [${ruleId}]`
}
