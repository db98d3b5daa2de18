/** The templates of the repository: what each prints, and in what order. */

import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {composeIssue} from '../../src/compose/issue.js'
import type {AggregateColumn} from '../../src/model/aggregate.js'
import {plainText} from '../../src/model/body.js'
import type {ContentsEntry, ContentsHead, IssueBlock, MastheadPart} from '../../src/model/tree.js'
import {aggregate, articleOf, bulletin, issue, paragraph, recipient, templateOf} from './example.js'

const templates = readdirSync(new URL('../../templates/', import.meta.url)).filter((name) => name !== 'common')

const article = (id: string, lines: readonly string[]) => articleOf([paragraph(`${id}。`)], {id, tocTitle: lines})
const oneColumn = [{title: '工作交流', articles: [article('甲', ['东河：候车亭']), article('乙', ['西山：', '书屋'])]}]
const twoColumns = [...oneColumn, {title: '他山之石', articles: [article('丙', ['南坪：水渠'])]}]

/** An issue with everything that a bulletin can have. */
function printed(template: string, columns: readonly AggregateColumn[], toc = true): string[] {
  const full = aggregate({
    bulletin,
    columns,
    issue: {
      ...issue,
      identity: {...issue.identity, special: {series: '文明实践专刊', number: 34}},
      note: {children: [paragraph('请结合实际借鉴。')], footnotes: []},
      imprint: {
        classification: '工作资料　注意保存',
        toc,
        staff: [{label: '责编', value: '林晓'}],
        contacts: [{label: '电话', value: '0000-000000'}],
        printRun: 30,
        copyNumbers: null,
        permit: '青简字0001号'
      },
      distribution: {
        kept: 0,
        recipients: {
          报: [recipient('市文明办')],
          送: [recipient('县人大')],
          发: [recipient('各镇')]
        }
      }
    }
  })
  const {value, diagnostics} = composeIssue(full, templateOf(template), `templates/${template}/issue.hbs`)
  expect(diagnostics).toEqual([])
  return (value?.children ?? []).flatMap(told)
}

/** A line a node: what it is, and its words. */
function told(block: IssueBlock): string[] {
  switch (block.type) {
    case 'masthead':
      return block.children.map(toldPart)
    case 'contents':
      return block.children.map(({type, children}: ContentsHead | ContentsEntry) => {
        const words = children.map((node) => (node.type === 'break' ? '／' : plainText([node])))
        return `${type} ${words.join('')}`
      })
    case 'columnHead':
      return [`columnHead ${plainText(block.children)}`]
    case 'article':
      return [`article ${block.id}`]
    case 'editorNote':
      return ['editorNote']
    case 'colophon':
      return block.children.map((part) =>
        part.type === 'distribution' ? `distribution ${part.label}` : `${part.type} ${plainText(part.children)}`
      )
  }
}

function toldPart(part: MastheadPart): string {
  if (part.type !== 'imprint') return `${part.type} ${plainText(part.children)}`
  return `imprint ${part.issuers.map(plainText).join('、')} ${plainText(part.date)}`
}

test('the handbook’s table of elements names partials that are there', () => {
  const handbook = readFileSync(new URL('../../README.zh-CN.md', import.meta.url), 'utf8')
  const rows =
    handbook
      .match(/^\| 项目 \| 杭州 .*\n(?:\|.*\n)+/m)?.[0]
      .trim()
      .split('\n')
      .slice(2) ?? []
  const named = rows.flatMap((row) => row.split('|')[6]?.match(/(?<=`)[a-z-]+(?=`)/g) ?? [])
  const files = readdirSync(new URL('../../templates/', import.meta.url), {recursive: true, encoding: 'utf8'})
  const partials = new Set(files.map((path) => /partials[\\/](.+)\.hbs$/.exec(path)?.[1]))
  expect(rows.length).toBeGreaterThan(20)
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((name) => !partials.has(name))).toEqual([])
})

test('these are the templates', () => {
  expect(templates).toEqual(['hangzhou', 'hunan', 'jiangsu', 'shoudu', 'standard'])
})

describe.each(templates)('%s', (template) => {
  test('prints everything that an issue has, in its order', async () => {
    await expect(`${printed(template, oneColumn).join('\n')}\n`).toMatchFileSnapshot(`golden/${template}.txt`)
  })

  test('several columns: each has its head in the contents and in the text', () => {
    const lines = printed(template, twoColumns)
    for (const title of ['工作交流', '他山之石']) {
      expect(lines.filter((line) => line.includes(`【${title}】`))).toEqual([
        `contentsHead 【${title}】`,
        `columnHead 【${title}】`
      ])
    }
  })

  test('without contents: the head of the only column stands in the text', () => {
    const lines = printed(template, oneColumn, false)
    expect(lines.filter((line) => /^contents|【工作交流】/.test(line))).toEqual(['columnHead 【工作交流】'])
  })
})
