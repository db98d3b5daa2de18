/** Compose an issue (编排): from what was gathered to the tree that writers set. */

import type {Aggregate} from '../model/aggregate.js'
import type {Block, Phrasing} from '../model/body.js'
import type {Judged} from '../model/diagnostic.js'
import type {EditorNote, IssueMeta, IssueTree} from '../model/tree.js'
import {composeArticle} from './article.js'
import {formatIssueNumber} from './numbering.js'
import type {Wording} from './template.js'
import {viewOf} from './view.js'
import {readWording} from './wording.js'

/**
 * Compose an issue by its template.
 *
 * @param templateFile - the template's main file, which diagnostics name.
 * @returns null with diagnostics where the template asks for a field that does not exist, or writes what has no place.
 */
export function composeIssue(aggregate: Aggregate, wording: Wording, templateFile: string): Judged<IssueTree> {
  const {identity} = aggregate.issue
  const written = wording(viewOf(aggregate))
  if (written.value === null) return {value: null, diagnostics: written.diagnostics}
  const articles = aggregate.columns.flatMap((column) =>
    column.articles.map((article) => composeArticle(article, identity.date))
  )
  const read = readWording(written.value, templateFile, {
    articles,
    editorNote: (opening) => composeNote(aggregate, opening)
  })
  if (read.value === null) return {value: null, diagnostics: read.diagnostics}
  return {value: {type: 'issue', identity, meta: metaOf(aggregate), children: read.value}, diagnostics: []}
}

function metaOf({bulletin, issue}: Aggregate): IssueMeta {
  const name = bulletin.title.join('')
  return {
    title: `${name} ${formatIssueNumber(issue.identity)}`.trimEnd(),
    author: bulletin.issuers.join('、'),
    bulletin: name
  }
}

/** The editor's note; the template's words (编者按：) open its first paragraph. */
function composeNote({issue}: Aggregate, opening: readonly Phrasing[]): EditorNote | null {
  if (!issue.note) return null
  const [first, ...rest] = issue.note.children
  const children: Block[] =
    first?.type === 'paragraph'
      ? [{type: 'paragraph', children: [...opening, ...first.children]}, ...rest]
      : [{type: 'paragraph', children: opening}, ...issue.note.children]
  return {type: 'editorNote', children, footnotes: issue.note.footnotes}
}
