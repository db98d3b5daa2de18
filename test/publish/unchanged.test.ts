import {describe, expect, test} from 'vitest'
import type {Artifact, FontSet, Format, ResolvedFont} from '../../src/model/artifact.js'
import {type FontRole, fontRoles} from '../../src/model/sheet.js'
import {type Manifest, manifestOf, readManifest, writeManifest} from '../../src/publish/manifest.js'
import {outputFiles} from '../../src/publish/outputs.js'
import {isUpToDate, keptOutputs} from '../../src/publish/unchanged.js'
import {issue} from '../compose/example.js'

function fontOf(role: FontRole): ResolvedFont {
  return {role, family: role, label: role, origin: 'npm', files: [], substitute: true, weight: 400}
}

const fonts = Object.fromEntries(fontRoles.map((role) => [role, fontOf(role)])) as FontSet
const inputs = [{path: 'content/units.yaml', sha256: 'aa'}]

function artifact(format: Format, own: Partial<Artifact> = {}): Artifact {
  return {format, bytes: new TextEncoder().encode(format), pages: format === 'pdf' ? 3 : null, companions: [], ...own}
}

function made(...artifacts: Artifact[]): Manifest {
  return manifestOf({
    version: '1',
    identity: issue.identity,
    title: '刊名',
    inputs,
    artifacts,
    fonts,
    layout: null,
    warnings: []
  })
}

const now = (formats: readonly Format[]) => ({version: '1', inputs, formats, fonts})

describe('outputs', () => {
  test('companions lie beside their format’s file; all by path', () => {
    const companions = [{path: 'pictures/b.png', bytes: new Uint8Array()}]
    const files = outputFiles(issue.identity, [artifact('md', {companions}), artifact('docx')])
    expect(files.map(({path, format}) => [path, format])).toEqual([
      ['out/qingshi/2020/041/pictures/b.png', 'md'],
      ['out/qingshi/2020/041/qingshi-2020-041.docx', 'docx'],
      ['out/qingshi/2020/041/qingshi-2020-041.md', 'md']
    ])
  })
})

describe('manifest', () => {
  test('is read as it was written', () => {
    const manifest = made(artifact('pdf'), artifact('docx'))
    expect(readManifest(writeManifest(manifest))).toEqual(manifest)
    expect(manifest.pages).toBe(3)
  })

  test('what is none is null', () => {
    for (const text of ['', 'null', '1', '"a"', '[]', '{}', '{"program":{"name":"other"},"inputs":[],"outputs":[]}']) {
      expect(readManifest(text)).toBeNull()
    }
    const broken = {program: {name: 'jianbao'}, inputs: [], outputs: [{path: 1}]}
    expect(readManifest(JSON.stringify(broken))).toBeNull()
  })
})

describe('isUpToDate', () => {
  const manifest = made(artifact('docx'), artifact('pdf'))

  test('the same program, inputs, fonts, and every format asked for', () => {
    expect(isUpToDate(manifest, now(['docx', 'pdf']))).toBe(true)
    expect(isUpToDate(manifest, now(['pdf']))).toBe(true)
    expect(isUpToDate(manifest, now(['pdf', 'md']))).toBe(false)
    expect(isUpToDate(manifest, {...now(['pdf']), version: '2'})).toBe(false)
    expect(isUpToDate(manifest, {...now(['pdf']), inputs: []})).toBe(false)
    expect(isUpToDate(manifest, {...now(['pdf']), inputs: [{path: 'content/units.yaml', sha256: 'bb'}]})).toBe(false)
    const heiti = {...fonts.heiti, family: '黑体'}
    expect(isUpToDate(manifest, {...now(['pdf']), fonts: {...fonts, heiti}})).toBe(false)
  })
})

describe('keptOutputs', () => {
  test('outputs of other formats from the same inputs are named on, with their pages', () => {
    const kept = keptOutputs(made(artifact('docx')), made(artifact('pdf'), artifact('docx')), now(['docx']))
    expect(kept.outputs.map(({format}) => format)).toEqual(['docx', 'pdf'])
    expect(kept.pages).toBe(3)
  })

  test('none from other inputs', () => {
    const old = {...made(artifact('pdf')), inputs: []}
    expect(keptOutputs(made(artifact('docx')), old, now(['docx']))).toEqual(made(artifact('docx')))
  })

  test('pages are only told with their PDF', () => {
    const old = {...made(artifact('md')), pages: 3}
    expect(keptOutputs(made(artifact('docx')), old, now(['docx'])).pages).toBeNull()
  })
})
