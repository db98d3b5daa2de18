/** Typst in process: source → PDF/A-2b. Its world is empty: no folder, no network, only the pictures it is given. */

import {createRequire} from 'node:module'
import {join} from 'node:path'
import type {NodeCompiler, NodeTypstDocument} from '@myriaddreamin/typst-ts-node-compiler'
import type {FontSet} from '../model/artifact.js'
import {HostError, type Typeset, type TypesetInput, type Typesetter} from '../model/host.js'
import type {LayoutMark} from '../model/layout.js'
import {fontRoles} from '../model/sheet.js'
import {lastResortFont} from './fonts.js'
import {complain, type TypstDiagnostic, thrownDiagnostics} from './typst-messages.js'

/** Below a file there can never be a folder, so nothing on disk can be reached from here. */
const world = join(process.execPath, 'jianbao')
const main = join(world, 'main.typ')

/** Rounds that an unused intermediate result is kept: enough for repeats, bounded in long runs. */
const cacheRounds = 10
const maxCompilers = 2

export function createTypesetter(): Typesetter {
  const compilers = new Map<string, NodeCompiler>()

  return {
    async typeset(input) {
      refuseImports(input.source)
      const files = fontFiles(input.fonts)
      const key = files.join('\0')
      const compiler = compilers.get(key) ?? createCompiler(files)
      // Last used, last in the map.
      compilers.delete(key)
      compilers.set(key, compiler)
      for (const old of [...compilers.keys()].slice(0, -maxCompilers)) {
        compilers.delete(old)
      }
      return typeset(compiler, input)
    }
  }
}

/**
 * Fonts are handed over as paths, not as bytes: Typst then reads only those that the source asks for. They come before
 * the system's, which this build of Typst always adds, so that a family of the same name cannot take their place.
 */
function fontFiles(fonts: FontSet): readonly string[] {
  return [...new Set([...fontRoles.flatMap((role) => fonts[role].files), ...lastResortFont().files])]
}

function createCompiler(fontPaths: readonly string[]): NodeCompiler {
  try {
    // Loaded on first use: it takes 50 ms.
    const require = createRequire(import.meta.url)
    const typst: typeof import('@myriaddreamin/typst-ts-node-compiler') = require('@myriaddreamin/typst-ts-node-compiler')
    return typst.NodeCompiler.create({workspace: world, fontArgs: [{fontPaths: [...fontPaths]}]})
  } catch (error) {
    throw new HostError('排版程序 Typst 启动失败。请重新运行 npm ci；仍不行时运行 npx jianbao doctor。', {cause: error})
  }
}

/**
 * A package is the one thing that Typst would fetch from the network. The source has every text in a string literal,
 * so an `import` outside of one is a mistake of the writer.
 */
function refuseImports(source: string): void {
  const code = source.replace(/"(?:[^"\\]|\\.)*"/gs, (literal) => literal.replace(/[^\n]/g, ' '))
  const found = /(?<![\w-])(?:import|include)(?![\w-])/.exec(code)
  if (found) {
    const line = code.slice(0, found.index).split('\n').length - 1
    throw complain([{message: 'import and include are not allowed', range: {start: {line, character: 0}}}], source)
  }
}

function typeset(compiler: NodeCompiler, {source, pictures, timestamp, marksLabel}: TypesetInput): Typeset {
  const shadows = pictures.map(({path, bytes}) => ({path: join(world, path), bytes: Buffer.from(bytes)}))
  try {
    for (const {path, bytes} of shadows) {
      compiler.mapShadow(path, bytes)
    }
    compiler.addSource(main, source)
    const document = compile(compiler, source)
    return {
      pages: document.numOfPages,
      marks: marksLabel === undefined ? [] : marksOf(compiler, document, marksLabel),
      pdf: () => new Uint8Array(exportPdf(compiler, document, source, timestamp))
    }
  } finally {
    for (const {path} of shadows) {
      compiler.unmapShadow(path)
    }
    compiler.evictCache(cacheRounds)
  }
}

/** The source lists them as (name, page, x, y), lengths in pt. */
function marksOf(compiler: NodeCompiler, document: NodeTypstDocument, label: string): LayoutMark[] {
  const [found = []] = compiler.query(document, {selector: `<${label}>`, field: 'value'}) as [
    string,
    number,
    number,
    number
  ][][]
  return found.map(([name, page, xPt, yPt]) => ({name, page, xPt, yPt}))
}

function compile(compiler: NodeCompiler, source: string): NodeTypstDocument {
  const outcome = compiler.compile({mainFilePath: main})
  const document = outcome.result
  const diagnostics: TypstDiagnostic[] = []
  for (const problem of [outcome.takeError(), outcome.takeWarnings()]) {
    if (problem) {
      diagnostics.push(...compiler.fetchDiagnostics(problem))
    }
  }
  if (diagnostics.length > 0 || document === null) {
    throw complain(diagnostics, source)
  }
  return document
}

function exportPdf(compiler: NodeCompiler, document: NodeTypstDocument, source: string, timestamp: number): Buffer {
  try {
    return compiler.pdf(document, {pdfStandard: 'a-2b', creationTimestamp: timestamp})
  } catch (error) {
    throw complain(thrownDiagnostics(error), source)
  }
}
