/** What the dispatch (发放) of an issue needs, read and checked. */

import {diagnose, hasErrors, sortDiagnostics} from '../diagnostics/diagnose.js'
import {type Bulletin, countCopies, type DistributionList} from '../model/bulletin.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {Issue} from '../model/issue.js'
import {startOf} from '../model/place.js'
import type {SourceFile} from '../model/raw.js'
import type {Sheet} from '../model/sheet.js'
import type {BulletinDesk} from './desk.js'
import {placeCharacter} from './stumbles.js'

export interface DispatchParts {
  readonly issue: Issue
  readonly bulletin: Bulletin
  readonly list: DistributionList
  readonly sheet: Sheet
  /** The issue's file, then the bulletin's: where recipients are written. */
  readonly sources: readonly SourceFile[]
}

/** Submissions are left alone: labels may be wanted before the last of them is in order. No parts where there are errors. */
export function gatherDispatch(
  desk: BulletinDesk,
  file: string
): {readonly diagnostics: readonly Diagnostic[]; readonly parts: DispatchParts | null} {
  const opened = desk.issues.issues.get(file)
  if (!opened) throw new RangeError(`${file} is no issue of ${desk.files.id}`)
  const {template, bulletin: from} = desk
  const issue = opened.judged.value
  const list = issue?.distribution ?? null
  const diagnostics = sortDiagnostics([
    ...from.judged.diagnostics,
    ...opened.judged.diagnostics,
    ...desk.issues.across.filter(({place}) => place.file === file),
    // Where only the wording is wrong, the measures are still good.
    ...(template.sheet ? [] : template.diagnostics),
    ...(issue && (!list || countCopies(list) === 0) ? [nothingToSend(file, from.judged.value)] : [])
  ])
  const bulletin = from.judged.value
  if (hasErrors(diagnostics) || !issue || !bulletin || !list || !template.sheet) return {diagnostics, parts: null}
  return {diagnostics, parts: {issue, bulletin, list, sheet: template.sheet, sources: [opened.source, from.source]}}
}

function nothingToSend(file: string, bulletin: Bulletin | null): Diagnostic {
  const [name = 'standard'] = bulletin?.distribution.keys() ?? []
  const message = `本期没有分发名单，或名单是空的，无从登记发放。请写 distribution: ${name}（bulletin.yaml 中的名单），或直接写 distribution: {报: [甲], 发: [乙], 存档: 2}。`
  return diagnose('distribution-is-present', startOf(file), message)
}

/** Recipients whose label is too small for them, where they are first written. */
export function placeCrowded(names: readonly string[], {sources, issue}: DispatchParts): Diagnostic[] {
  return names.map((name) => {
    const message = `“${name}”在地址标签上印不下，缩到最小也不行。请把名称或地址写短，或在版式（sheet.yaml 的 labels）中换用大一些的标签。`
    return diagnose('recipient-fits-label', placeCharacter(name, sources) ?? startOf(issue.file), message)
  })
}
