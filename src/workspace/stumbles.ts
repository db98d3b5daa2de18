/** Where in an issue's sources stands what the typesetter stumbled over. */

import {diagnose} from '../diagnostics/diagnose.js'
import {placeInText} from '../markdown/place.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {TypesetError} from '../model/host.js'
import {startOf} from '../model/place.js'
import type {SourceFile} from '../model/raw.js'
import {nameCharacters} from '../text/characters.js'
import {decodeText} from '../text/encoding.js'
import type {IssueParts} from './desk.js'

/** Of one character in one file; the rest is found in the same way. */
const maxPlaces = 10

/** @returns nothing for what is written otherwise than it is printed (`&#x1F600;`): the error itself names it. */
export function placeStumbles(
  {stumbledOver}: TypesetError,
  {sources, submissions}: Pick<IssueParts, 'sources' | 'submissions'>
): Diagnostic[] {
  const texts = sources.filter(({path}) => /\.(?:md|yaml|hbs)$/.test(path))
  const images = [...submissions.values()].flatMap((submission) => submission.images)
  return [
    ...texts.flatMap((source) => placeCharacters(source, stumbledOver.characters)),
    ...stumbledOver.pictures.flatMap((picture) => {
      const files = new Set(images.filter(({digest}) => picture.includes(digest)).map(({file}) => file))
      return Array.from(files, (file) => diagnose('image-is-picture', startOf(file), damaged))
    })
  ]
}

const damaged = '图片已损坏，打不开。请重新导出，或另存为 PNG 或 JPG。'

function placeCharacters({path, bytes}: SourceFile, characters: readonly string[]): Diagnostic[] {
  const decoded = decodeText(bytes)
  if (!('text' in decoded)) return []
  const {text} = decoded
  return characters.flatMap((character) => {
    const message = `现有字体中没有${nameCharacters(character)}这个字，印不出来。请换一个字，或在 fonts/ 放入含有它的字体。`
    return offsetsOf(character, text).map((offset) =>
      diagnose('character-is-in-fonts', {file: path, ...placeInText(text, offset, character.length)}, message)
    )
  })
}

function offsetsOf(character: string, text: string): number[] {
  const offsets: number[] = []
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + character.length)) {
    offsets.push(at)
    if (offsets.length === maxPlaces) break
  }
  return offsets
}
