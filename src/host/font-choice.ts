/** Which of the faces that are there serves a role. Pure. */

import {basename} from 'node:path'
import type {FontOrigin, ResolvedFont} from '../model/artifact.js'
import type {FontRole} from '../model/sheet.js'
import {catalogue} from './font-catalogue.js'
import type {FaceFile} from './font-scan.js'

/** `fonts/fangsong.ttf` serves 仿宋 whatever the font calls itself; `fonts/latin-bold.ttf` is its bold. */
export function namedForRole(role: FontRole, faces: readonly FaceFile[]): ResolvedFont | null {
  const named = faces.filter(({file, italic}) => !italic && basename(file).toLowerCase().split(/[.-]/)[0] === role)
  const face = nearestWeight(named, 400)
  return face === null ? null : describe(role, 'workspace', face, named, false)
}

/** The face that a bulletin asks for by name, whatever the catalogue thinks of it. */
export function called(
  role: FontRole,
  origin: FontOrigin,
  faces: readonly FaceFile[],
  name: string
): ResolvedFont | null {
  const upright = faces.filter((face) => !face.italic)
  const weight = catalogue[role].near.find((near) => isSameName(near.name, name))?.weight ?? 400
  const face = nearestWeight(withName(upright, name), weight)
  return face === null ? null : describe(role, origin, face, upright, false)
}

function withName(faces: readonly FaceFile[], name: string): readonly FaceFile[] {
  return faces.filter((face) => face.names.some((other) => isSameName(other, name)))
}

/** The best face of a role by its names: the office's own before near ones, in the catalogue's order. */
export function pick(role: FontRole, origin: FontOrigin, faces: readonly FaceFile[]): ResolvedFont | null {
  const {own, near} = catalogue[role]
  const upright = faces.filter((face) => !face.italic)

  for (const name of own) {
    const face = nearestWeight(withName(upright, name), 400)
    if (face !== null) {
      return describe(role, origin, face, upright, false)
    }
  }
  for (const {name, weight} of near) {
    // A light or a bold face does not stand in for a plain one.
    const face = nearestWeight(
      withName(upright, name).filter((candidate) => Math.abs(candidate.weight - weight) <= 150),
      weight
    )
    if (face !== null) {
      return describe(role, origin, face, upright, origin !== 'workspace')
    }
  }
  return null
}

/** 仿宋_GB2312, 仿宋 GB2312 and 仿宋-gb2312 are one name. */
export function isSameName(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

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
