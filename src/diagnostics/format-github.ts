/** Diagnostics as workflow commands, which GitHub shows beside the lines of a change. */

import type {Diagnostic} from '../model/diagnostic.js'

const commands = {error: 'error', warning: 'warning', info: 'notice'} as const

/** @returns one command, without a line end. Source: GitHub Docs, “Workflow commands for GitHub Actions”. */
export function formatGithub({place, severity, ruleId, message}: Diagnostic): string {
  const {file, start, end} = place
  const properties = {
    file,
    line: String(start.line),
    endLine: String(end.line),
    col: String(start.column),
    // GitHub takes columns only where they are on one line.
    ...(end.line === start.line ? {endColumn: String(end.column)} : {}),
    title: ruleId
  }
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`)
  return `::${commands[severity]} ${written.join(',')}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
