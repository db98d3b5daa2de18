/** Everything that is wrong in a workspace, of all files at once. */

import type {Diagnostic} from '../model/diagnostic.js'
import {type BulletinDesk, openTemplate, type Template, withOwnMeasures} from './desk.js'
import {bulletinMissing, openBulletin, openIssues, openSubmission, type Workspace} from './open.js'
import {findStrays} from './stray.js'

/** Which files are looked into; those that all issues share always are. */
export type FileFilter = (file: string) => boolean

export interface JudgedFrame {
  readonly diagnostics: readonly Diagnostic[]
  /** Bulletins that could be read, for trying their templates. */
  readonly desks: readonly BulletinDesk[]
}

/** Judge what submissions share: units, metrics, bulletins, issues, templates. */
export async function judgeFrame(workspace: Workspace): Promise<JudgedFrame> {
  const diagnostics: Diagnostic[] = [...workspace.registry.diagnostics, ...findStrays(workspace.paths)]
  const desks: BulletinDesk[] = []
  const templates = new Map<string, Template>()
  for (const id of workspace.layout.templates) {
    const template = await openTemplate(workspace, id)
    templates.set(id, template)
    diagnostics.push(...template.diagnostics)
  }
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
    diagnostics.push(...issues.across)
    const plain = templates.get(bulletin.template)
    if (!plain) continue
    const template = withOwnMeasures(plain, bulletin)
    // What is wrong with the template by itself is said above.
    diagnostics.push(...template.diagnostics.filter(({place}) => place.file === files.file))
    desks.push({files, bulletin: opened, issues, template})
  }
  return {diagnostics, desks}
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
