/** What an earlier build of an issue left in `out/`. */

import type {Host} from '../model/host.js'
import type {IssueIdentity} from '../model/issue.js'
import {type Manifest, readManifest, sha256} from '../publish/manifest.js'
import {manifestPath} from '../publish/outputs.js'

/** Null where the issue was never built. */
export async function previousManifest(host: Host, identity: IssueIdentity): Promise<Manifest | null> {
  const path = manifestPath(identity)
  if (!(await host.files.stat(path))) return null
  return readManifest(new TextDecoder().decode(await host.files.read(path)))
}

/** The outputs that lie there as they were written: what someone changed or removed is built again. */
export async function outputsLying(host: Host, {outputs}: Manifest): Promise<Manifest['outputs']> {
  const lying: Manifest['outputs'][number][] = []
  for (const output of outputs) {
    const stat = await host.files.stat(output.path)
    if (stat?.kind === 'file' && sha256(await host.files.read(output.path)) === output.sha256) lying.push(output)
  }
  return lying
}
