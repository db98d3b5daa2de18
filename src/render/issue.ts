/** Set an issue (排印) in the formats asked for. */

import type {Artifact, Format, Pictures} from '../model/artifact.js'
import type {Host, OutputFile} from '../model/host.js'
import type {PageLayout} from '../model/layout.js'
import type {IssueTree} from '../model/tree.js'
import {pictureFile} from './picture.js'
import type {Setting} from './setting.js'
import type {Settled} from './typst/settle.js'

export interface Rendered {
  readonly artifacts: readonly Artifact[]
  /** Null where nothing was typeset. */
  readonly layout: PageLayout | null
}

/**
 * Set an issue.
 *
 * Writers are loaded when they are first needed: a run that only checks never pays for them.
 *
 * @throws {HostError} where the typesetter or pandoc fails.
 */
export async function renderIssue(
  tree: IssueTree,
  setting: Setting,
  formats: readonly Format[],
  host: Host
): Promise<Rendered> {
  const wantsPages = formats.includes('docx') && setting.sheet.contents.pageNumbers
  const settled = formats.includes('pdf') || wantsPages ? await setPages(tree, setting, host) : null
  const artifacts: Artifact[] = []
  for (const format of formats) artifacts.push(await render(tree, setting, {format, settled}, host))
  return {artifacts, layout: settled?.layout ?? null}
}

async function render(
  tree: IssueTree,
  setting: Setting,
  {format, settled}: {readonly format: Format; readonly settled: Settled | null},
  host: Host
): Promise<Artifact> {
  switch (format) {
    case 'pdf': {
      const {typeset} = settled ?? (await setPages(tree, setting, host))
      return {format, bytes: typeset.pdf(), pages: typeset.pages, companions: []}
    }
    case 'docx': {
      const {writeDocx} = await import('./docx/write.js')
      return {
        format,
        bytes: await writeDocx(tree, setting.sheet, setting.pictures, settled?.layout ?? null),
        pages: null,
        companions: []
      }
    }
    case 'md': {
      const {writeMarkdown} = await import('./markdown/write.js')
      const bytes = new TextEncoder().encode(writeMarkdown(tree, setting.pictures))
      return {format, bytes, pages: null, companions: companions(setting.pictures)}
    }
    default:
      return renderByPandoc(tree, setting, format, host)
  }
}

async function setPages(tree: IssueTree, setting: Setting, host: Host): Promise<Settled> {
  const {settle} = await import('./typst/settle.js')
  const {marksLabel} = await import('./typst/context.js')
  const {year, month, day} = tree.identity.date
  const {pictures, fonts} = setting
  const files = Array.from(pictures.values(), (picture) => ({path: `/${pictureFile(picture)}`, bytes: picture.bytes}))
  const timestamp = Date.UTC(year, month - 1, day) / 1000
  return settle(tree, setting, (source) =>
    host.typesetter.typeset({source, pictures: files, fonts, timestamp, marksLabel})
  )
}

const pandocFormats = {html: 'html5', txt: 'plain', odt: 'odt', epub: 'epub'} as const

async function renderByPandoc(
  tree: IssueTree,
  {pictures}: Setting,
  format: keyof typeof pandocFormats,
  host: Host
): Promise<Artifact> {
  const {writeMarkdown} = await import('./markdown/write.js')
  const bytes = await host.pandoc.convert({
    from: 'gfm+footnotes',
    to: pandocFormats[format],
    text: writeMarkdown(tree, pictures),
    resources: companions(pictures),
    metadata: {title: tree.meta.title, author: tree.meta.author, lang: 'zh-CN'}
  })
  return {format, bytes, pages: null, companions: []}
}

function companions(pictures: Pictures): OutputFile[] {
  return Array.from(pictures.values(), (picture) => ({path: pictureFile(picture), bytes: picture.bytes}))
}
