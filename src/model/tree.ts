/**
 * The composed issue: one closed tree, to which every writer is total.
 *
 * Body nodes come from mdast (see `body.ts`); what a bulletin has beyond an article's body is here. Every word that is
 * printed stands in the tree; writers add none, save numbers of pages, list items and footnotes.
 */

import type {Block, Footnote, ListItem, Phrasing, TableCell, TableRow} from './body.js'
import type {DistributionStyle} from './bulletin.js'
import type {IssueIdentity} from './issue.js'

/** Masthead (版头): all that stands above and on the red rule of page one. */
export interface Masthead {
  readonly type: 'masthead'
  readonly children: readonly MastheadPart[]
}

/** The first line: at its left 密级, 内部资料, 工作资料 注意保存; at its right the copy's number (份号, 编号). */
export interface Classification {
  readonly type: 'classification'
  readonly children: readonly Phrasing[]
  readonly copyNumber: readonly Phrasing[]
}

/** One line of the bulletin's name (刊名), red. */
export interface BulletinTitle {
  readonly type: 'bulletinTitle'
  readonly children: readonly Phrasing[]
}

/** One line of numbers (期号): 第9期, （总第323期）, a special series. */
export interface IssueNumberLine {
  readonly type: 'issueNumberLine'
  readonly children: readonly Phrasing[]
}

/** The line above the red rule: issuing offices left, one under the other, date right. */
export interface Imprint {
  readonly type: 'imprint'
  readonly issuers: readonly (readonly Phrasing[])[]
  readonly date: readonly Phrasing[]
}

export type MastheadPart = Classification | BulletinTitle | IssueNumberLine | Imprint

/** List of titles on page one (目录). */
export interface Contents {
  readonly type: 'contents'
  readonly children: readonly (ContentsHead | ContentsEntry)[]
}

/** A line over the entries: 本期目录, or the column of those that follow. */
export interface ContentsHead {
  readonly type: 'contentsHead'
  readonly children: readonly Phrasing[]
}

export interface ContentsEntry {
  readonly type: 'contentsEntry'
  /** `Article.id` of what it leads to. */
  readonly article: string
  readonly children: readonly Phrasing[]
}

/** Editor's note (编者按). */
export interface EditorNote {
  readonly type: 'editorNote'
  readonly children: readonly Block[]
  readonly footnotes: readonly Footnote[]
}

/** Head of a column (栏目), or of a numbered one. */
export interface ColumnHead {
  readonly type: 'columnHead'
  readonly children: readonly Phrasing[]
}

/** One article (稿件). Its words are the contributor's, spliced in as a checked tree. */
export interface Article {
  readonly type: 'article'
  readonly id: string
  /** What the PDF's outline says. */
  readonly outline: string
  /** One entry a line; empty where the title runs, in bold, into the first paragraph. */
  readonly title: readonly (readonly Phrasing[])[]
  readonly children: readonly (Block | Credit)[]
  readonly footnotes: readonly Footnote[]
}

/** Contributors (供稿单位) on a right-aligned line of their own. Inline ones are the last text of a paragraph. */
export interface Credit {
  readonly type: 'credit'
  readonly children: readonly Phrasing[]
}

/** Colophon (版记): the block at the foot of the last page. */
export interface Colophon {
  readonly type: 'colophon'
  readonly children: readonly ColophonPart[]
}

/** 责编, 核稿: above the colophon's first rule. */
export interface StaffLine {
  readonly type: 'staffLine'
  readonly children: readonly Phrasing[]
}

export interface ContactLine {
  readonly type: 'contactLine'
  readonly children: readonly Phrasing[]
}

/** One direction of the distribution: its label, then one paragraph or a line a recipient, hanging behind the label. */
export interface Distribution {
  readonly type: 'distribution'
  /** `报：`, with its colon. */
  readonly label: string
  readonly style: DistributionStyle
  readonly lines: readonly (readonly Phrasing[])[]
}

/** 准印证号 and print run: the last line. */
export interface PermitLine {
  readonly type: 'permitLine'
  readonly children: readonly Phrasing[]
}

export type ColophonPart = StaffLine | ContactLine | Distribution | PermitLine

export type IssueBlock = Masthead | Contents | EditorNote | ColumnHead | Article | Colophon

/** Every node that a writer meets. */
export type IssueNode =
  | IssueBlock
  | MastheadPart
  | ContentsHead
  | ContentsEntry
  | ColophonPart
  | Credit
  | Block
  | ListItem
  | TableRow
  | TableCell
  | Phrasing

/** A table of handlers with one for every node type: a type without a handler does not compile. */
export type Handlers<Node extends {readonly type: string}, Result, Context = void> = {
  readonly [Type in Node['type']]: (node: Extract<Node, {readonly type: Type}>, context: Context) => Result
}

/** What document properties say. */
export interface IssueMeta {
  readonly title: string
  readonly author: string
  /** The bulletin's name on one line. */
  readonly bulletin: string
}

export interface IssueTree {
  readonly type: 'issue'
  readonly identity: IssueIdentity
  readonly meta: IssueMeta
  readonly children: readonly IssueBlock[]
}
