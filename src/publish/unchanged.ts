/** Whether an issue's files on disk are what a build would write again. */

import {distinctDiagnostics, sortDiagnostics} from '../diagnostics/diagnose.js'
import {jsonDiagnostics, readJsonDiagnostics} from '../diagnostics/format-json.js'
import {settingRules} from '../diagnostics/rules.js'
import type {FontSet, Format} from '../model/artifact.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {type FileDigest, type Manifest, manifestFonts} from './manifest.js'

export interface BuildInputs {
  readonly version: string
  readonly inputs: readonly FileDigest[]
  readonly formats: readonly Format[]
  readonly fonts: FontSet
}

/**
 * Compare a manifest with what would go in now.
 *
 * @returns whether every format asked for came from these inputs, this program and these fonts. Whether the files
 * still lie there is the caller's to see.
 */
export function isUpToDate(manifest: Manifest, {version, inputs, formats, fonts}: BuildInputs): boolean {
  return (
    manifest.program.version === version &&
    JSON.stringify(manifest.inputs) === JSON.stringify(inputs) &&
    JSON.stringify(manifest.fonts) === JSON.stringify(manifestFonts(fonts)) &&
    formats.every((format) => manifest.outputs.some((output) => output.format === format))
  )
}

/**
 * A new manifest that still names the outputs of other formats that an earlier build made from the same inputs.
 *
 * @param previous - its outputs are those that still lie there.
 */
export function keptOutputs(made: Manifest, previous: Manifest, now: BuildInputs): Manifest {
  if (!isUpToDate(previous, {...now, formats: []})) return made
  const kept = previous.outputs.filter(({format}) => !now.formats.includes(format))
  const keptPdf = kept.some(({format}) => format === 'pdf')
  return {
    ...made,
    outputs: [...made.outputs, ...kept].sort((a, b) => (a.path < b.path ? -1 : 1)),
    pages: made.pages ?? (keptPdf ? previous.pages : null),
    layout: made.layout ?? (keptPdf ? previous.layout : null),
    warnings: kept.length > 0 ? withWarningsOfSetting(made.warnings, previous) : made.warnings
  }
}

function withWarningsOfSetting(warnings: Manifest['warnings'], previous: Manifest): Manifest['warnings'] {
  return jsonDiagnostics(distinctDiagnostics([...readJsonDiagnostics(warnings), ...warningsOfSetting(previous)]))
}

function warningsOfSetting({warnings}: Manifest): Diagnostic[] {
  return readJsonDiagnostics(warnings).filter(({ruleId}) => settingRules.has(ruleId))
}

/**
 * All that is to be said of an issue that need not be set again.
 *
 * @param found - what looking at its files says now.
 * @param manifest - keeps what only setting it showed.
 */
export function withKeptWarnings(found: readonly Diagnostic[], manifest: Manifest): Diagnostic[] {
  return sortDiagnostics([...found, ...warningsOfSetting(manifest)])
}
