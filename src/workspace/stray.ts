/** Files that look like content and lie where nothing reads them. */

import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {startOf} from '../model/place.js'
import {layoutOf} from '../read/layout.js'

/**
 * Find reports and issues that would be passed over in silence.
 *
 * @param paths - every file below `content/`; what is of no kind that people write by hand is let be.
 */
export function findStrays(paths: readonly string[]): Diagnostic[] {
  return paths.flatMap((path) => {
    const [, id, rest] = /^content\/([^/]+)\/(.+)$/.exec(path) ?? []
    if (id === undefined || rest === undefined || layoutOf([path]).bulletins.length > 0) return []
    const advice = adviceFor(id, rest)
    return advice === null ? [] : [diagnose('file-is-in-place', startOf(path), advice)]
  })
}

function adviceFor(id: string, rest: string): string | null {
  if (/(?:^|\/)readme\./i.test(rest)) return null
  if (/\.(?:md|markdown|txt)$/i.test(rest)) {
    if (/^submissions\/\d{4}\/[^/]+$/.test(rest)) return '扩展名不是小写的 .md，不会当作来稿。请改名。'
    return `不在来稿的文件夹中，不会当作来稿。请移到 content/${id}/submissions/年份/ 下，年份写四位数字。`
  }
  if (!/\.ya?ml$/i.test(rest)) return null
  if (/^bulletin\.ya?ml$/i.test(rest)) return '文件名不对，不会当作刊物设置。请改名为 bulletin.yaml。'
  if (/^issues\/\d{4}\/[^/]+$/.test(rest)) return '扩展名不是小写的 .yaml，不会当作一期。请改名。'
  return `不在各期的文件夹中，不会当作一期。请移到 content/${id}/issues/年份/ 下，年份写四位数字。`
}
