/** What the program needs from the machine and the workspace, each tried out. */

import {mkdtemp, rmdir, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {execa} from 'execa'
import manifest from '../../package.json' with {type: 'json'}
import {catalogue} from '../host/font-catalogue.js'
import {describeFont} from '../host/font-report.js'
import type {FontSet, ResolvedFont} from '../model/artifact.js'
import {type Host, HostError} from '../model/host.js'
import {fontRoles} from '../model/sheet.js'
import {layoutOf} from '../read/layout.js'
import {literal} from '../render/typst/literal.js'

/** One thing that was looked at. */
export interface Finding {
  /** `node`, `font-fangsong`, `typst` …: stays the same between versions. */
  readonly id: string
  /** `substitute`: something stands in for what is wanted. */
  readonly state: 'good' | 'substitute' | 'missing'
  /** Whether Word and PDF cannot be made without it. */
  readonly required: boolean
  readonly text: string
  /** What to do. */
  readonly advice?: string
}

/** Try everything, whatever fails on the way. */
export async function examine(host: Host): Promise<Finding[]> {
  const {findings, fonts} = await examineFonts(host)
  return [
    examineNode(process.versions.node, manifest.engines.node),
    ...findings,
    await examineTypst(host, fonts),
    await examinePandoc(host),
    ...(await examineWorkspace(host)),
    await examineWriting(host, 'content', false),
    await examineWriting(host, 'out', true)
  ]
}

/**
 * @param version - `20.20.2`.
 * @param wanted - as `engines` has it: `>=20.19`.
 */
export function examineNode(version: string, wanted: string): Finding {
  const least = wanted.replace(/^>=\s*/, '')
  const text = `Node ${version}（需要 ${least} 或更新）`
  if (isAtLeast(numbersOf(version), numbersOf(least))) return {id: 'node', state: 'good', required: true, text}
  const advice = '请到 https://nodejs.org/zh-cn 下载安装较新的长期支持版，再重新运行 npm ci。'
  return {id: 'node', state: 'missing', required: true, text, advice}
}

function numbersOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0)
}

function isAtLeast(version: readonly number[], least: readonly number[]): boolean {
  for (const [index, number] of least.entries()) {
    const own = version[index] ?? 0
    if (own !== number) return own > number
  }
  return true
}

async function examineFonts(host: Host): Promise<{findings: Finding[]; fonts: FontSet | null}> {
  try {
    const fonts = await host.fonts.resolve()
    return {findings: fontRoles.map((role) => examineFont(fonts[role])), fonts}
  } catch (error) {
    return {findings: [{id: 'fonts', state: 'missing', required: true, ...failure('字体', error)}], fonts: null}
  }
}

function examineFont(font: ResolvedFont): Finding {
  const {role, origin, files, substitute} = font
  const text = `字体 ${describeFont(font)}：${files.join('、')}`
  const id = `font-${role}`
  if (!substitute) return {id, state: 'good', required: true, text}
  const {label, fandol} = catalogue[role]
  const own = `单位如有${label}，请把字体文件放进工作区的 fonts/（可改名为 fonts/${role}.ttf），或安装到系统`
  const nearer = origin === 'npm' && fandol !== null ? `；也可以运行 npm run fonts，改用字形较近的 ${fandol.label}` : ''
  return {id, state: 'substitute', required: true, text, advice: `${own}${nearer}。`}
}

/** One line in every font. */
async function examineTypst(host: Host, fonts: FontSet | null): Promise<Finding> {
  const of = {id: 'typst', required: true} as const
  if (!fonts) return {...of, state: 'missing', text: '排版程序 Typst：没有字体，没有试排', advice: '请先处理字体。'}
  const families = [...new Set(fontRoles.map((role) => fonts[role].family))]
  const lines = families.map((family) => `#text(font: ${literal(family)}, fallback: false)[#"2020"]`)
  try {
    const {pages} = await host.typesetter.typeset({source: lines.join('\n'), pictures: [], fonts, timestamp: 0})
    return {...of, state: 'good', text: `排版程序 Typst：试排了${pages}页 PDF`}
  } catch (error) {
    return {...of, state: 'missing', ...failure('排版程序 Typst', error)}
  }
}

