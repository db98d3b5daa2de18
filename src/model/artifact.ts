/** What writers give back. */

import type {FontRole} from './sheet.js'

/** The formats of `build --formats`; the first two by default. */
export const formats = ['docx', 'pdf', 'md', 'html', 'txt', 'odt', 'epub'] as const
export type Format = (typeof formats)[number]

export interface Artifact {
  readonly format: Format
  readonly bytes: Uint8Array
  /** Only the PDF knows. */
  readonly pages: number | null
  /** Files that must lie beside it, by paths relative to its folder: pictures of Markdown. */
  readonly companions: readonly {readonly path: string; readonly bytes: Uint8Array}[]
}

/** A picture of an issue, its bytes beside it. */
export interface Picture {
  readonly digest: string
  readonly bytes: Uint8Array
  readonly format: PictureFormat
  readonly widthPx: number
  readonly heightPx: number
}

/** What both Word and Typst can show. */
export const pictureFormats = ['png', 'jpg', 'gif'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** Pictures by digest. */
export type Pictures = ReadonlyMap<string, Picture>

/** A font of this machine. */
export interface Typeface {
  /** Family as the typesetter knows it. */
  readonly family: string
  /** What it is called in front of people: FandolFang. */
  readonly label: string
  /** Files of the family, absolute; more than one where bold is apart. */
  readonly files: readonly string[]
  /** The weight to ask for, 400 or 700. */
  readonly weight: number
}

/** A font that serves a role. */
export interface ResolvedFont extends Typeface {
  readonly role: FontRole
  readonly origin: FontOrigin
  /** The office's own fonts and system fonts serve a role; the others stand in for it. */
  readonly substitute: boolean
}

export type FontOrigin = 'workspace' | 'system' | 'fandol' | 'npm'

export type FontSet = Readonly<Record<FontRole, ResolvedFont>>

/** The family that hosts load beside the roles' own, for characters that those lack: rare ones of people's names. */
export const lastResortFamily = 'Noto Sans S Chinese'
