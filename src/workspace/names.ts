/** Issues as they are named on the command line. */

import {WrongUse} from '../model/wrong-use.js'
import type {BulletinFiles} from '../read/layout.js'
import {openBulletin, openIssues, type Workspace} from './open.js'

/** An issue's file, and the bulletin that it is of. */
export interface IssueFile {
  readonly files: BulletinFiles
  readonly file: string
}

export function allIssues({layout}: Workspace): IssueFile[] {
  return layout.bulletins.flatMap((files) => files.issues.map(({file}) => ({files, file})))
}

/**
 * Find issues by name.
 *
 * @param names - `<bulletin>/<year>/<number>`, leading zeros or not, or `<bulletin>/总<cumulative>`.
 * @returns each issue once, in the order named.
 * @throws {WrongUse} naming all that are not on file.
 */
export async function findIssues(workspace: Workspace, names: readonly string[]): Promise<IssueFile[]> {
  const found = new Map<string, IssueFile>()
  const problems: string[] = []
  for (const name of names) {
    const issue = await findIssue(workspace, name)
    if (typeof issue === 'string') problems.push(issue)
    else found.set(issue.file, issue)
  }
  if (problems.length > 0) throw new WrongUse(problems.join('\n'))
  return [...found.values()]
}

/** The issue, or what is wrong with the name. */
async function findIssue(workspace: Workspace, name: string): Promise<IssueFile | string> {
  const [, id, year, number, cumulative] = /^([^/]+)\/(?:(\d{4})\/(\d+)|总(\d+))$/.exec(name) ?? []
  if (id === undefined)
    return `“${name}”不是期的写法。请写“刊物/年份/期号”，如 shoudu/2020/41，或“刊物/总期号”，如 shoudu/总2150。`
  const files = workspace.layout.bulletins.find((bulletin) => bulletin.id === id)
  if (!files)
    return `没有名为“${id}”的刊物。现有：${workspace.layout.bulletins.map((bulletin) => bulletin.id).join('、') || '无'}。`
  const file =
    cumulative === undefined
      ? files.issues.find((issue) => issue.year === Number(year) && Number(issue.number) === Number(number))?.file
      : await findCumulative(workspace, files, Number(cumulative))
  return file === undefined
    ? `没有“${name}”这一期。请核对期号，或先建立 content/${id}/issues/ 下的文件。`
    : {files, file}
}

async function findCumulative(
  workspace: Workspace,
  files: BulletinFiles,
  cumulative: number
): Promise<string | undefined> {
  const bulletin = (await openBulletin(workspace, files))?.judged.value
  if (!bulletin) return undefined
  const {issues} = await openIssues(workspace, bulletin, files)
  return Array.from(issues).find(([, {judged}]) => judged.value?.identity.cumulativeNumber === cumulative)?.[0]
}
