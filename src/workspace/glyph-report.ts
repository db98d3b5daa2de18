/** What an editor reads of characters that the fonts lack. */

import {applyRules} from '../check/severities.js'
import {diagnose} from '../diagnostics/diagnose.js'
import type {ResolvedFont} from '../model/artifact.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {startOf} from '../model/place.js'
import type {SourceFile} from '../model/raw.js'
import {fontRoleNames} from '../model/sheet.js'
import type {IssuePart} from '../render/characters.js'
import {nameCharacters} from '../text/characters.js'
import type {IssueParts} from './desk.js'
import {placeCharacter} from './stumbles.js'

/** A character in one part of an issue, which the fonts of one or more roles lack. */
export interface LackingCharacter {
  readonly part: IssuePart
  readonly character: string
  readonly fonts: readonly ResolvedFont[]
  /** Whether the last resort has it. */
  readonly hasFallback: boolean
}

export interface GlyphJudgement {
  readonly diagnostics: readonly Diagnostic[]
  /** What is said of the errors among the diagnostics, which are the fonts' and not the content's; else null. */
  readonly refusal: string | null
}

/**
 * What becomes of a character: it cannot be printed; another font would have it, but may not stand in; another font
 * stands in; Word finds a font, or none.
 */
export type Outcome = 'absent' | 'refused' | 'replaced' | 'leftToWord'

export type JudgedCharacter = LackingCharacter & {readonly outcome: Outcome}

/** More than these in one part are told together: a whole text in another script is one matter. */
const maxApart = 20
const maxNamed = 60
/** Named before all of them are listed with their places. */
const maxRefused = 5
const maxTitleLength = 20

/** @param lastResort - the label of the font that stands in. */
export function reportGlyphs(
  characters: readonly JudgedCharacter[],
  parts: IssueParts,
  lastResort: string
): GlyphJudgement {
  const groups = new Map<string, JudgedCharacter[]>()
  for (const entry of characters) {
    const key = JSON.stringify([entry.part, entry.outcome])
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return {
    diagnostics: [...groups.values()].flatMap((group) => reportGroup(group, parts, lastResort)),
    refusal: refusalOf(characters)
  }
}

/** Of one part, all with one outcome. */
function reportGroup(group: readonly JudgedCharacter[], parts: IssueParts, lastResort: string): readonly Diagnostic[] {
  const apart = group.slice(0, maxApart)
  const [next, ...rest] = group.slice(maxApart)
  const diagnostics = apart.map((entry) => report(entry, describe(entry, lastResort), parts))
  if (next) {
    const others = [next, ...rest]
    const names = others.slice(0, maxNamed).map(({character}) => character)
    const more = others.length > maxNamed ? '……' : ''
    const message = `${partName(next.part)}另有${others.length}个字也是这样：${names.join('、')}${more}。`
    diagnostics.push(report(next, message, parts))
  }
  const isDecided = group[0]?.outcome === 'absent' || group[0]?.outcome === 'refused'
  return isDecided ? diagnostics : applyRules(diagnostics, parts.bulletin.rules)
}

function report({part, character, outcome}: JudgedCharacter, message: string, parts: IssueParts): Diagnostic {
  const sources = likelySources(part, parts)
  const place = placeCharacter(character, sources) ?? startOf(homeOf(part, parts))
  if (outcome === 'absent') return diagnose('character-is-in-fonts', place, message)
  const diagnostic = diagnose('character-is-in-role-font', place, message)
  return outcome === 'refused' ? {...diagnostic, severity: 'error'} : diagnostic
}

function describe({part, character, fonts, outcome}: JudgedCharacter, lastResort: string): string {
  const lacking = fonts.map(({role, label}) => `${fontRoleNames[role]}（${label}）`).join('、')
  const fact = `${partName(part)}中的${nameCharacters(character)}不在${lacking}字体中`
  const names = fonts.map(({role}) => fontRoleNames[role]).join('、')
  const advice = `请换一个字，或在 fonts/ 放入含有它的${names}字体。`
  const outcomes: Readonly<Record<Outcome, string>> = {
    absent: `，别的字体也没有，印不出来。${advice}`,
    refused: `，而 --strict-fonts 不许用别的字体代替。${advice}`,
    replaced: `，PDF 改用 ${lastResort} 印出，字形与前后不同。${advice}`,
    leftToWord: '。规定的字体中没有时，Word 会换用别的字体或显示方框。请打开 Word 文件核对，或换一个字。'
  }
  return `${fact}${outcomes[outcome]}`
}

const partNames: Readonly<Record<Exclude<IssuePart['kind'], 'article'>, string>> = {
  masthead: '版头',
  contents: '目录',
  editorNote: '编者按',
  columnHead: '栏目名',
  colophon: '版记',
  pageNumber: '页码'
}

function partName(part: IssuePart): string {
  if (part.kind !== 'article') return partNames[part.kind]
  const title = Array.from(part.title)
  return `稿件《${title.slice(0, maxTitleLength).join('')}${title.length > maxTitleLength ? '……' : ''}》`
}

/** The file that is opened to change a part. */
function homeOf(part: IssuePart, {issue, submissions}: IssueParts): string {
  const submission = part.kind === 'article' ? submissions.get(part.id) : undefined
  return submission?.file ?? issue.file
}

/** Where a part's words come from, the likeliest first; other articles' submissions are left out. */
function likelySources(part: IssuePart, parts: IssueParts): readonly SourceFile[] {
  const home = homeOf(part, parts)
  const submissions = new Set(Array.from(parts.submissions.values(), ({file}) => file))
  const others = parts.sources.filter(({path}) => path !== home && !submissions.has(path))
  const rank = ({path}: SourceFile): number =>
    path === parts.issue.file ? 0 : path.endsWith('/bulletin.yaml') && part.kind !== 'article' ? 1 : 2
  return [...parts.sources.filter(({path}) => path === home), ...others.sort((a, b) => rank(a) - rank(b))]
}

function refusalOf(characters: readonly JudgedCharacter[]): string | null {
  const named = (outcome: Outcome) => {
    const all = [...new Set(characters.filter((entry) => entry.outcome === outcome).map(({character}) => character))]
    const names = all.slice(0, maxRefused).map(nameCharacters).join('、')
    return {count: all.length, names: `${names}${all.length > maxRefused ? '等' : ''}`}
  }
  const [absent, refused] = [named('absent'), named('refused')]
  const sentences = [
    ...(absent.count > 0 ? [`现有字体中没有${absent.names}，共${absent.count}个字，印不出来。`] : []),
    ...(refused.count > 0
      ? [`规定的字体中没有${refused.names}，共${refused.count}个字，而 --strict-fonts 不许用别的字体代替。`]
      : [])
  ]
  return sentences.length > 0 ? `${sentences.join('')}位置见下。` : null
}
