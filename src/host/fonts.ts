/** The font of every role (字体): the office's own, the system's, Fandol, then one that comes through npm. */

import {readFile, stat} from 'node:fs/promises'
import {basename, join, resolve} from 'node:path'
import type {FontOrigin, FontSet, ResolvedFont} from '../model/artifact.js'
import {type Fonts, HostError} from '../model/host.js'
import {type FontRole, fontRoles} from '../model/sheet.js'
import {toHostError} from './errors.js'
import {createFiles} from './files.js'
import {type BundledFace, catalogue} from './font-catalogue.js'
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
  let resolved: Promise<FontSet> | null = null

  return {
    resolve() {
      resolved ??= resolveAll(options).catch((error: unknown) => {
        resolved = null
        throw error
      })
      return resolved
    },
    read: (font) => Promise.all(font.files.map((file) => readFont(font, file)))
  }
}

async function readFont(font: ResolvedFont, file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw toHostError(error, `读取字体“${font.label}”（${file}）`)
  }
}

async function resolveAll(options: FontOptions): Promise<FontSet> {
  const cache = resolve(options.cacheFolder ?? fontCacheFolder())
  const [own, system] = await Promise.all([
    workspaceFaces(options.workspace),
    scanFolders(options.systemFolders ?? systemFontFolders(), join(cache, 'system-fonts.json'))
  ])
  const entries = await Promise.all(
    fontRoles.map(async (role): Promise<[FontRole, ResolvedFont]> => {
      const font =
        namedForRole(role, own) ??
        pick(role, 'workspace', own) ??
        pick(role, 'system', system) ??
        (await bundled(role, 'fandol', catalogue[role].fandol, cache)) ??
        (await bundled(role, 'npm', catalogue[role].npm, npmFontFolder(role)))
      if (font === null) {
        throw new HostError(`没有可用的${catalogue[role].label}字体，程序自带的字体也不见了。请重新运行 npm ci。`)
      }
      return [role, font]
    })
  )
  const fonts = Object.fromEntries(entries) as Record<FontRole, ResolvedFont>
  if (options.strict) {
    refuseSubstitutes(fonts)
  }
  return fonts
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

/** `fonts/fangsong.ttf` serves 仿宋 whatever the font calls itself; `fonts/latin-bold.ttf` is its bold. */
function namedForRole(role: FontRole, faces: readonly FaceFile[]): ResolvedFont | null {
  const named = faces.filter(({file, italic}) => !italic && basename(file).toLowerCase().split(/[.-]/)[0] === role)
  const face = nearestWeight(named, 400)
  return face === null ? null : describe(role, 'workspace', face, named, false)
}

/** The best face of a role by its names: the office's own before near ones, in the catalogue's order. */
function pick(role: FontRole, origin: FontOrigin, faces: readonly FaceFile[]): ResolvedFont | null {
  const {own, near} = catalogue[role]
  const upright = faces.filter((face) => !face.italic)
  const called = (name: string) => upright.filter((face) => face.names.some((other) => plain(other) === plain(name)))

  for (const name of own) {
    const face = nearestWeight(called(name), 400)
    if (face !== null) {
      return describe(role, origin, face, upright, false)
    }
  }
  for (const {name, weight} of near) {
    // A light or a bold face does not stand in for a plain one.
    const face = nearestWeight(
      called(name).filter((candidate) => Math.abs(candidate.weight - weight) <= 150),
      weight
    )
    if (face !== null) {
      return describe(role, origin, face, upright, origin !== 'workspace')
    }
  }
  return null
}

/** 仿宋_GB2312, 仿宋 GB2312 and 仿宋-gb2312 are one name. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '')
}

/** Ties go to the first by path, since faces come sorted. */
function nearestWeight(faces: readonly FaceFile[], weight: number): FaceFile | null {
  let best: FaceFile | null = null
  for (const face of faces) {
    if (best === null || Math.abs(face.weight - weight) < Math.abs(best.weight - weight)) {
      best = face
    }
  }
  return best
}

function describe(
  role: FontRole,
  origin: FontOrigin,
  face: FaceFile,
  siblings: readonly FaceFile[],
  substitute: boolean
): ResolvedFont {
  // Only Latin text is set bold in its own face; a Chinese role has one weight.
  const family = siblings.filter((other) => other.family === face.family && other.weight >= 600)
  const bold = role === 'latin' ? nearestWeight(family, 700) : null
  return {
    role,
    family: face.family,
    label: face.names.find((name) => /\p{Script=Han}/u.test(name)) ?? face.family,
    origin,
    files: [...new Set([face.file, ...(bold === null ? [] : [bold.file])])],
    substitute,
    weight: face.weight >= 600 ? 700 : 400
  }
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

function refuseSubstitutes(fonts: FontSet): void {
  const substitutes = fontRoles.map((role) => fonts[role]).filter((font) => font.substitute)
  if (substitutes.length > 0) {
    const lines = substitutes.map(({role, label}) => `  ${catalogue[role].label}（${role}）：只有 ${label} 可以代替`)
    const example = substitutes.map(({role}) => `fonts/${role}.ttf`).join('、')
    throw new HostError(
      `缺少下列字体，而 --strict-fonts 不许用别的字体代替：\n${lines.join('\n')}\n` +
        `请把这些字体的文件放进工作区的 fonts/ 文件夹（文件名不限，也可直接叫 ${example}），或安装到系统后重试。`
    )
  }
}
