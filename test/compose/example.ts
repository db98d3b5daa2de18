/** Parts of an issue for tests of composing, and the templates that are to be found in the repository. */

import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {compileTemplate, templateTexts, type Wording} from '../../src/compose/template.js'
import type {Aggregate, AggregateArticle} from '../../src/model/aggregate.js'
import type {Block, Paragraph} from '../../src/model/body.js'
import type {Bulletin, Recipient} from '../../src/model/bulletin.js'
import type {Issue} from '../../src/model/issue.js'
import {startOf} from '../../src/model/place.js'
import type {Submission} from '../../src/model/submission.js'
import type {Unit} from '../../src/model/unit.js'
import {templateFiles} from '../../src/read/layout.js'

const root = join(import.meta.dirname, '../..')

/** @throws where it does not compile. */
export function templateOf(id: string): Wording {
  const paths = readdirSync(join(root, 'templates'), {recursive: true, encoding: 'utf8'})
  const files = paths.map((path) => `templates/${path.replaceAll('\\', '/')}`)
  const parts = Array.from(templateFiles(id, files).parts, ([name, path]) => {
    return [name, {path, bytes: readFileSync(join(root, path))}] as const
  })
  const {value, diagnostics} = compileTemplate(templateTexts(new Map(parts)))
  if (!value) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return value
}

export function paragraph(value: string): Paragraph {
  return {type: 'paragraph', children: [{type: 'text', value}]}
}

export function unit(name: string, own: Partial<Unit> = {}): Unit {
  return {
    id: name,
    name,
    aliases: [],
    place: null,
    parent: null,
    level: null,
    former: [],
    successor: null,
    definedAt: startOf('content/units.yaml'),
    ...own
  }
}

export function submission(slug: string, own: Partial<Submission> = {}): Submission {
  return {
    bulletin: 'qingshi',
    year: 2020,
    slug,
    file: `content/qingshi/submissions/2020/${slug}.md`,
    title: ['桥头书屋'],
    units: ['xishan'],
    column: null,
    date: null,
    period: null,
    authors: [],
    contact: null,
    source: null,
    figures: [],
    extra: {},
    body: {children: [paragraph('今年以来，建成书屋6个。')], footnotes: []},
    images: [],
    ...own
  }
}

export function articleOf(children: readonly Block[], own: Partial<AggregateArticle> = {}): AggregateArticle {
  const filed = submission('bridge', {body: {children, footnotes: []}})
  return {
    id: filed.slug,
    submission: filed,
    title: ['桥头书屋'],
    tocTitle: ['桥头书屋'],
    units: [unit('西山镇')],
    credit: '（{units}供稿）',
    creditPlacement: 'inline',
    articleTitles: 'heading',
    body: filed.body,
    ...own
  }
}

export const bulletin: Bulletin = {
  id: 'qingshi',
  file: 'content/qingshi/bulletin.yaml',
  title: ['青石县', '工作简报'],
  template: 'standard',
  issuers: ['青石县文明办', '青石县融媒体中心'],
  columns: ['工作交流'],
  numbering: {issue: 'yearly', cumulative: true, special: []},
  articleTitles: 'heading',
  credit: '（{units}供稿）',
  creditPlacement: 'inline',
  distribution: new Map(),
  distributionStyle: {报: 'lines', 送: 'inline', 发: 'inline'},
  roster: null,
  sheet: null,
  rules: new Map(),
  definedAt: startOf('content/qingshi/bulletin.yaml'),
  classification: null,
  toc: false,
  staff: [],
  contacts: [],
  printRun: null,
  copyNumbers: null,
  permit: null
}

export const issue: Issue = {
  identity: {
    bulletin: 'qingshi',
    year: 2020,
    number: '041',
    issueNumber: 41,
    cumulativeNumber: 2150,
    special: null,
    date: {year: 2020, month: 8, day: 13}
  },
  file: 'content/qingshi/issues/2020/041.yaml',
  note: null,
  columns: [],
  distribution: null,
  imprint: {classification: null, toc: false, staff: [], contacts: [], printRun: null, copyNumbers: null, permit: null}
}

export function aggregate(own: Partial<Aggregate> = {}): Aggregate {
  return {
    bulletin,
    issue,
    columns: [{title: '工作交流', articles: [articleOf([paragraph('建成书屋6个。')])]}],
    metrics: [],
    ...own
  }
}

/** A recipient that gets one copy and no label's details. */
export function recipient(name: string): Recipient {
  return {name, copies: null, address: null, postcode: null, attention: null}
}
