/** Files as read, before anything is judged. */

import type {Root} from 'mdast'
import type {PictureFormat} from './artifact.js'
import type {Diagnostic} from './diagnostic.js'
import type {Place} from './place.js'

/** A file of the workspace and its bytes. */
export interface SourceFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** YAML as written: plain values, and where each stands. */
export interface RawYaml {
  readonly file: string
  /** Maps, lists, strings, numbers, booleans, null; dates stay text. Undefined where it could not be parsed. */
  readonly value: unknown
  /** Place of the value at a path; where there is none, of the nearest part above it that exists. */
  placeOf(path: readonly PropertyKey[]): Place
  /** Place of the key at a path, for keys that should not be there. */
  placeOfKey(path: readonly PropertyKey[]): Place
  /** What to add to lines and columns of a block text (`note: |`) to get the file's; null for texts written otherwise. */
  blockAt?(path: readonly PropertyKey[]): {readonly lineOffset: number; readonly columnOffset: number} | null
  /** What is wrong with the text itself: encoding, syntax, keys that stand twice. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface RawSubmission {
  readonly file: string
  readonly bulletin: string
  readonly year: number
  readonly slug: string
  readonly frontmatter: RawYaml
  /** The body's Markdown, lines and columns counted from the file's start; null where the file is not readable. */
  readonly body: RawBody | null
}

export interface RawBody {
  readonly file: string
  readonly text: string
  readonly root: Root
  /** Added to a node's line to get the file's. */
  readonly lineOffset: number
}

export interface RawBulletin {
  readonly id: string
  readonly yaml: RawYaml
}

export interface RawIssue {
  readonly bulletin: string
  /** The folder's name. */
  readonly year: number
  /** The file's name without `.yaml`. */
  readonly number: string
  readonly yaml: RawYaml
}

export interface RawTemplate {
  readonly id: string
  /** `issue` and its partials by name; the template's own before those of `templates/common`. */
  readonly files: ReadonlyMap<string, SourceFile>
  /** `sheet.yaml`, the template's own first, then the common one that it changes. */
  readonly sheets: readonly RawYaml[]
  readonly sheetFiles: readonly SourceFile[]
  /** Files that could not be read. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What a picture's file turned out to be. */
export type ImageFacts =
  | {readonly status: 'picture'; readonly picture: PictureFacts}
  | {
      /** `outside`: by a link; an address that leads out has no facts. */
      readonly status: 'missing' | 'outside' | 'notPicture' | 'tooLarge'
    }
  | {
      readonly status: 'unreadable'
      /** What the machine says, in Chinese. */
      readonly reason: string
    }

export interface PictureFacts {
  /** SHA-256, hex. */
  readonly digest: string
  readonly format: PictureFormat
  readonly widthPx: number
  readonly heightPx: number
}
