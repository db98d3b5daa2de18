/** Where in an issue's sources stands what cannot be got onto the page. */

import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {startOf} from '../model/place.js'
import type {Misfit} from '../render/misfits.js'
import type {IssueParts} from './desk.js'

/** Texts of a table's head that are quoted, to tell it from others. */
const headsShown = 3

export function placeMisfits(misfits: readonly Misfit[], {bulletin, issue, submissions}: IssueParts): Diagnostic[] {
  const fileOf = (article: string | null): string =>
    (article === null ? undefined : submissions.get(article)?.file) ?? issue.file
  return misfits.map((misfit) => {
    const place = misfit.kind === 'bulletinTitle' ? bulletin.definedAt : startOf(fileOf(misfit.article))
    return diagnose(ruleIds[misfit.kind], place, explain(misfit))
  })
}

const ruleIds = {
  bulletinTitle: 'bulletin-title-fits',
  table: 'table-fits-page',
  picture: 'picture-fits-page'
} as const

function explain(misfit: Misfit): string {
  switch (misfit.kind) {
    case 'bulletinTitle':
      return `刊名“${misfit.text}”太长，缩到 ${misfit.smallestPt} 磅一行仍排不下。请在 title 中分成几行，如 [第一行, 第二行]。`
    case 'table':
      return `表格（${headText(misfit.head)}）有 ${misfit.head.length} 列，缩到最小仍排不下。请减少列数、改用万或亿作单位，或拆成几个表。`
    case 'picture':
      return `图片太长太窄（${misfit.widthPx}×${misfit.heightPx} 像素），缩进版心后看不清。请裁剪后再用。`
  }
}

function headText(head: readonly string[]): string {
  const shown = head.slice(0, headsShown).join('、')
  return head.length > headsShown ? `${shown}……` : shown
}
