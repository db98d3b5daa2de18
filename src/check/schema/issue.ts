/** What an issue's file may say. Columns and articles are judged one by one, so that one fault hides no other. */

import {z} from 'zod'
import {articleTitleForms, creditPlacements} from '../../model/bulletin.js'
import {imprintShape} from './bulletin.js'
import {credit, day, lines, mapping, oneOf, text, whole} from './values.js'

const parts = (what: string) => z.array(z.unknown(), {error: what})

export const issueShape = mapping({
  issue: whole(1, '期号，如 41').optional(),
  cumulative: whole(1, '总期号，如 2150').optional(),
  special: mapping({series: text('专刊名称'), number: whole(1, '专刊期号，如 34')}).optional(),
  date: day(),
  note: z.string({error: '编者按的文字'}).optional(),
  columns: parts('栏目的列表'),
  tables: parts('数据表的列表').optional(),
  distribution: z.unknown().optional(),
  ...imprintShape
})

/** The keys of an issue that are in order. */
export type KnownIssue = Partial<z.output<typeof issueShape>>

export const columnShape = mapping({
  title: text('栏目名称').optional(),
  articles: parts('来稿的列表')
})

export const articleShape = mapping({
  submission: text('来稿的文件名（不带 .md）'),
  title: lines('标题，或标题各行的列表').optional(),
  tocTitle: lines('目录中的标题，或其各行的列表').optional(),
  credit: credit().optional(),
  creditPlacement: oneOf(creditPlacements).optional(),
  articleTitles: oneOf(articleTitleForms).optional()
})
