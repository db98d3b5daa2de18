/** Characters of an issue that its fonts lack, found before anything is set. */

import type {FontSet, Format} from '../model/artifact.js'
import type {Fonts} from '../model/host.js'
import type {IssueTree} from '../model/tree.js'
import {type CharacterUse, characterUses, isChineseOnly} from '../render/characters.js'
import type {IssueParts} from './desk.js'
import {type GlyphJudgement, type LackingCharacter, type Outcome, reportGlyphs} from './glyph-report.js'

/**
 * Judge the characters of an issue by the fonts that set it.
 *
 * @returns one diagnostic a character and article: an error where no font has it and a PDF is made, or where it would
 *   come from another font and the host is strict; else a warning. None where no format takes fonts.
 */
export async function judgeGlyphs(
  tree: IssueTree,
  parts: IssueParts,
  {fonts, formats}: {readonly fonts: FontSet; readonly formats: readonly Format[]},
  host: Fonts
): Promise<GlyphJudgement> {
  const toPdf = formats.includes('pdf')
  if (!toPdf && !formats.includes('docx')) return {diagnostics: [], refusal: null}
  const lacking = await findLacking(characterUses(tree, parts.sheet), fonts, host)
  if (lacking.length === 0) return {diagnostics: [], refusal: null}
  const outcomeOf = ({hasFallback}: LackingCharacter): Outcome => {
    if (toPdf && !hasFallback) return 'absent'
    if (host.strict) return 'refused'
    return toPdf ? 'replaced' : 'leftToWord'
  }
  const judged = lacking.map((entry) => ({...entry, outcome: outcomeOf(entry)}))
  return reportGlyphs(judged, parts, host.lastResort.label)
}

async function findLacking(
  uses: readonly CharacterUse[],
  fonts: FontSet,
  host: Fonts
): Promise<readonly LackingCharacter[]> {
  const byFont = new Map<CharacterUse['font'], Set<string>>()
  for (const {font, characters} of uses) {
    const all = byFont.get(font) ?? new Set()
    byFont.set(font, all)
    for (const character of characters) all.add(character)
  }
  const missing = new Map<CharacterUse['font'], ReadonlySet<string>>()
  for (const [font, characters] of byFont) missing.set(font, await missingFrom(fonts, font, characters, host))
  const anywhere = new Set([...missing.values()].flatMap((characters) => [...characters]))
  if (anywhere.size === 0) return []
  const nowhere = new Set(await host.missing(host.lastResort, [...anywhere]))

  const lacking = new Map<string, LackingCharacter>()
  for (const {part, font, characters} of uses) {
    for (const character of characters) {
      if (!missing.get(font)?.has(character)) continue
      const key = JSON.stringify([part, character])
      const others = lacking.get(key)?.fonts ?? []
      lacking.set(key, {part, character, fonts: [...others, fonts[font]], hasFallback: !nowhere.has(character)})
    }
  }
  return [...lacking.values()]
}

/** What neither the role's font has nor, where it may set it, the Latin one before it. */
async function missingFrom(
  fonts: FontSet,
  role: CharacterUse['font'],
  characters: ReadonlySet<string>,
  host: Fonts
): Promise<ReadonlySet<string>> {
  const own = await host.missing(fonts[role], [...characters])
  const latin = new Set(await host.missing(fonts.latin, own))
  return new Set(own.filter((character) => latin.has(character) || isChineseOnly(character)))
}
