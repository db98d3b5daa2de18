/** Workspaces in the temporary folder: the repository's templates, units and metrics, and content made up for them. */

import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {inRepository} from './process.js'
import {type Plan, type Written, writeSubmission} from './text.js'

const bulletin = `title: 文明实践工作简报
template: shoudu
issuers: [首都精神文明办]
columns: [新时代文明实践中心建设, 工作交流, 志愿服务]
numbering: {issue: yearly, cumulative: true}
articleTitles: heading
credit: （{units}供稿）
creditPlacement: inline
staff: {责编: 张明, 核稿: 李华}
contacts: {电话: 010-00001234, 邮箱: jianbao@example.cn}
distribution:
  standard:
    报: [中央文明办, 首都文明委主任、副主任]
    送: [首都文明委委员, 市委、市政府各部委办局]
    发: [各区文明办, 有关新闻单位]
    存档: 10
`

const submissionsAYear = 500
const articlesAnIssue = 20
const issuesAYear = submissionsAYear / articlesAnIssue

/** Every so many submissions have a mistake, so that a check which looks at nothing shows. */
export const mistakeEvery = 100

/** An empty workspace; `remove` takes it away. */
export async function makeWorkspace(): Promise<{folder: string; remove: () => Promise<void>}> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-bench-'))
  await mkdir(join(folder, 'content', 'bench'), {recursive: true})
  await cp(inRepository('templates'), join(folder, 'templates'), {recursive: true})
  for (const file of ['units.yaml', 'metrics.yaml']) {
    await cp(inRepository(`content/${file}`), join(folder, 'content', file))
  }
  await writeFile(join(folder, 'content', 'bench', 'bulletin.yaml'), bulletin)
  return {folder, remove: () => rm(folder, {recursive: true, force: true})}
}

/**
 * Fill a workspace up: submissions of 600 to 1,500 characters, and an issue for every twenty of them.
 *
 * @param from - how many it holds already, a multiple of twenty as `to` is.
 * @returns the mean of the new bodies' Chinese characters.
 */
export async function fillWorkspace(folder: string, from: number, to: number): Promise<number> {
  let characters = 0
  for (let seed = from; seed < to; seed++) {
    const year = yearOf(seed)
    const plan: Plan = {
      seed,
      characters: 540 + ((seed * 379) % 780),
      table: seed % 2 === 0,
      footnote: seed % 4 === 0,
      picture: null,
      mistake: seed % mistakeEvery === 0,
      date: `${year}-${twoDigits(1 + (seed % 12))}-${twoDigits(1 + (seed % 28))}`
    }
    characters += (await putSubmission(folder, year, slugOf(seed), plan)).characters
    if ((seed + 1) % articlesAnIssue === 0) await putIssue(folder, Math.floor(seed / articlesAnIssue))
  }
  return characters / (to - from)
}

/** The issue that is built: articles with lists, tables, a footnote and a picture. */
export async function writeIssueToBuild(folder: string): Promise<{name: string; articles: number; characters: number}> {
  const lengths = [680, 620]
  await mkdir(join(folder, 'content', 'bench', 'submissions', '2024'), {recursive: true})
  const picture = 'places.png'
  await cp(
    inRepository('content/jiangsu/submissions/2022/taicang-tiers.png'),
    join(folder, 'content', 'bench', 'submissions', '2024', picture)
  )
  let characters = 0
  for (const [seed, length] of lengths.entries()) {
    const first = seed === 0
    const plan = {seed, characters: length, table: seed === 1, footnote: first, picture: first ? picture : null}
    const written = await putSubmission(folder, 2024, slugOf(seed), {...plan, mistake: false, date: '2024-05-06'})
    characters += written.characters
  }
  const slugs = lengths.map((_, seed) => `      - ${slugOf(seed)}\n`).join('')
  await put(
    join(folder, 'content', 'bench', 'issues', '2024'),
    '001.yaml',
    `issue: 1\ncumulative: 101\ndate: 2024-06-03\ndistribution: standard\ncolumns:\n  - title: 工作交流\n    articles:\n${slugs}`
  )
  return {name: 'bench/2024/001', articles: lengths.length, characters}
}

/** An issue of so many articles of about 1.2 pages each, a table in every fourth and a footnote in every fifth. */
export async function writeIssueOf(folder: string, articles: number): Promise<{name: string; characters: number}> {
  let characters = 0
  for (let seed = 0; seed < articles; seed++) {
    const plan = {seed, characters: 220 + ((seed * 379) % 160), table: seed % 4 === 3, footnote: seed % 5 === 4}
    const whole = {...plan, picture: null, mistake: false, date: '2025-05-06'}
    characters += (await putSubmission(folder, 2025, slugOf(seed), whole)).characters
  }
  const number = articles
  const slugs = Array.from({length: articles}, (_, seed) => `      - ${slugOf(seed)}\n`).join('')
  await put(
    join(folder, 'content', 'bench', 'issues', '2025'),
    `${String(number).padStart(3, '0')}.yaml`,
    `issue: ${number}\ncumulative: ${200 + number}\ndate: 2025-06-03\ndistribution: standard\ncolumns:\n  - title: 工作交流\n    articles:\n${slugs}`
  )
  return {name: `bench/2025/${number}`, characters}
}

async function putSubmission(folder: string, year: number, slug: string, plan: Plan): Promise<Written> {
  const written = writeSubmission(plan)
  await put(join(folder, 'content', 'bench', 'submissions', String(year)), `${slug}.md`, written.markdown)
  return written
}

/** @param index - counted from the first year on. */
async function putIssue(folder: string, index: number): Promise<void> {
  const first = index * articlesAnIssue
  const year = yearOf(first)
  const number = (index % issuesAYear) + 1
  const articles = Array.from({length: articlesAnIssue}, (_, place) => `      - ${slugOf(first + place)}\n`).join('')
  const date = `${year}-${twoDigits(1 + Math.floor(number / 3))}-${twoDigits(1 + (number % 3) * 9)}`
  await put(
    join(folder, 'content', 'bench', 'issues', String(year)),
    `${String(number).padStart(3, '0')}.yaml`,
    `issue: ${number}\ncumulative: ${index + 1}\ndate: ${date}\ndistribution: standard\ncolumns:\n  - title: 工作交流\n    articles:\n${articles}`
  )
}

async function put(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, {recursive: true})
  await writeFile(join(folder, name), text)
}

const yearOf = (seed: number) => 2010 + Math.floor(seed / submissionsAYear)
const slugOf = (seed: number) => `report-${String(seed).padStart(5, '0')}`
const twoDigits = (number: number) => String(number).padStart(2, '0')
