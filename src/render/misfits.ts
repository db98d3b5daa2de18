/** What no setting can get onto the page: it has to be changed, and is named before anything is set. */

import type {Pictures} from '../model/artifact.js'
import {type Block, type Figure, plainText, type Table} from '../model/body.js'
import type {Sheet} from '../model/sheet.js'
import type {IssueTree} from '../model/tree.js'
import {fitPicture} from './picture.js'
import {fittedSizePt, lineWidthPt, mmToPt, typeAreaWidthPt} from './sheet.js'
import {setTable} from './table.js'

export type Misfit =
  | {readonly kind: 'bulletinTitle'; readonly text: string; readonly smallestPt: number}
  | {
      readonly kind: 'table'
      /** `Article.id`; null in the editor's note. */
      readonly article: string | null
      /** Texts of its head. */
      readonly head: readonly string[]
    }
  | {readonly kind: 'picture'; readonly article: string | null; readonly widthPx: number; readonly heightPx: number}

/** Everything in an issue that cannot be set, in the order of the text. */
export function findMisfits(tree: IssueTree, sheet: Sheet, pictures: Pictures): Misfit[] {
  return tree.children.flatMap((part): Misfit[] => {
    switch (part.type) {
      case 'masthead':
        return part.children.flatMap((line) =>
          line.type === 'bulletinTitle' ? titleMisfit(plainText(line.children), sheet) : []
        )
      case 'article':
      case 'editorNote': {
        const article = part.type === 'article' ? part.id : null
        const notes = part.footnotes.flatMap(({children}) => children)
        return [...part.children, ...notes].flatMap((block) =>
          block.type === 'credit' ? [] : blockMisfits(block, article, {sheet, pictures})
        )
      }
      default:
        return []
    }
  })
}

function titleMisfit(text: string, sheet: Sheet): Misfit[] {
  const style = sheet.styles.bulletinTitle
  const {smallestTitlePt} = sheet.masthead
  const sizePt = fittedSizePt(style, text, sheet)
  const fits =
    sizePt >= Math.min(smallestTitlePt, style.sizePt) && lineWidthPt(style, text, sizePt) <= typeAreaWidthPt(sheet)
  return fits ? [] : [{kind: 'bulletinTitle', text, smallestPt: smallestTitlePt}]
}

interface Setting {
  readonly sheet: Sheet
  readonly pictures: Pictures
}

function blockMisfits(block: Block, article: string | null, setting: Setting): Misfit[] {
  switch (block.type) {
    case 'table':
      return tableMisfit(block, article, setting)
    case 'figure':
      return pictureMisfit(block, article, setting)
    case 'list':
      return block.children.flatMap((item) => item.children.flatMap((inner) => blockMisfits(inner, article, setting)))
    case 'blockquote':
      return block.children.flatMap((inner) => blockMisfits(inner, article, setting))
    default:
      return []
  }
}

function tableMisfit(table: Table, article: string | null, {sheet}: Setting): Misfit[] {
  if (setTable(table, sheet).fits) return []
  const head = table.children[0]?.children.map(({children}) => plainText(children)) ?? []
  return [{kind: 'table', article, head}]
}

function pictureMisfit({image}: Figure, article: string | null, {sheet, pictures}: Setting): Misfit[] {
  const picture = pictures.get(image)
  if (!picture) return []
  const {widthPt, heightPt} = fitPicture(picture, sheet)
  const leastPt = mmToPt(sheet.pictures.smallestMm)
  const {widthPx, heightPx} = picture
  // A small picture that is set as it is, like a seal or a code, is no misfit: only one that had to shrink.
  const shrunk = widthPt < (widthPx * 72) / sheet.pictures.pixelsPerInch - 0.01
  return shrunk && Math.min(widthPt, heightPt) < leastPt ? [{kind: 'picture', article, widthPx, heightPx}] : []
}
