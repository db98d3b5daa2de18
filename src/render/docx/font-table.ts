/** The font table (字体表): which font takes the place of one that a reader's machine does not have. */

import {type FontRole, fontRoles, type Sheet} from '../../model/sheet.js'
import {escapeXml} from '../package.js'

/** Faces of the same kind that newer systems have under other names: Windows comes with 仿宋, not with 仿宋_GB2312. */
const otherNames: Readonly<Record<FontRole, string>> = {
  xiaobiaosong: '方正小标宋_GBK',
  fangsong: '仿宋',
  heiti: 'SimHei',
  kaiti: '楷体',
  songti: 'SimSun',
  latin: 'Liberation Serif'
}

/** Of Chinese fonts and of Western ones, in hex. Source: ISO/IEC 29500-1, 17.8.3.2. */
const charsets = {chinese: '86', western: '00'}

/** What stands inside of `w:fonts`: each family once. */
export function fontTable({officeFonts}: Sheet): string {
  const roles = fontRoles.filter(
    (role, index) => fontRoles.findIndex((other) => officeFonts[other] === officeFonts[role]) === index
  )
  return roles.map((role) => font(officeFonts[role], role)).join('')
}

function font(name: string, role: FontRole): string {
  const charset = role === 'latin' ? charsets.western : charsets.chinese
  const other = otherNames[role] === name ? '' : `<w:altName w:val="${otherNames[role]}"/>`
  return `<w:font w:name="${escapeXml(name)}">${other}<w:charset w:val="${charset}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`
}
