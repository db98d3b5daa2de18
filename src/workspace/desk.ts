/** A bulletin opened for building, and everything of one of its issues gathered. */

import {applyRules} from '../check/severities.js'
import {checkSheet} from '../check/sheet.js'
import {compileTemplate, templateTexts, type Wording} from '../compose/template.js'
import {hasErrors, sortDiagnostics} from '../diagnostics/diagnose.js'
import type {Picture, Pictures} from '../model/artifact.js'
import type {Bulletin} from '../model/bulletin.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {Host} from '../model/host.js'
import type {Issue} from '../model/issue.js'
import type {RawYaml, SourceFile} from '../model/raw.js'
import type {Registry} from '../model/registry.js'
import type {Sheet} from '../model/sheet.js'
import type {Submission} from '../model/submission.js'
import type {BulletinFiles} from '../read/layout.js'
import {loadPicture, loadTemplate} from './load.js'
import {
  bulletinMissing,
  type FromFile,
  type OpenIssues,
  openBulletin,
  openIssues,
  openSubmission,
  type Workspace
} from './open.js'

/** A bulletin with all that its issues share. */
export interface BulletinDesk {
  readonly files: BulletinFiles
  readonly bulletin: FromFile<Bulletin>
  readonly issues: OpenIssues
  readonly template: Template
}

export interface Template {
  readonly wording: Wording | null
  readonly sheet: Sheet | null
  /** What the sheet was made of: the template's own file, then the common one; none where one could not be read. */
  readonly sheets: readonly RawYaml[]
  readonly mainFile: string
  readonly sources: readonly SourceFile[]
  /** Of its files, but for the sheet's. */
  readonly wordingDiagnostics: readonly Diagnostic[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Open a bulletin for building. Null where it is not on file or its file has errors, which `diagnostics` tells. */
export async function openDesk(
  workspace: Workspace,
  files: BulletinFiles
): Promise<{desk: BulletinDesk | null; diagnostics: readonly Diagnostic[]}> {
  const bulletin = await openBulletin(workspace, files)
  if (!bulletin) return {desk: null, diagnostics: [bulletinMissing(files)]}
  const {judged} = bulletin
  if (!judged.value || hasErrors(judged.diagnostics)) return {desk: null, diagnostics: judged.diagnostics}
  const issues = await openIssues(workspace, judged.value, files)
  const template = withOwnMeasures(await openTemplate(workspace, judged.value.template), judged.value)
  return {desk: {files, bulletin, issues, template}, diagnostics: judged.diagnostics}
}

/** Compile a template and check its measures. */
export async function openTemplate({host, paths}: Workspace, id: string): Promise<Template> {
  const raw = await loadTemplate(host, id, paths)
  const texts = templateTexts(raw.files)
  const wording = compileTemplate(texts)
  const sheet = checkSheet(raw.sheets, id)
  const mainFile = texts.get('issue')?.file ?? `templates/${id}/issue.hbs`
  const files = {mainFile, sources: [...raw.files.values(), ...raw.sheetFiles]}
  // What is missing for lack of a file is no mistake of the others.
  if (raw.diagnostics.length > 0) {
    const {diagnostics} = raw
    return {...files, wording: null, sheet: null, sheets: [], wordingDiagnostics: diagnostics, diagnostics}
  }
  return {
    ...files,
    wording: wording.value,
    sheet: sheet.value,
    sheets: raw.sheets,
    wordingDiagnostics: wording.diagnostics,
    diagnostics: [...wording.diagnostics, ...sheet.diagnostics]
  }
}

/** A template as one bulletin uses it: with the measures that the bulletin sets itself. */
export function withOwnMeasures(template: Template, bulletin: Bulletin): Template {
  if (!bulletin.sheet || template.sheets.length === 0) return template
  const {value, diagnostics} = checkSheet(template.sheets, bulletin.template, bulletin.sheet)
  const measured = applyRules(diagnostics, bulletin.rules)
  return {...template, sheet: value, diagnostics: [...template.wordingDiagnostics, ...measured]}
}

/** Everything that goes into one issue, read and checked. */
export interface IssueParts {
  readonly issue: Issue
  readonly bulletin: Bulletin
  readonly submissions: ReadonlyMap<string, Submission>
  readonly registry: Registry
  readonly pictures: Pictures
  readonly wording: Wording
  readonly sheet: Sheet
  readonly sources: readonly SourceFile[]
}

/** Everything of one issue, read and checked; no parts where something is missing. */
export async function gatherIssue(
  workspace: Workspace,
  desk: BulletinDesk,
  file: string
): Promise<{diagnostics: readonly Diagnostic[]; parts: IssueParts | null}> {
  const issue = desk.issues.issues.get(file)
  if (!issue) throw new RangeError(`${file} is no issue of ${desk.files.id}`)
  const {template} = desk
  const bulletin = desk.bulletin.judged.value
  const registry = workspace.registry.value
  const used = new Set(issue.judged.value?.columns.flatMap(({articles}) => articles.map(({slug}) => slug)))
  const submissions = bulletin
    ? await Promise.all(
        desk.files.submissions
          .filter(({slug}) => used.has(slug))
          .map((entry) => openSubmission(workspace, bulletin, entry))
      )
    : []
  const diagnostics = sortDiagnostics([
    ...workspace.registry.diagnostics,
    ...desk.bulletin.judged.diagnostics,
    ...issue.judged.diagnostics,
    ...desk.issues.across.filter(({place}) => place.file === file),
    ...submissions.flatMap(({judged}) => judged.diagnostics),
    ...template.diagnostics
  ])
  const checked = submissions.flatMap(({judged: {value}}) => (value ? [value] : []))
  const complete = checked.length === submissions.length && !hasErrors(diagnostics)
  if (!complete || !issue.judged.value || !bulletin || !registry || !template.wording || !template.sheet) {
    return {diagnostics, parts: null}
  }
  const pictures = await loadPictures(workspace.host, checked)
  const pictureSources = Array.from(pictures, ([path, {bytes}]) => ({path, bytes}))
  const parts: IssueParts = {
    issue: issue.judged.value,
    bulletin,
    submissions: new Map(checked.map((submission) => [submission.slug, submission])),
    registry,
    pictures: new Map(Array.from(pictures.values(), (picture) => [picture.digest, picture])),
    wording: template.wording,
    sheet: template.sheet,
    sources: [
      ...workspace.shared,
      desk.bulletin.source,
      issue.source,
      ...submissions.map(({source}) => source),
      ...pictureSources,
      ...template.sources
    ]
  }
  return {diagnostics, parts}
}

/** Pictures by path. */
async function loadPictures(host: Host, submissions: readonly Submission[]): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>()
  for (const {file} of submissions.flatMap(({images}) => images)) {
    if (!pictures.has(file)) pictures.set(file, await loadPicture(host, file))
  }
  return pictures
}
