/** The manifest of a built issue: what went in, what came out. */

import {createHash} from 'node:crypto'
import {type JsonDiagnostic, jsonDiagnostics} from '../diagnostics/format-json.js'
import type {Artifact, FontOrigin, FontSet, Format} from '../model/artifact.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {IssueIdentity} from '../model/issue.js'
import type {PageLayout} from '../model/layout.js'
import type {FontRole} from '../model/sheet.js'
import {fontRoles} from '../model/sheet.js'
import {isoDate} from '../text/date.js'
import {outputFiles} from './outputs.js'
import {type PageBudget, pageBudget} from './page-budget.js'

export interface FileDigest {
  /** Relative to the workspace. */
  readonly path: string
  /** Hex. */
  readonly sha256: string
}

/** `manifest.json`: no clock, path or name of the machine is in it. */
export interface Manifest {
  readonly program: {readonly name: string; readonly version: string}
  readonly issue: {
    readonly bulletin: string
    readonly year: number
    readonly number: string
    readonly issueNumber: number | null
    readonly cumulativeNumber: number | null
    readonly special: {readonly series: string; readonly number: number} | null
    readonly date: string
    readonly title: string
  }
  readonly inputs: readonly FileDigest[]
  readonly outputs: readonly (FileDigest & {readonly format: Format; readonly bytes: number})[]
  /** Of the PDF; null where none was asked for. */
  readonly pages: number | null
  /** Of the PDF; null where none was asked for. */
  readonly layout: PageBudget | null
  readonly fonts: Readonly<Record<FontRole, ManifestFont>>
  readonly warnings: readonly JsonDiagnostic[]
}

export interface ManifestFont {
  readonly family: string
  readonly origin: FontOrigin
  readonly substitute: boolean
}

export interface ManifestParts {
  readonly version: string
  readonly identity: IssueIdentity
  readonly title: string
  readonly inputs: readonly FileDigest[]
  readonly artifacts: readonly Artifact[]
  readonly layout: PageLayout | null
  readonly fonts: FontSet
  readonly warnings: readonly Diagnostic[]
}

export function manifestOf(parts: ManifestParts): Manifest {
  const {identity, artifacts} = parts
  return {
    program: {name: 'jianbao', version: parts.version},
    issue: {
      bulletin: identity.bulletin,
      year: identity.year,
      number: identity.number,
      issueNumber: identity.issueNumber,
      cumulativeNumber: identity.cumulativeNumber,
      special: identity.special && {series: identity.special.series, number: identity.special.number},
      date: isoDate(identity.date),
      title: parts.title
    },
    inputs: parts.inputs,
    outputs: outputFiles(identity, artifacts).map(({path, format, bytes}) => ({
      path,
      sha256: sha256(bytes),
      format,
      bytes: bytes.byteLength
    })),
    pages: artifacts.find(({pages}) => pages !== null)?.pages ?? null,
    layout: parts.layout && pageBudget(parts.layout),
    fonts: manifestFonts(parts.fonts),
    warnings: jsonDiagnostics(parts.warnings)
  }
}

export function manifestFonts(fonts: FontSet): Record<FontRole, ManifestFont> {
  const entries = fontRoles.map((role) => {
    const {family, origin, substitute} = fonts[role]
    return [role, {family, origin, substitute}] as const
  })
  return Object.fromEntries(entries) as Record<FontRole, ManifestFont>
}

/** Two spaces of indent, a line end at the end. */
export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** Null where the text is not a manifest of this program. */
export function readManifest(text: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(text)
    return isManifest(value) ? value : null
  } catch {
    return null
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function isManifest(value: unknown): value is Manifest {
  const {program, inputs, outputs} = (value ?? {}) as Partial<Manifest>
  return program?.name === 'jianbao' && Array.isArray(inputs) && Array.isArray(outputs) && outputs.every(isOutput)
}

function isOutput(value: unknown): boolean {
  const {path, sha256: digest, format} = (value ?? {}) as Partial<Manifest['outputs'][number]>
  return typeof path === 'string' && typeof digest === 'string' && typeof format === 'string'
}
