/** Where the measures of bulletins come from, and how far they depart from the standard. */

import {type LayoutMeasure, layoutMeasures} from '../check/layout-measures.js'
import {layersOf} from '../check/sheet-layers.js'
import {hasErrors} from '../diagnostics/diagnose.js'
import type {Host} from '../model/host.js'
import {openTemplate, withOwnMeasures} from './desk.js'
import {allIssues, findIssues} from './names.js'
import {openBulletin, openWorkspace} from './open.js'

export interface BulletinLayout {
  readonly bulletin: string
  /** Its name, in one line. */
  readonly title: string
  readonly template: string
  /** `content/<bulletin>/bulletin.yaml`. */
  readonly file: string
  readonly measures: readonly LayoutMeasure[]
}

/**
 * Explain the layout of the bulletins of some issues.
 *
 * @param names - of issues, as `build` takes them; null for all.
 * @returns in the order of the issues, each bulletin once; those whose file or sheet has errors are left out, since
 *   `build` says what is wrong with them.
 * @throws {WrongUse} on a name of no issue on file.
 */
export async function explainLayout(host: Host, names: readonly string[] | null): Promise<BulletinLayout[]> {
  const workspace = await openWorkspace(host)
  const issues = names ? await findIssues(workspace, names) : allIssues(workspace)
  const layouts: BulletinLayout[] = []
  for (const files of new Set(issues.map((issue) => issue.files))) {
    const {value: bulletin, diagnostics = []} = (await openBulletin(workspace, files))?.judged ?? {}
    if (!bulletin || hasErrors(diagnostics)) continue
    const {sheet, sheets} = withOwnMeasures(await openTemplate(workspace, bulletin.template), bulletin)
    if (!sheet) continue
    const measures = layoutMeasures(sheet, layersOf(sheets, bulletin.sheet))
    const {id, file, template} = bulletin
    layouts.push({bulletin: id, title: bulletin.title.join(''), template, file, measures})
  }
  return layouts
}
