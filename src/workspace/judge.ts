/** Everything that is wrong in a workspace, of all files at once. */

import {checkSheet} from '../check/sheet.js'
import {compileTemplate, templateTexts} from '../compose/template.js'
import {sortDiagnostics} from '../diagnostics/diagnose.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {loadTemplate} from './load.js'
import {bulletinMissing, openBulletin, openIssues, openSubmission, type Workspace} from './open.js'
import {findStrays} from './stray.js'

/** Which files are looked into; those that all issues share always are. */
export type FileFilter = (file: string) => boolean

/** Judge what submissions share: units, metrics, bulletins, issues, templates. */
export async function judgeFrame(workspace: Workspace): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [...workspace.registry.diagnostics, ...findStrays(workspace.paths)]
  for (const files of workspace.layout.bulletins) {
    const opened = await openBulletin(workspace, files)
    if (!opened) {
      diagnostics.push(bulletinMissing(files))
      continue
    }
    diagnostics.push(...opened.judged.diagnostics)
    const bulletin = opened.judged.value
    if (!bulletin) continue
    const issues = await openIssues(workspace, bulletin, files)
    for (const {judged} of issues.issues.values()) diagnostics.push(...judged.diagnostics)
    diagnostics.push(...issues.numbers)
  }
  for (const id of workspace.layout.templates) diagnostics.push(...(await judgeTemplate(workspace, id)))
  return withoutRepeats(diagnostics)
}

/** Templates share files, so that one mistake is found once for each of them. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]))
  return sortDiagnostics([...seen.values()])
}

/** Judge submissions by file; those of a bulletin that cannot be read are left out. */
export async function judgeSubmissions(
  workspace: Workspace,
  files: readonly string[],
  onProgress?: (done: number) => void
): Promise<Diagnostic[]> {
  const wanted = new Set(files)
  const diagnostics: Diagnostic[] = []
  let done = 0
  for (const bulletinFiles of workspace.layout.bulletins) {
    const entries = bulletinFiles.submissions.filter(({file}) => wanted.has(file))
    const bulletin = entries.length > 0 ? (await openBulletin(workspace, bulletinFiles))?.judged.value : null
    if (!bulletin) continue
    for (const entry of entries) {
      diagnostics.push(...(await openSubmission(workspace, bulletin, entry)).judged.diagnostics)
      onProgress?.(++done)
    }
  }
  return diagnostics
}

async function judgeTemplate({host, paths}: Workspace, id: string): Promise<readonly Diagnostic[]> {
  const raw = await loadTemplate(host, id, paths)
  if (raw.diagnostics.length > 0) return raw.diagnostics
  return [...compileTemplate(templateTexts(raw.files)).diagnostics, ...checkSheet(raw.sheets, id).diagnostics]
}
