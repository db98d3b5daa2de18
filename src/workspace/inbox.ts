/** Submissions that no issue uses yet (待用来稿). */

import {submissionShape} from '../check/schema/submission.js'
import {judgeShape} from '../check/shape.js'
import {canonicalKeys} from '../check/submission-keys.js'
import {diagnose, sortDiagnostics} from '../diagnostics/diagnose.js'
import type {Bulletin} from '../model/bulletin.js'
import type {CalendarDate} from '../model/date.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {startOf} from '../model/place.js'
import type {SourceFile} from '../model/raw.js'
import type {Registry} from '../model/registry.js'
import {splitFrontmatter} from '../read/frontmatter.js'
import type {BulletinFiles} from '../read/layout.js'
import {decodeSource} from '../read/source.js'
import {readYaml} from '../read/yaml.js'
import {isoDate} from '../text/date.js'
import {issuesOnFile} from './issues-on-file.js'
import {loadSource} from './load.js'
import {openBulletin, openSubmission, type Workspace} from './open.js'

/** A submission as its frontmatter has it, even where other parts are wrong. */
export interface WaitingSubmission {
  readonly bulletin: string
  readonly slug: string
  readonly file: string
  /** Lines joined as in a list of contents; null where none could be read. */
  readonly title: string | null
  readonly units: readonly NamedUnit[]
  readonly column: string | null
  readonly date: CalendarDate | null
  readonly problems: readonly Diagnostic[]
}

/** A unit as it is printed, or, where it is not on file (null), as it was written. */
export interface NamedUnit {
  readonly id: string | null
  readonly name: string
}

/** What waits for one bulletin. */
export interface Inbox {
  readonly bulletin: string
  /** The bulletin's name; its id where the file cannot be read. */
  readonly title: string
  /** By column in the bulletin's order, unknown ones next, none last; then by unit, date and file. */
  readonly submissions: readonly WaitingSubmission[]
}

/** @param bulletins - of the workspace's layout, in the order wanted. */
export async function collectInboxes(workspace: Workspace, bulletins: readonly BulletinFiles[]): Promise<Inbox[]> {
  const inboxes: Inbox[] = []
  for (const files of bulletins) inboxes.push(await collectInbox(workspace, files))
  return inboxes
}

export async function collectInbox(workspace: Workspace, files: BulletinFiles): Promise<Inbox> {
  const judged = (await openBulletin(workspace, files))?.judged
  const bulletin = judged?.value ?? null
  const issues = await issuesOnFile(workspace.host, files.id)
  const used = new Set(issues.flatMap(({slugs}) => slugs))
  const submissions: WaitingSubmission[] = []
  for (const entry of files.submissions) {
    if (used.has(entry.slug)) continue
    const {source, problems} = bulletin
      ? await judge(workspace, bulletin, entry)
      : {source: await loadSource(workspace.host, entry.file), problems: judged?.diagnostics ?? [noBulletin(files)]}
    const header = readHeader(source, workspace.registry.value)
    submissions.push({bulletin: files.id, slug: entry.slug, file: entry.file, ...header, problems})
  }
  const columns = bulletin?.columns ?? []
  return {
    bulletin: files.id,
    title: bulletin?.title.join('') ?? files.id,
    submissions: submissions.sort((a, b) => compare(sortKey(a, columns), sortKey(b, columns)))
  }
}

async function judge(
  workspace: Workspace,
  bulletin: Bulletin,
  entry: BulletinFiles['submissions'][number]
): Promise<{source: SourceFile; problems: readonly Diagnostic[]}> {
  const {source, judged} = await openSubmission(workspace, bulletin, entry)
  return {source, problems: sortDiagnostics(judged.diagnostics)}
}

function noBulletin({id, file}: BulletinFiles): Diagnostic {
  const message = `文件夹“${id}”里有来稿，却没有 bulletin.yaml。请补上，或运行 npx jianbao new bulletin ${id}。`
  return diagnose('bulletin-is-on-file', startOf(file), message)
}

type Header = Pick<WaitingSubmission, 'title' | 'units' | 'column' | 'date'>

const nothing: Header = {title: null, units: [], column: null, date: null}

/** What is wrong with it is told by `judge`; here only what can be read is taken. */
function readHeader(source: SourceFile, registry: Registry | null): Header {
  const decoded = decodeSource(source)
  const split = 'text' in decoded ? splitFrontmatter(decoded.text) : null
  if (!split || 'message' in split) return nothing
  const yaml = readYaml(source.path, split.frontmatter, 1)
  const keys = canonicalKeys(yaml, Object.keys(submissionShape.shape))
  const {known} = judgeShape(submissionShape, keys.value, {yaml, path: [], written: keys.written})
  const units = (known.units ?? []).map((name): NamedUnit => {
    const unit = registry?.unitsByName.get(name)
    return unit ? {id: unit.id, name: unit.name} : {id: null, name}
  })
  return {title: known.title?.join('　') ?? null, units, column: known.column ?? null, date: known.date ?? null}
}

function sortKey({column, units, date, file}: WaitingSubmission, columns: readonly string[]): readonly string[] {
  const known = column === null ? columns.length + 1 : columns.indexOf(column)
  const rank = known < 0 ? columns.length : known
  const names = units.map(({id, name}) => id ?? name).join(' ')
  return [String(rank).padStart(9, '0'), column ?? '', names, date ? isoDate(date) : '', file]
}

/** Part by part, in code-unit order. */
function compare(a: readonly string[], b: readonly string[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? ''
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}
