/** Which font stands in for which: said once after a build. */

import type {FontSet} from '../model/artifact.js'
import {fontRoleNames, fontRoles} from '../model/sheet.js'
import type {Terminal} from './terminal.js'

/** Bulletins may ask for different fonts; of a role with several that stand in, all are named. */
export function reportFonts(sets: readonly FontSet[], terminal: Terminal): void {
  const list = fontRoles.flatMap((role) => {
    const substitutes = sets.map((fonts) => fonts[role]).filter(({substitute}) => substitute)
    const labels = [...new Set(substitutes.map(({label}) => label))]
    return labels.length === 0 ? [] : [`${fontRoleNames[role]}→${labels.join('、')}`]
  })
  if (list.length === 0) return
  terminal.err(`PDF 所用字体有代替：${list.join('，')}。Word 文件仍写规定字体名。\n`)
}
