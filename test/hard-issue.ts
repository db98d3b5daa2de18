/** One issue of a made-up bulletin, whose content tests make as hard to set as they like. */

import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Format} from '../src/model/artifact.js'
import {type BuildResult, buildIssues} from '../src/pipeline.js'
import {type Copy, copyWorkspace} from './copy.js'
import {type Drawing, readDrawings} from './render/drawing.js'

export interface HardIssue {
  /** One submission each; the first one's body may name a picture `p.png` beside it. */
  readonly articles?: readonly {readonly title?: string; readonly body: string}[]
  /** YAML lists of columns; without them all articles stand in one column. */
  readonly columns?: string
  /** A YAML value: text or a list of lines. */
  readonly bulletinTitle?: string
  /** Lists of recipients as YAML, one key a level. */
  readonly distribution?: string
  readonly distributionStyle?: 'inline' | 'lines'
  readonly picture?: Uint8Array
}

export interface Built {
  readonly result: BuildResult
  /** Messages as a reader of `check` sees them, without the severity. */
  readonly messages: readonly string[]
  readonly pages: readonly Drawing[]
  readonly pdf: Uint8Array
  readonly docx: Uint8Array
}

const files = {
  bulletin: 'content/hard/bulletin.yaml',
  issue: 'content/hard/issues/2024/001.yaml',
  submission: (index: number) => `content/hard/submissions/2024/report-${index + 1}.md`
}

/** Build it to DOCX and PDF in a workspace of its own. */
export async function buildHard(issue: HardIssue): Promise<Built> {
  const copy = await copyWorkspace()
  try {
    await writeHard(copy, issue)
    const formats: Format[] = ['docx', 'pdf']
    const [result] = await buildIssues(copy.host, {names: ['hard/2024/1'], formats, force: false})
    if (!result) throw new Error('nothing was built')
    const messages = result.diagnostics.map(
      ({place, message, ruleId}) => `${place.file}:${place.start.line}: ${message} [${ruleId}]`
    )
    if (result.status !== 'built') return {result, messages, pages: [], pdf: new Uint8Array(), docx: new Uint8Array()}
    const base = 'out/hard/2024/001/hard-2024-001'
    const pdf = await copy.read(`${base}.pdf`)
    return {result, messages, pages: await readDrawings(pdf), pdf, docx: await copy.read(`${base}.docx`)}
  } finally {
    await copy.remove()
  }
}

async function writeHard(copy: Copy, issue: HardIssue): Promise<void> {
  const {articles = [{body: '渠水清清，稻花飘香。'}], bulletinTitle = '疑难简报'} = issue
  const {distribution = '{报: [市文明办], 发: [各乡镇]}', distributionStyle = 'inline'} = issue
  const slugs = articles.map((_, index) => `report-${index + 1}`)
  const columns = issue.columns ?? `[{title: 工作交流, articles: [${slugs.join(', ')}]}]`
  const put = async (path: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(copy.folder, path)), {recursive: true})
    await writeFile(join(copy.folder, path), content)
  }
  await put(
    files.bulletin,
    `title: ${bulletinTitle}
template: standard
issuers: [青石县精神文明建设委员会办公室]
columns: [工作交流, 一线来信]
numbering: {issue: yearly}
credit: （{units}供稿）
distributionStyle: ${distributionStyle}
distribution:
  standard: ${distribution}
`
  )
  await put(files.issue, `issue: 1\ndate: 2024-06-18\ndistribution: standard\ncolumns: ${columns}\n`)
  for (const [index, {title = '一件难排的稿子', body}] of articles.entries()) {
    await put(files.submission(index), `---\ntitle: ${title}\nunits: yunxi\n---\n\n${body}\n`)
  }
  if (issue.picture) await put('content/hard/submissions/2024/p.png', issue.picture)
}
