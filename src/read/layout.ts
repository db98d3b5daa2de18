/** Where what lies in a workspace, told from paths alone. Source: the workspace's contract, `content/` and `templates/`. */

import type {IssueAddress} from './issue.js'
import type {SubmissionAddress} from './submission.js'

export interface BulletinFiles {
  readonly id: string
  /** `content/<id>/bulletin.yaml`. */
  readonly file: string
  readonly submissions: readonly (SubmissionAddress & {readonly file: string})[]
  readonly issues: readonly (IssueAddress & {readonly file: string})[]
}

export interface Layout {
  readonly bulletins: readonly BulletinFiles[]
  /** Names of the folders under `templates/` that a bulletin can choose. */
  readonly templates: readonly string[]
}

export const unitsFile = 'content/units.yaml'
export const metricsFile = 'content/metrics.yaml'

/** The folder whose partials and measures the templates share; no template itself. */
export const commonTemplate = 'common'

/** The template that a new bulletin starts from. */
export const standardTemplate = 'standard'

/**
 * Sort files by what they are.
 *
 * @param paths - every file below `content/` and `templates/`, relative to the workspace.
 * @returns bulletins in the order of paths; files that are nothing of a workspace's are left out.
 */
export function layoutOf(paths: readonly string[]): Layout {
  const bulletins = new Map<
    string,
    {submissions: BulletinFiles['submissions'][number][]; issues: BulletinFiles['issues'][number][]}
  >()
  const known = new Set<string>()
  const templates = new Set<string>()
  const of = (id: string) => {
    const files = bulletins.get(id) ?? {submissions: [], issues: []}
    bulletins.set(id, files)
    return files
  }
  for (const path of paths) {
    const template = /^templates\/([^/]+)\/issue\.hbs$/.exec(path)?.[1]
    if (template && template !== commonTemplate) templates.add(template)
    const [, bulletin, rest] = /^content\/([^/]+)\/(.+)$/.exec(path) ?? []
    if (bulletin === undefined || rest === undefined) continue
    if (rest === 'bulletin.yaml') {
      known.add(bulletin)
      of(bulletin)
    }
    const submission = /^submissions\/(\d{4})\/([^/]+)\.md$/.exec(rest)
    if (submission?.[1] && submission[2]) {
      of(bulletin).submissions.push({bulletin, year: Number(submission[1]), slug: submission[2].trim(), file: path})
    }
    const issue = /^issues\/(\d{4})\/([^/]+)\.yaml$/.exec(rest)
    if (issue?.[1] && issue[2])
      of(bulletin).issues.push({bulletin, year: Number(issue[1]), number: issue[2], file: path})
  }
  return {
    bulletins: Array.from(bulletins, ([id, files]) => ({id, file: `content/${id}/bulletin.yaml`, ...files})),
    templates: [...templates]
  }
}

/** Files of one template: its `issue`; partials by name, its own before the common ones; sheets in the same order. */
export function templateFiles(id: string, paths: readonly string[]): {parts: Map<string, string>; sheets: string[]} {
  const parts = new Map<string, string>()
  const sheets: string[] = []
  const main = `templates/${id}/issue.hbs`
  if (paths.includes(main)) parts.set('issue', main)
  for (const folder of [id, commonTemplate]) {
    for (const path of paths) {
      const partial = path.startsWith(`templates/${folder}/partials/`) && /([^/]+)\.hbs$/.exec(path)?.[1]
      if (partial && !parts.has(partial)) parts.set(partial, path)
    }
    const sheet = `templates/${folder}/sheet.yaml`
    if (paths.includes(sheet)) sheets.push(sheet)
  }
  return {parts, sheets}
}
