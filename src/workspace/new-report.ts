/** A new submission's file. */

import type {CalendarDate} from '../model/date.js'
import type {Host} from '../model/host.js'
import type {Registry} from '../model/registry.js'
import type {Unit} from '../model/unit.js'
import {WrongUse} from '../model/wrong-use.js'
import {unitsFile} from '../read/layout.js'
import {isoDate} from '../text/date.js'
import {nearest} from '../text/nearest.js'
import {openNamedBulletin} from './find-bulletin.js'
import {openWorkspace, type Workspace} from './open.js'
import {reportText} from './scaffold.js'

export interface ReportRequest {
  readonly bulletin: string
  readonly title: string
  /** Ids, names or aliases, one or more. */
  readonly units: readonly string[]
  readonly column: string | null
  readonly date: CalendarDate
  /** The file's name without `.md`; null makes one of unit and date. */
  readonly slug: string | null
}

export interface NewReport {
  /** The file, relative to the workspace. */
  readonly path: string
  readonly slug: string
}

/**
 * Create a submission.
 *
 * @throws {WrongUse} naming everything that is wrong with the request, with the nearest known names.
 */
export async function createReport(host: Host, request: ReportRequest): Promise<NewReport> {
  const workspace = await openWorkspace(host)
  const {files, opened} = await openNamedBulletin(workspace, request.bulletin)
  const columns = opened.judged.value?.columns ?? []
  const title = request.title.replace(/\s+/g, ' ').trim()
  const slug = request.slug === null ? null : request.slug.trim().replace(/\.md$/, '')
  const {units, problems: unknown} = findUnits(request.units, workspace)
  const problems = [...judgeTitle(title), ...unknown, ...judgeColumn(request.column, columns)]
  if (slug !== null) problems.push(...judgeSlug(slug))
  const taken = new Set(files.submissions.map((entry) => entry.slug))
  if (slug !== null && taken.has(slug)) problems.push(`已经有名为“${slug}”的来稿，请换一个 --slug。`)
  const [first] = units
  if (problems.length > 0 || !first) throw new WrongUse(problems.join('\n'))

  const names = units.map((unit) => shortestName(unit, workspace.registry.value))
  const {column, date} = request
  const bytes = new TextEncoder().encode(reportText({title, units: names, column, date, columns}))
  const base = `${first.id}-${isoDate(date).replaceAll('-', '')}`
  for (const name of slug === null ? freeSlugs(base, taken) : [slug]) {
    const path = `content/${files.id}/submissions/${date.year}/${name}.md`
    if (await host.files.create({path, bytes})) return {path, slug: name}
  }
  throw new WrongUse(`已经有名为“${slug ?? base}”的来稿，请换一个 --slug。`)
}

/** `base`, `base-2`, `base-3` …: others may create files at the same time. */
function* freeSlugs(base: string, taken: ReadonlySet<string>): Iterable<string> {
  for (let count = 1; count < 1000; count++) {
    const slug = count === 1 ? base : `${base}-${count}`
    if (!taken.has(slug)) yield slug
  }
}

function judgeTitle(title: string): string[] {
  if (title === '') return ['标题是空的。请写 --title 标题。']
  return /\p{Cc}/u.test(title) ? ['标题中有看不见的控制字符。请删去后重试。'] : []
}

function findUnits(
  names: readonly string[],
  {registry}: Workspace
): {readonly units: readonly Unit[]; readonly problems: readonly string[]} {
  const known = registry.value?.unitsByName ?? new Map<string, Unit>()
  const units = new Map<string, Unit>()
  const problems: string[] = []
  if (registry.value?.unread?.has('units')) {
    return {units: [], problems: [`${unitsFile} 有错，查不到单位。请先运行 npx jianbao check 并改正。`]}
  }
  for (const name of names) {
    const unit = known.get(name.trim())
    if (unit) units.set(unit.id, unit)
    else {
      const near = nearest(name.trim(), known.keys())
      const hint = near ? `是否为“${near}”？` : `请核对名称，或请编辑先在 ${unitsFile} 中登记。`
      problems.push(`单位“${name.trim()}”没有登记。${hint}`)
    }
  }
  if (names.length === 0) problems.push('没有写供稿单位。请写 --unit 单位名称。')
  return {units: [...units.values()], problems}
}

function judgeColumn(column: string | null, columns: readonly string[]): string[] {
  if (column === null || columns.includes(column)) return []
  const near = nearest(column, columns)
  const there = columns.length > 0 ? `本刊栏目有：${columns.join('、')}。` : '本刊没有设栏目，请去掉 --column。'
  return [`栏目“${column}”不在本刊栏目中。${near ? `是否为“${near}”？` : there}`]
}

/** Letters of any script, so that Chinese names will do; nothing that some system takes for part of a path. */
function judgeSlug(slug: string): string[] {
  if (/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,59}$/u.test(slug) && !slug.endsWith('.')) return []
  return [`文件名“${slug}”不能使用。--slug 只能用汉字、字母、数字和 - _ .，不以 . 或 - 开头，不超过 60 个字。`]
}

/** The name as printed, unless two units share it. */
function shortestName({id, name}: Unit, registry: Registry | null): string {
  return registry?.unitsByName.get(name)?.id === id ? name : id
}
