/** Runs the program in this process, on workspaces of its own. */

import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach} from 'vitest'
import {run} from '../../src/cli/program.js'
import type {Terminal} from '../../src/cli/terminal.js'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

const folders: string[] = []

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, {recursive: true, force: true})))
})

/** A folder with these files, removed after the test. */
export async function workspace(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-cli-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) await put(folder, path, text)
  return folder
}

export async function put(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), {recursive: true})
  await writeFile(join(folder, path), text)
}

export async function textOf(folder: string, path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8')
}

/** @param answers - what somebody at the terminal says, in turn; without them nobody can be asked. */
export async function jianbao(cwd: string, args: readonly string[], answers?: readonly string[]): Promise<Outcome> {
  let out = ''
  let err = ''
  const left = [...(answers ?? [])]
  const terminal: Terminal = {
    cwd,
    env: {},
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    interactive: false,
    colors: false,
    ...(answers
      ? {
          ask: async (question: string) => {
            err += question
            return left.shift() ?? ''
          }
        }
      : {})
  }
  return {code: await run(args, terminal), out, err}
}

/** A small workspace: one bulletin with 期 and 总第, three units, two columns. */
export const small: Readonly<Record<string, string>> = {
  'templates/standard/issue.hbs': '{{! 空 }}\n',
  'content/units.yaml': `- {id: east, name: 东区文明办, aliases: [东区办]}
- {id: west, name: 西区文明办}
- {id: north, name: 北区文明办}
`,
  'content/city/bulletin.yaml': `title: [某市工作, 简报]
template: standard
issuers: [某市办]
columns: [工作交流, 经验推广]
numbering: {issue: yearly, cumulative: true, special: [实践专刊]}
distribution: {standard: {报: [省办], 存档: 2}}
`,
  'content/city/submissions/2021/east-one.md': submission('东区办好周末课堂', 'east', '经验推广'),
  'content/city/submissions/2021/west-two.md': submission('西区: “两送”进楼门 #1', '西区文明办', '工作交流'),
  'content/city/submissions/2021/used.md': submission('已经用过的一篇', 'east', '工作交流'),
  'content/city/issues/2021/041.yaml': issue({number: 41, cumulative: 2150, date: '2021-08-13'})
}

export function submission(title: string, unit: string, column: string): string {
  return `---\n标题: ${JSON.stringify(title)}\n供稿单位: ${unit}\n栏目: ${column}\n日期: 2021-08-01\n---\n\n正文一段。\n`
}

export function issue(of: {number: number; cumulative?: number; date: string; slug?: string}): string {
  const cumulative = of.cumulative === undefined ? '' : `cumulative: ${of.cumulative}\n`
  const article = of.slug ?? 'used'
  return `issue: ${of.number}\n${cumulative}date: ${of.date}\ncolumns:\n  - title: 工作交流\n    articles: [${article}]\n`
}