/** Word and PDF do without it. */
async function examinePandoc(host: Host): Promise<Finding> {
  const of = {id: 'pandoc', required: false} as const
  const system = await systemPandoc()
  const also = system === null ? '' : `；系统中另有 pandoc ${system}`
  try {
    // A web page is always made by the WebAssembly build.
    await host.pandoc.convert({from: 'commonmark', to: 'html5', text: '简报', resources: [], metadata: {title: '简报'}})
    return {...of, state: 'good', text: `pandoc：程序自带的版本可用${also}`}
  } catch (error) {
    const {text, advice} = failure('pandoc（程序自带的版本）', error)
    return {...of, state: 'missing', text: `${text}${also}`, advice: `${advice}Word 和 PDF 不受影响。`}
  }
}

async function systemPandoc(): Promise<string | null> {
  const {stdout, failed} = await execa('pandoc', ['--version'], {reject: false, timeout: 10_000})
  return failed ? null : (/^pandoc(?:\.exe)? (\S+)/.exec(stdout)?.[1] ?? null)
}

async function examineWorkspace(host: Host): Promise<Finding[]> {
  const where = host.files.absolute('.')
  const of = {id: 'workspace', required: true} as const
  const paths: string[] = []
  try {
    paths.push(...(await host.files.list('content')), ...(await host.files.list('templates')))
  } catch (error) {
    const {text} = failure(`工作区：${where}`, error)
    return [{...of, state: 'missing', text, advice: '请检查这个目录的权限，或用 --workspace 写明目录。'}]
  }
  const {bulletins, templates} = layoutOf(paths)
  if (bulletins.length === 0) {
    const text = `工作区：${where} 中没有刊物（content/<刊物>/bulletin.yaml）`
    const advice = '请进入工作区再运行，或用 --workspace 写明目录；要建新的，请运行 npx jianbao new bulletin。'
    return [{...of, state: 'missing', text, advice}]
  }
  const workspace: Finding = {...of, state: 'good', text: `工作区：${where}，刊物 ${bulletins.length} 种`}
  if (templates.length > 0) return [workspace]
  const text = '模板：templates 文件夹中没有模板（templates/<模板>/issue.hbs）'
  const advice = '请从程序的 templates 文件夹复制一份到工作区。'
  return [workspace, {id: 'templates', state: 'missing', required: true, text, advice}]
}

/** Tried in the folder, or in the nearest one above it that is there. */
async function examineWriting(host: Host, folder: 'content' | 'out', required: boolean): Promise<Finding> {
  const id = `write-${folder}`
  const path = host.files.absolute(folder)
  try {
    // Permissions alone do not tell: shares and full disks refuse later.
    await rmdir(await mkdtemp(join(await nearestFolder(path), '.jianbao-')))
    return {id, state: 'good', required, text: `写入：${folder}/ 可以写入`}
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? `（${String(error.code)}）` : ''
    const advice = `请检查 ${path} 的权限和磁盘空间，或换一个可以写入的目录。`
    return {id, state: 'missing', required, text: `写入：${folder}/ 不能写入${reason}`, advice}
  }
}

async function nearestFolder(path: string): Promise<string> {
  const above = dirname(path)
  const there = await stat(path).catch(() => null)
  return there || above === path ? path : nearestFolder(above)
}

function failure(what: string, error: unknown): {readonly text: string; readonly advice: string} {
  const message = error instanceof HostError ? error.message.replace(/\s+/g, ' ') : String(error)
  return {text: `${what}：不能使用（${message}）`, advice: '请重新运行 npm ci。'}
}
