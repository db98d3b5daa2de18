/** Where in an issue's sources stands what cannot be set. */

import {diagnose} from '../diagnostics/diagnose.js'
import {placeInText} from '../markdown/place.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {TypesetError} from '../model/host.js'
import {type Place, startOf} from '../model/place.js'
import type {SourceFile} from '../model/raw.js'
import {nameCharacters} from '../text/characters.js'
import {decodeText} from '../text/encoding.js'
import type {IssueParts} from './desk.js'

/** Of one character in one file; the rest is found in the same way. */
const maxPlaces = 10

/** Where what the typesetter stumbled over stands; nothing for what none of the sources holds as it is printed. */
export function placeStumbles(
  {stumbledOver}: TypesetError,
  {sources, submissions}: Pick<IssueParts, 'sources' | 'submissions'>
): Diagnostic[] {
  const images = [...submissions.values()].flatMap((submission) => submission.images)
  return [
    ...stumbledOver.characters.flatMap((character) => {
      const message = `现有字体中没有${nameCharacters(character)}这个字，印不出来。请换一个字，或在 fonts/ 放入含有它的字体。`
      const places = sources.flatMap((source) => placesOf(character, source).slice(0, maxPlaces))
      return places.map((place) => diagnose('character-is-in-fonts', place, message))
    }),
    ...stumbledOver.pictures.flatMap((picture) => {
      const files = new Set(images.filter(({digest}) => picture.includes(digest)).map(({file}) => file))
      return Array.from(files, (file) => diagnose('image-is-picture', startOf(file), damaged))
    })
  ]
}

const damaged = '图片已损坏，打不开。请重新导出，或另存为 PNG 或 JPG。'

/** The first place of a character in the first source that holds it; null where none does. */
export function placeCharacter(character: string, sources: readonly SourceFile[]): Place | null {
  for (const source of sources) {
    const [place] = placesOf(character, source)
    if (place) return place
  }
  return null
}

/** Where a character is written in a text, by itself or by a reference (`&#x1F600;`). */
function placesOf(character: string, {path, bytes}: SourceFile): Place[] {
  const decoded = /\.(?:md|yaml|hbs)$/.test(path) ? decodeText(bytes) : null
  if (!decoded || !('text' in decoded)) return []
  const {text} = decoded
  return Array.from(text.matchAll(writtenAs(character)), ({0: written, index}) => ({
    file: path,
    ...placeInText(text, index, written.length)
  }))
}

/** Any way to write a character in Markdown. */
function writtenAs(character: string): RegExp {
  const parts = Array.from(character, (one) => {
    const code = one.codePointAt(0) ?? 0
    const hex = code.toString(16)
    return `(?:\\u{${hex}}|&#0*${code};|&#[xX]0*(?:${hex}|${hex.toUpperCase()});)`
  })
  return new RegExp(parts.join(''), 'gu')
}
