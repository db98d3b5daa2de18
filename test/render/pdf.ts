/** Setting trees as PDF with the fonts that come through npm, and reading them back. */

import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {PDFDocumentProxy, TextItem} from 'pdfjs-dist/types/src/display/api.js'
import {createFonts} from '../../src/host/fonts.js'
import {createTypesetter} from '../../src/host/typst.js'
import type {FontSet, Pictures} from '../../src/model/artifact.js'
import type {Fonts} from '../../src/model/host.js'
import type {PageLayout} from '../../src/model/layout.js'
import type {Sheet} from '../../src/model/sheet.js'
import type {IssueTree} from '../../src/model/tree.js'
import {pictureFile} from '../../src/render/picture.js'
import {marksLabel} from '../../src/render/typst/context.js'
import {settle} from '../../src/render/typst/settle.js'
import {examplePictures, exampleSheet} from './fixtures.js'

/** A folder that nobody makes: neither the machine's fonts nor its cache are looked at. */
const nowhere = join(tmpdir(), 'jianbao-no-such-folder')

export function npmFonts(): Fonts {
  return createFonts({workspace: nowhere, cacheFolder: nowhere, systemFolders: []})
}

const fonts = npmFonts()
const typesetter = createTypesetter()

export async function resolveNpmFonts(): Promise<FontSet> {
  return fonts.resolve()
}

/** Set a tree. */
export async function typesetTree(
  tree: IssueTree,
  sheet: Sheet = exampleSheet,
  pictures: Pictures = examplePictures
): Promise<{pdf: Uint8Array; pages: number; layout: PageLayout}> {
  const set = await fonts.resolve()
  const files = Array.from(pictures.values(), (picture) => ({path: `/${pictureFile(picture)}`, bytes: picture.bytes}))
  const {typeset, layout} = await settle(tree, {sheet, pictures, fonts: set}, (source) =>
    typesetter.typeset({source, pictures: files, fonts: set, timestamp: 0, marksLabel})
  )
  return {pdf: typeset.pdf(), pages: typeset.pages, layout}
}

/** A stretch of text on a page; `top` of its baseline, in pt from the page's upper edge, `sizePt` that of the type. */
export interface Stretch {
  readonly page: number
  readonly text: string
  readonly top: number
  readonly left: number
  readonly width: number
  readonly sizePt: number
}

/** Open a PDF for reading; `close` frees it. */
export async function openPdf(pdf: Uint8Array): Promise<{document: PDFDocumentProxy; close: () => Promise<void>}> {
  // pdf.js takes the bytes for its own.
  const task = getDocument({data: Uint8Array.from(pdf), verbosity: 0, disableFontFace: true, isEvalSupported: false})
  return {document: await task.promise, close: () => task.destroy()}
}

type PageRef = Parameters<PDFDocumentProxy['getPageIndex']>[0]

/** Addresses, or the page that a link leads to, and the outline's first level. */
export async function readLinks(pdf: Uint8Array): Promise<{links: (string | number)[]; outline: string[]}> {
  const {document, close} = await openPdf(pdf)
  const links: (string | number)[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const annotations = await (await document.getPage(number)).getAnnotations()
    for (const {url, dest} of annotations as {url?: string; dest?: string | [PageRef]}[]) {
      const [page] = (typeof dest === 'string' ? await document.getDestination(dest) : dest) ?? []
      if (url !== undefined) links.push(url)
      else if (page) links.push((await document.getPageIndex(page)) + 1)
    }
  }
  const outline = (await document.getOutline()).map(({title}) => title)
  await close()
  return {links, outline}
}

/** All stretches in the order in which the file draws them. */
export async function readPdf(pdf: Uint8Array): Promise<Stretch[]> {
  const {document, close} = await openPdf(pdf)
  const stretches: Stretch[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const {height} = page.getViewport({scale: 1})
    const {items} = await page.getTextContent()
    for (const item of items) {
      if (!('str' in item)) continue
      const {str, transform, width} = item as TextItem
      const [, , , sizePt = 0, left = 0, bottom = 0] = transform as number[]
      stretches.push({page: number, text: str, top: height - bottom, left, width, sizePt})
    }
  }
  await close()
  return stretches
}
