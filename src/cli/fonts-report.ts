/** Which font stands in for which: said once after a build. */

import type {Host} from '../model/host.js'
import {type FontRole, fontRoles} from '../model/sheet.js'
import type {Terminal} from './terminal.js'

export const roleNames: Readonly<Record<FontRole, string>> = {
  xiaobiaosong: '小标宋',
  fangsong: '仿宋',
  heiti: '黑体',
  kaiti: '楷体',
  songti: '宋体',
  latin: '西文'
}

export async function reportFonts(host: Host, terminal: Terminal): Promise<void> {
  const fonts = await host.fonts.resolve()
  const substituted = fontRoles.filter((role) => fonts[role].substitute)
  if (substituted.length === 0) return
  const list = substituted.map((role) => `${roleNames[role]}→${fonts[role].label}`).join('，')
  terminal.err(`PDF 所用字体有代替：${list}。Word 文件仍写规定字体名。\n`)
}
