/** Bulletins as they are named on the command line. */

import type {Bulletin} from '../model/bulletin.js'
import {WrongUse} from '../model/wrong-use.js'
import type {BulletinFiles} from '../read/layout.js'
import {nearest} from '../text/nearest.js'
import {type FromFile, openBulletin, type Workspace} from './open.js'

/** @throws {WrongUse} where there is no such bulletin, with the nearest one. */
export function findBulletin({layout}: Workspace, id: string): BulletinFiles {
  const found = layout.bulletins.find((files) => files.id === id)
  if (found) return found
  const ids = layout.bulletins.map((files) => files.id)
  const near = nearest(id, ids)
  const there =
    ids.length > 0 ? `现有：${ids.join('、')}。` : '这个工作区还没有刊物，可用 npx jianbao new bulletin 新建。'
  throw new WrongUse(`没有代号为“${id}”的刊物。${near ? `是否为“${near}”？` : there}`)
}

/**
 * Find a bulletin and read its file.
 *
 * @throws {WrongUse} where there is no such bulletin, or a folder without `bulletin.yaml`.
 */
export async function openNamedBulletin(
  workspace: Workspace,
  id: string
): Promise<{readonly files: BulletinFiles; readonly opened: FromFile<Bulletin>}> {
  const files = findBulletin(workspace, id)
  const opened = await openBulletin(workspace, files)
  if (!opened) throw new WrongUse(`“${id}”还没有刊物文件 ${files.file}。请先运行 npx jianbao new bulletin ${id} 建好。`)
  return {files, opened}
}
