/** Set an issue (排印) in the formats asked for. */

import type {Artifact, FontSet, Format, Pictures} from '../model/artifact.js'
import type {Host, OutputFile} from '../model/host.js'
import type {Sheet} from '../model/sheet.js'
import type {IssueTree} from '../model/tree.js'
import {pictureFile} from './picture.js'

/** Everything that a writer needs beside the tree. */
export interface Setting {
  readonly sheet: Sheet
  readonly pictures: Pictures
  readonly fonts: FontSet
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
): Promise<Artifact[]> {
  const artifacts: Artifact[] = []
  for (const format of formats) artifacts.push(await render(tree, setting, format, host))
  return artifacts
}

async function render(tree: IssueTree, setting: Setting, format: Format, host: Host): Promise<Artifact> {
  switch (format) {
    case 'pdf':
      return renderPdf(tree, setting, host)
    case 'docx': {
      const {writeDocx} = await import('./docx/write.js')
      return {format, bytes: await writeDocx(tree, setting.sheet, setting.pictures), pages: null, companions: []}
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

async function renderPdf(tree: IssueTree, {sheet, pictures, fonts}: Setting, host: Host): Promise<Artifact> {
  const {writeTypst} = await import('./typst/write.js')
  const {year, month, day} = tree.identity.date
  const {pdf, pages} = await host.typesetter.typeset({
    source: writeTypst(tree, sheet, pictures, fonts),
    pictures: Array.from(pictures.values(), (picture) => ({path: `/${pictureFile(picture)}`, bytes: picture.bytes})),
    fonts,
    timestamp: Date.UTC(year, month - 1, day) / 1000
  })
  return {format: 'pdf', bytes: pdf, pages, companions: []}
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
