/** All effects: what the program needs from the machine. Handed in; the core never reaches past it. */

import type {FontSet, Format, ResolvedFont, Typeface} from './artifact.js'
import type {LayoutMark} from './layout.js'
import type {FontFamilies} from './sheet.js'

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'other'
  readonly sizeBytes: number
  /** The path with its links followed, relative to the workspace; null where it leads out. */
  readonly target: string | null
}

/** Files of the workspace. Paths are relative to it, with `/`, and never lead out. */
export interface Files {
  /** Every file below a folder, links not followed, in code-unit order; empty where there is no such folder. */
  list(folder: string): Promise<readonly string[]>
  /** Null where there is nothing. */
  stat(path: string): Promise<FileStat | null>
  /** @throws {HostError} where it cannot be read or lies outside. */
  read(path: string): Promise<Uint8Array>
  /** Whole or not at all: all files are written to temporary names first, then renamed. */
  writeAll(files: readonly OutputFile[]): Promise<void>
  /** Creates a file; false where one is there already. */
  create(file: OutputFile): Promise<boolean>
  /** Runs with a lock that other processes see; freed when its holder dies. */
  withLock<Value>(path: string, work: () => Promise<Value>): Promise<Value>
  /** For messages: the path as the user would open it. */
  absolute(path: string): string
}

export interface OutputFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface Fonts {
  /** Nothing may stand in for a role's own font, not even for a single character. */
  readonly strict: boolean
  /** Serves every role for the characters that its own font lacks. */
  readonly lastResort: Typeface
  /**
   * The best font for every role, with what stands in for what.
   *
   * @param wanted - families that a bulletin asks for; by default those that the standard and most offices name.
   */
  resolve(wanted?: FontFamilies): Promise<FontSet>
  read(font: ResolvedFont): Promise<readonly Uint8Array[]>
  /**
   * The characters that a font has no glyphs for.
   *
   * @param characters - each with the marks that are set with it: `é` in two code points is one.
   * @returns in the order given; none where the font's files do not tell.
   */
  missing(font: Typeface, characters: readonly string[]): Promise<readonly string[]>
}

/** A picture as the typesetter sees it: its name in the source, and its bytes. */
export interface TypesetInput {
  readonly source: string
  readonly pictures: readonly {readonly path: string; readonly bytes: Uint8Array}[]
  readonly fonts: FontSet
  /** Seconds since 1970, for the document's dates. */
  readonly timestamp: number
  /** Label of the metadata in which the source lists its marks; absent where it has none. */
  readonly marksLabel?: string
}

export interface Typeset {
  readonly pages: number
  readonly marks: readonly LayoutMark[]
  /** Written when it is asked for: a round that only looks for marks needs no file. */
  pdf(): Uint8Array
}

/** Typst, in process. */
export interface Typesetter {
  /** @throws {TypesetError} on any error or warning of the typesetter, an unknown font among them. */
  typeset(input: TypesetInput): Promise<Typeset>
}

export interface PandocInput {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly resources: readonly OutputFile[]
  readonly metadata: Readonly<Record<string, string>>
}

export interface Pandoc {
  /** @throws {HostError} with pandoc's own words where it fails or takes too long. */
  convert(input: PandocInput): Promise<Uint8Array>
}

export interface Clock {
  /** Today, for scaffolds and checks of future dates; never reaches an output. */
  today(): {year: number; month: number; day: number}
  /** Milliseconds from an arbitrary start, for progress and benchmarks. */
  now(): number
}

/** Work that another thread can do on the same workspace; inputs and results are plain data. */
export type ThreadTask =
  | {readonly kind: 'check'; readonly files: readonly string[]}
  | {
      readonly kind: 'build'
      /** Of the issues. */
      readonly files: readonly string[]
      readonly formats: readonly Format[]
      readonly force: boolean
      readonly fit: number | undefined
    }

export interface Threads {
  /** How many can work at once, this one counted: 1 where there are no others. */
  readonly count: number
  /** @returns what the pipeline returns for the task. */
  run(task: ThreadTask): Promise<unknown>
}

export interface Host {
  readonly files: Files
  readonly fonts: Fonts
  readonly typesetter: Typesetter
  readonly pandoc: Pandoc
  readonly clock: Clock
  readonly threads: Threads
}

/** An outside tool or file failed (exit code 3). The message is Chinese and says what to do. */
export class HostError extends Error {
  override readonly name = 'HostError'
}

/** The typesetter failed; what it stumbled over is named, so that it can be looked for in the sources. */
export class TypesetError extends HostError {
  constructor(
    message: string,
    readonly stumbledOver: {
      /** That no font has, each as it stands in the text. */
      readonly characters: readonly string[]
      /** That are damaged, by their paths as handed in. */
      readonly pictures: readonly string[]
    }
  ) {
    super(message)
  }
}
