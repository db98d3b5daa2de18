/** What the frontmatter of a submission may say, in English or Chinese keys. */

import {z} from 'zod'
import {day, lines, looseText, mapping, text, texts} from './values.js'

export const submissionShape = mapping({
  title: lines('标题，或标题各行的列表'),
  units: texts('供稿单位的名称'),
  column: text('栏目名称').optional(),
  date: day().optional(),
  period: looseText('报告期，如 2020-Q3').optional(),
  authors: texts('作者姓名').optional(),
  contact: looseText('联系方式').optional(),
  source: z
    .preprocess(
      (value) => (typeof value === 'string' ? {name: value} : value),
      mapping({name: text('来源的名称'), url: text('来源的网址').nullish()}, '来源的名称，或 {name: 名称, url: 网址}')
    )
    .transform(({name, url}) => ({name, url: url ?? null}))
    .optional(),
  metrics: z.record(z.string(), z.unknown(), {error: '“指标: 数值”的形式，如“注册志愿者: 1200余人”'}).optional()
})

/** Chinese key → English key. */
export const chineseKeys: ReadonlyMap<string, keyof typeof submissionShape.shape> = new Map([
  ['标题', 'title'],
  ['供稿单位', 'units'],
  ['栏目', 'column'],
  ['日期', 'date'],
  ['报告期', 'period'],
  ['作者', 'authors'],
  ['联系方式', 'contact'],
  ['来源', 'source'],
  ['指标', 'metrics']
])
