/** The font of every role (字体): the office's own, the system's, Fandol, then one that comes through npm. */

import {readFile, stat} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import type {FontOrigin, FontSet, ResolvedFont, Typeface} from '../model/artifact.js'
import {type Fonts, HostError} from '../model/host.js'
import {type FontFamilies, type FontRole, fontRoleNames, fontRoles} from '../model/sheet.js'
import {toHostError} from './errors.js'
import {createFiles} from './files.js'
import {type BundledFace, catalogue, lastResort} from './font-catalogue.js'
import {called, isSameName, namedForRole, pick} from './font-choice.js'
import {createMissing} from './font-coverage.js'
import {fontCacheFolder, npmFontFolder, systemFontFolders} from './font-folders.js'
import {type FaceFile, scanFiles, scanFolders} from './font-scan.js'

export interface FontOptions {
  readonly workspace: string
  /** Refuse every substitution. */
  readonly strict?: boolean
  /** Where Fandol lies, and what is remembered of the system's fonts. */
  readonly cacheFolder?: string
  readonly systemFolders?: readonly string[]
}

export function createFonts(options: FontOptions): Fonts {
  let faces: Promise<Faces> | null = null
  const resolved = new Map<string, Promise<FontSet>>()

  return {
    strict: options.strict ?? false,
    get lastResort() {
      return lastResortFont()
    },
    resolve(wanted) {
      const wishes = wishesOf(wanted)
      const key = JSON.stringify(fontRoles.map((role) => wishes[role]))
      const known = resolved.get(key)
      if (known) return known
      faces ??= scanAll(options)
      const fonts = faces
        .then((found) => resolveAll(options, found, wishes))
        .catch((error: unknown) => {
          // What is missing may be put there before the next try.
          faces = null
          resolved.delete(key)
          throw error
        })
      resolved.set(key, fonts)
      return fonts
    },
    read: (font) => Promise.all(font.files.map((file) => readFont(font, file))),
    missing: createMissing()
  }
}

/** What every role may fall back on for a character; the typesetter always has it. */
export function lastResortFont(): Typeface {
  const {family, label, files, weight} = lastResort
  return {family, label, files: files.map((file) => join(npmFontFolder('songti'), file)), weight}
}

async function readFont(font: ResolvedFont, file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw toHostError(error, `读取字体“${font.label}”（${file}）`)
  }
}

/** What lies in `fonts/`, and what the system has. */
interface Faces {
  readonly workspace: readonly FaceFile[]
  readonly system: readonly FaceFile[]
}

async function scanAll(options: FontOptions): Promise<Faces> {
  const [workspace, system] = await Promise.all([
    workspaceFaces(options.workspace),
    scanFolders(options.systemFolders ?? systemFontFolders(), join(cacheFolder(options), 'system-fonts.json'))
  ])
  return {workspace, system}
}

function cacheFolder(options: FontOptions): string {
  return resolve(options.cacheFolder ?? fontCacheFolder())
}

/** A family that a bulletin asks for in the place of the usual one; null where it asks for no other. */
type Wishes = Readonly<Record<FontRole, string | null>>

function wishesOf(wanted: FontFamilies | undefined): Wishes {
  const entries = fontRoles.map((role) => {
    const family = wanted?.[role] ?? catalogue[role].label
    return [role, isSameName(family, catalogue[role].label) ? null : family] as const
  })
  return Object.fromEntries(entries) as Wishes
}

async function resolveAll(options: FontOptions, faces: Faces, wishes: Wishes): Promise<FontSet> {
  const entries = await Promise.all(
    fontRoles.map(async (role): Promise<[FontRole, ResolvedFont]> => {
      const font = await resolveRole(role, wishes[role], faces, cacheFolder(options))
      if (font === null) {
        throw new HostError(
          `没有可用的${fontRoleNames[role]}字体（${catalogue[role].label}），程序自带的字体也不见了。请重新运行 npm ci。`
        )
      }
      return [role, font]
    })
  )
  const fonts = Object.fromEntries(entries) as Record<FontRole, ResolvedFont>
  if (options.strict) {
    refuseSubstitutes(fonts, wishes)
  }
  return fonts
}

async function resolveRole(
  role: FontRole,
  wish: string | null,
  {workspace, system}: Faces,
  cache: string
): Promise<ResolvedFont | null> {
  const asked =
    (wish === null ? null : (called(role, 'workspace', workspace, wish) ?? called(role, 'system', system, wish))) ??
    namedForRole(role, workspace)
  if (asked !== null) {
    return asked
  }
  const font =
    pick(role, 'workspace', workspace) ??
    pick(role, 'system', system) ??
    (await bundled(role, 'fandol', catalogue[role].fandol, cache)) ??
    (await bundled(role, 'npm', catalogue[role].npm, npmFontFolder(role)))
  // 仿宋 and 仿宋_GB2312 are one face; any other than the one asked for stands in for it.
  const same = wish === null || catalogue[role].own.some((name) => isSameName(name, wish))
  return same || font === null ? font : {...font, substitute: true}
}

/** Fonts in the workspace's `fonts/`; a link that leads out is passed over. */
async function workspaceFaces(workspace: string): Promise<readonly FaceFile[]> {
  const files = createFiles(workspace)
  const inside = []
  for (const path of await files.list('fonts')) {
    if (typeof (await files.stat(path))?.target === 'string') {
      inside.push(files.absolute(path))
    }
  }
  return scanFiles(inside)
}

/** A font whose files lie where they are expected. */
async function bundled(
  role: FontRole,
  origin: FontOrigin,
  face: BundledFace | null,
  folder: string
): Promise<ResolvedFont | null> {
  if (face === null) {
    return null
  }
  const files = face.files.map((file) => join(folder, file))
  const found = await Promise.all(files.map((file) => stat(file).catch(() => null)))
  if (!found.every((entry) => entry?.isFile() && entry.size > 0)) {
    return null
  }
  const {family, label, weight, substitute} = face
  return {role, family, label, origin, files, substitute, weight}
}

function refuseSubstitutes(fonts: FontSet, wishes: Wishes): void {
  const substitutes = fontRoles.map((role) => fonts[role]).filter((font) => font.substitute)
  if (substitutes.length > 0) {
    const lines = substitutes.map(
      ({role, label}) =>
        `  ${fontRoleNames[role]}（${role}）：没有${wishes[role] ?? catalogue[role].label}，只有 ${label} 可以代替`
    )
    const example = substitutes.map(({role}) => `fonts/${role}.ttf`).join('、')
    throw new HostError(
      `缺少下列字体，而 --strict-fonts 不许用别的字体代替：\n${lines.join('\n')}\n` +
        `请把这些字体的文件放进工作区的 fonts/ 文件夹（文件名不限，也可直接叫 ${example}），或安装到系统后重试。`
    )
  }
}
