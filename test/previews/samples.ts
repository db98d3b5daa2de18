/** The sample that shows a template, set with Fandol, so that every machine draws the same. */

import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createFonts} from '../../src/host/fonts.js'
import {createHost} from '../../src/host/node.js'
import type {Files, Fonts} from '../../src/model/host.js'
import {buildIssues} from '../../src/pipeline.js'

/** Which issue shows which template. */
export const samples = {
  standard: 'qingshi/2024/012',
  hangzhou: 'hangzhou/2019/009',
  hunan: 'hunan/2023/036',
  shoudu: 'shoudu/2020/041',
  jiangsu: 'jiangsu/2022/026'
} as const
export type Template = keyof typeof samples

export const previewWidthPx = 600

/** Relative to the repository. */
export function previewFile(template: Template): string {
  return `templates/${template}/preview.png`
}

/**
 * Set every sample, in memory.
 *
 * @param root - the repository, which is a workspace.
 * @returns the PDF files, in the order of `samples`.
 * @throws where Fandol is not there, or an issue has errors.
 */
export async function setSamples(root: string): Promise<[Template, Uint8Array][]> {
  const host = createHost({workspace: root})
  const written = new Map<string, Uint8Array>()
  const files: Files = {
    ...host.files,
    async writeAll(outputs) {
      for (const {path, bytes} of outputs) written.set(path, bytes)
    }
  }
  const names = Object.values(samples)
  const fonts = await fandolFonts()
  const results = await buildIssues({...host, files, fonts}, {names, formats: ['pdf'], force: true})
  const failed = results.filter(({status}) => status === 'failed').map(({file}) => file)
  if (failed.length > 0) throw new Error(`not set: ${failed.join(', ')}`)
  return Object.entries(samples).map(([template, name]): [Template, Uint8Array] => {
    const pdf = written.get(`out/${name}/${name.replaceAll('/', '-')}.pdf`)
    if (!pdf) throw new Error(`no PDF of ${name}`)
    return [template as Template, pdf]
  })
}

/** Fandol out of the cache, where `npm run fonts` puts it; nothing of the machine's own. */
async function fandolFonts(): Promise<Fonts> {
  const fonts = createFonts({workspace: join(tmpdir(), 'jianbao-no-such-folder'), systemFolders: []})
  const {latin: _, ...chinese} = await fonts.resolve()
  const others = Object.values(chinese).filter(({origin}) => origin !== 'fandol')
  if (others.length > 0) throw new Error('Fandol is not in the cache: run npm run fonts first')
  return fonts
}
