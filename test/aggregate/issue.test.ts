import {describe, expect, test} from 'vitest'
import {aggregateIssue} from '../../src/aggregate/issue.js'
import type {ArticleEntry} from '../../src/model/issue.js'
import type {Metric} from '../../src/model/metric.js'
import {startOf} from '../../src/model/place.js'
import type {Registry} from '../../src/model/registry.js'
import type {Submission} from '../../src/model/submission.js'
import {bulletin, issue, submission, unit} from '../compose/example.js'

function entry(slug: string, own: Partial<ArticleEntry> = {}): ArticleEntry {
  const plain = {title: null, tocTitle: null, credit: null, creditPlacement: null, articleTitles: null}
  return {slug, ...plain, place: startOf(issue.file), ...own}
}

function metric(id: string): Metric {
  return {
    id,
    label: id,
    aliases: [],
    measure: '人',
    equivalents: [],
    kind: 'stock',
    precision: 0,
    definedAt: startOf('content/metrics.yaml')
  }
}

const registry: Registry = {
  units: new Map([unit('xishan'), unit('donghe')].map((each) => [each.id, each])),
  metrics: new Map(['volunteers', 'hours', 'rooms'].map((id) => [id, metric(id)])),
  unitsByName: new Map(),
  metricsByName: new Map()
}

function figure(id: string, value: string) {
  const quantity = {kind: 'quantity', value, qualifier: 'exactly', measure: '人', text: value} as const
  return {metric: id, figure: quantity, place: startOf('a.md')}
}

function gather(entries: readonly ArticleEntry[], filed: readonly Submission[]) {
  const wanted = {...issue, columns: [{title: null, articles: entries}]}
  return aggregateIssue(wanted, bulletin, new Map(filed.map((each) => [each.slug, each])), registry)
}

describe('articles', () => {
  test('take what the submission and the bulletin say', () => {
    const filed = submission('a', {title: ['西山镇：', '桥头书屋'], units: ['donghe', 'xishan']})
    expect(gather([entry('a')], [filed]).columns[0]?.articles[0]).toEqual({
      id: 'a',
      submission: filed,
      title: ['西山镇：', '桥头书屋'],
      tocTitle: ['西山镇：　桥头书屋'],
      units: [unit('donghe'), unit('xishan')],
      credit: bulletin.credit,
      creditPlacement: 'inline',
      articleTitles: 'heading',
      body: filed.body
    })
  })

  test('take what the issue says instead, an empty credit too', () => {
    const wish = {title: ['书屋'], credit: '', creditPlacement: 'line', articleTitles: 'run-in'} as const
    const [first] = gather([entry('a', wish)], [submission('a')]).columns[0]?.articles ?? []
    expect(first).toMatchObject({...wish, tocTitle: ['书屋']})
    const lines = ['短', '又短']
    expect(gather([entry('a', {tocTitle: lines})], [submission('a')]).columns[0]?.articles[0]?.tocTitle).toEqual(lines)
  })

  test('stand in the issue’s order', () => {
    const filed = [submission('a'), submission('b'), submission('c')]
    const {columns} = gather([entry('c'), entry('a'), entry('b')], filed)
    expect(columns[0]?.articles.map(({id}) => id)).toEqual(['c', 'a', 'b'])
  })

  test('one that is not on file is a bug', () => {
    expect(() => gather([entry('a')], [])).toThrow(RangeError)
    expect(() => gather([entry('a')], [submission('a', {units: ['none']})])).toThrow(RangeError)
  })
})

test('figures stand by metric in the registry’s order, then in the articles’', () => {
  const filed = [
    submission('a', {units: ['xishan'], figures: [figure('hours', '3'), figure('volunteers', '5')]}),
    submission('b', {units: ['donghe'], figures: [figure('volunteers', '7')]})
  ]
  const {metrics} = gather([entry('b'), entry('a')], filed)
  expect(metrics.map(({metric: {id}, reports}) => [id, reports.map(({units}) => units[0]?.id)])).toEqual([
    ['volunteers', ['donghe', 'xishan']],
    ['hours', ['xishan']]
  ])
})
