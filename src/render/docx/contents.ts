/** Contents (目录): titles that lead to their articles, with pages where the sheet asks for them. */

import {InternalHyperlink, type ParagraphChild, TextRun} from 'docx'
import type {Contents, ContentsEntry} from '../../model/tree.js'
import {type Draft, type Line, paragraph} from './draft.js'
import {fieldEnd, fieldStart} from './fields.js'
import {plain, runs, styledLines, tab} from './phrasing.js'
import {tableLetters} from './toc.js'

/** Where the field of a table begins or ends. */
interface Place {
  readonly opens: string | null
  readonly closes: boolean
}

/** What is printed already stands in the fields, so that Word shows it as it is and asks nothing on opening. */
export function contents({children}: Contents, draft: Draft): Line[] {
  const letterOf = tableLetters(children)
  return children.map((child, index) => {
    if (child.type === 'contentsHead') return styledLines(draft, 'contentsHead', [child.children])

    const letter = draft.articlePages === null ? null : (letterOf[index] ?? null)
    return contentsEntry(child, draft, {
      opens: letterOf[index - 1] === letter ? null : letter,
      closes: letter !== null && letterOf[index + 1] !== letter
    })
  })
}

function contentsEntry({article: id, children}: ContentsEntry, draft: Draft, {opens, closes}: Place): Line {
  const anchor = draft.bookmarks.get(id)
  if (anchor === undefined) throw new RangeError(`no article has the id ${id}`)

  const link = [...runs(children, plain(draft)), ...pageReference(id, anchor, draft)]
  return paragraph(draft, 'contentsEntry', [
    ...(opens === null ? [] : fieldStart(`TOC \\h \\z \\f ${opens}`)),
    new InternalHyperlink({anchor, children: link}),
    ...(closes ? [fieldEnd()] : [])
  ])
}

/** The page, behind the tab's dots. */
function pageReference(id: string, anchor: string, draft: Draft): ParagraphChild[] {
  const page = draft.articlePages?.get(id)
  if (page === undefined) return []
  return [tab(plain(draft)), ...fieldStart(`PAGEREF ${anchor} \\h`), new TextRun(String(page)), fieldEnd()]
}
