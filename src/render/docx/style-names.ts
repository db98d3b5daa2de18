/** Ids and names of Word styles (样式). */

import {BuilderElement, type IParagraphStyleOptions, StyleForParagraph} from 'docx'
import type {StyleRole} from '../../model/sheet.js'

/** Ids and names of the styles that stand beside the roles' own: rules, white, pictures, marks. */
export const extraStyles = {
  mastheadRule: '版头红线',
  colophonOuterRule: '版记粗线',
  colophonInnerRule: '版记细线',
  colophonBelow: '版记下空白',
  colophonAnchor: '版记定位',
  tableAbove: '表前空白',
  tableBelow: '表后空白',
  pictureAbove: '图前空白',
  picture: '图片',
  pageNumberEven: '双页页码',
  footnoteSeparator: '脚注分隔线'
} as const
export type ExtraStyle = keyof typeof extraStyles

/** 楷体 in place of italics. */
export const emphasisStyle = 'emphasis'
/** The copy's number where it shares its line with the classification. */
export const copyNumberMarkStyle = 'copyNumberMark'
/** Word's own mark of a note. */
export const noteMarkStyle = 'FootnoteReference'

/**
 * Styles that Word has itself and hangs features on: headings (navigation pane, cross-references, structure of a PDF),
 * entries of contents, notes, captions, footers.
 *
 * Word knows them by these names and shows them in the language of its menus: 标题 1, 目录 1. The sheet's name stands
 * beside it as an alias (标题 2,一级标题). Other programs go by Word's usual ids, so they are kept, too. All other styles have
 * their role as their id and the sheet's name as their only one.
 */
const builtIn: Partial<Record<StyleRole, {readonly id: string; readonly name: string}>> = {
  contentsEntry: {id: 'TOC1', name: 'toc 1'},
  articleTitle: {id: 'Heading1', name: 'heading 1'},
  body: {id: 'BodyText', name: 'Body Text'},
  heading1: {id: 'Heading2', name: 'heading 2'},
  heading2: {id: 'Heading3', name: 'heading 3'},
  heading3: {id: 'Heading4', name: 'heading 4'},
  heading4: {id: 'Heading5', name: 'heading 5'},
  caption: {id: 'Caption', name: 'caption'},
  footnote: {id: 'FootnoteText', name: 'footnote text'},
  pageNumber: {id: 'Footer', name: 'footer'}
}

/** Id of the paragraph style of a role or of a helper. */
export function styleId(style: StyleRole | ExtraStyle): string {
  return isExtra(style) ? style : (builtIn[style]?.id ?? style)
}

function isExtra(style: StyleRole | ExtraStyle): style is ExtraStyle {
  return Object.hasOwn(extraStyles, style)
}

/** What Chinese Word calls styles of its own that are not the roles': Normal, Title, page number. */
const takenNames: readonly string[] = ['正文', '标题', '页码']

/** The sheet's name, told apart where Word has one of the same name. */
export function shownName(sheetName: string): string {
  return takenNames.includes(sheetName) ? `简报${sheetName}` : sheetName
}

/** A role's paragraph style. */
export function roleParagraphStyle(
  role: StyleRole,
  sheetName: string,
  options: Omit<IParagraphStyleOptions, 'id' | 'name'>
): StyleForParagraph {
  const own = builtIn[role]
  return own
    ? new AliasedStyle(shownName(sheetName), {...own, ...options})
    : new StyleForParagraph({id: role, name: shownName(sheetName), ...options})
}

/** The package has no aliases. The schema wants them right behind the name, which follows the attributes. */
class AliasedStyle extends StyleForParagraph {
  constructor(alias: string, options: IParagraphStyleOptions) {
    super(options)
    const aliases = new BuilderElement({name: 'w:aliases', attributes: {val: {key: 'w:val', value: alias}}})
    this.root.splice(2, 0, aliases)
  }
}
