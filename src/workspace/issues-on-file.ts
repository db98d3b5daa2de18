/**
 * What issues on file say of their numbers and articles, whether or not they are in order otherwise.
 *
 * An issue that is just being compiled has errors, and its numbers are taken all the same.
 */

import {isMapping} from '../check/mapping.js'
import {columnShape, issueShape, type KnownIssue} from '../check/schema/issue.js'
import {judgeShape} from '../check/shape.js'
import type {CalendarDate} from '../model/date.js'
import {type Host, HostError} from '../model/host.js'
import type {SpecialNumber} from '../model/issue.js'
import {type IssueAddress, readIssue} from '../read/issue.js'
import {layoutOf} from '../read/layout.js'
import {loadSource} from './load.js'

/** Null stands for what is not written, or cannot be read. */
export interface IssueOnFile {
  readonly file: string
  readonly year: number
  /** The number in the file's name. */
  readonly named: number | null
  readonly issue: number | null
  readonly cumulative: number | null
  readonly special: SpecialNumber | null
  readonly date: CalendarDate | null
  /** Slugs of the submissions that it uses. */
  readonly slugs: readonly string[]
  /** False where nothing of the file can be read. */
  readonly readable: boolean
}

/**
 * Read the issues of a bulletin afresh from the disk.
 *
 * @returns by year, then the number in the file's name. A frozen issue whose own file is gone counts as not readable.
 */
export async function issuesOnFile(host: Host, bulletin: string): Promise<IssueOnFile[]> {
  const paths = await host.files.list(`content/${bulletin}`)
  const found = new Map<string, IssueOnFile>()
  for (const {file, ...address} of layoutOf(paths).bulletins.flatMap(({issues}) => issues)) {
    found.set(file, describe(file, address.year, address.number, await judge(host, file, address)))
  }
  for (const path of paths) {
    const [, year, number] = /\/issues\/(\d{4})\/(\d+)\.master\.json$/.exec(path) ?? []
    const file = path.replace(/\.master\.json$/, '.yaml')
    if (year !== undefined && number !== undefined && !found.has(file)) {
      found.set(file, describe(path, Number(year), number, null))
    }
  }
  return [...found.values()].sort(inOrder)
}

/** Null where nothing of the file can be read; why is told when it is checked. */
async function judge(host: Host, file: string, address: IssueAddress): Promise<KnownIssue | null> {
  try {
    const {yaml} = readIssue(await loadSource(host, file), address)
    return yaml.value === undefined ? null : judgeShape(issueShape, yaml.value ?? {}, {yaml, path: []}).known
  } catch (error) {
    if (error instanceof HostError) return null
    throw error
  }
}

function describe(file: string, year: number, name: string, known: KnownIssue | null): IssueOnFile {
  return {
    file,
    year,
    named: /^\d{1,9}$/.test(name) ? Number(name) : null,
    issue: known?.issue ?? null,
    cumulative: known?.cumulative ?? null,
    special: known?.special ?? null,
    date: known?.date ?? null,
    slugs: known?.columns?.flatMap(slugsOf) ?? [],
    readable: known !== null
  }
}

/** @param column - an item of `columns`, as written. */
function slugsOf(column: unknown): string[] {
  const parsed = columnShape.partial().loose().safeParse(column)
  const articles = parsed.success ? (parsed.data.articles ?? []) : []
  return articles.flatMap((article) => {
    const name = isMapping(article) ? article.submission : article
    return typeof name === 'string' ? [name.trim().replace(/\.md$/, '')] : []
  })
}

function inOrder(a: IssueOnFile, b: IssueOnFile): number {
  return a.year - b.year || (a.named ?? 0) - (b.named ?? 0) || (a.file < b.file ? -1 : 1)
}
