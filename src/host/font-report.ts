/** Which font serves which role, in words. */

import type {FontOrigin, FontSet, ResolvedFont} from '../model/artifact.js'
import {fontRoles} from '../model/sheet.js'
import {catalogue} from './font-catalogue.js'

const origins: Readonly<Record<FontOrigin, string>> = {
  workspace: '工作区 fonts/ 中的字体',
  system: '系统字体',
  fandol: '下载的 Fandol 字体',
  npm: '程序自带的字体'
}

/**
 * @returns a line for each role: `仿宋_GB2312：由 FandolFang-Regular 代替（下载的 Fandol 字体）`.
 */
export function describeFonts(fonts: FontSet): readonly string[] {
  return fontRoles.map((role) => describeFont(fonts[role]))
}

export function describeFont({role, label, origin, substitute}: ResolvedFont): string {
  const wanted = catalogue[role].label
  return `${wanted}：${substitute ? `由 ${label} 代替` : label}（${origins[origin]}）`
}
