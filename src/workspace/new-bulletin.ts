/** A new bulletin's file. */

import type {Host} from '../model/host.js'
import {WrongUse} from '../model/wrong-use.js'
import {standardTemplate} from '../read/layout.js'
import {bulletinText} from './scaffold-bulletin.js'

export interface BulletinRequest {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  readonly issuers: readonly string[]
}

/**
 * Create `content/<id>/bulletin.yaml`.
 *
 * @returns its path, relative to the workspace.
 * @throws {WrongUse} naming everything that is wrong with the request, or where the bulletin is on file.
 */
export async function createBulletin(host: Host, request: BulletinRequest): Promise<string> {
  const {id} = request
  const title = oneLine(request.title)
  const issuers = [...new Set(request.issuers.map(oneLine))]
  const problems: string[] = []
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) || id.length > 40) {
    problems.push(`代号“${id}”不能使用。请用小写字母、数字和 -，以字母开头，如 shoudu、city-news，不超过 40 个字。`)
  }
  if (title === '') problems.push('刊名是空的。请写 --title 刊名。')
  if (issuers.length === 0 || issuers.includes('')) problems.push('编印单位是空的。请写 --issuer 单位名称。')
  if ([title, ...issuers].some((text) => /\p{Cc}/u.test(text))) {
    problems.push('刊名或编印单位中有看不见的控制字符。请删去后重试。')
  }
  if (problems.length > 0) throw new WrongUse(problems.join('\n'))

  const path = `content/${id}/bulletin.yaml`
  const text = bulletinText({id, title, issuers, template: standardTemplate})
  if (await host.files.create({path, bytes: new TextEncoder().encode(text)})) return path
  throw new WrongUse(`已经有代号为“${id}”的刊物（${path}），没有改动。请换一个代号。`)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
