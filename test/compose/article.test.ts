import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {composeArticle} from '../../src/compose/article.js'
import type {Block} from '../../src/model/body.js'
import {articleOf, paragraph, unit} from './example.js'

const date = {year: 2020, month: 8, day: 13}
const list: Block = {
  type: 'list',
  ordered: false,
  start: 1,
  children: [{type: 'listItem', children: [paragraph('书架')]}]
}
const table: Block = {
  type: 'table',
  align: [null],
  children: [{type: 'tableRow', children: [{type: 'tableCell', children: [{type: 'text', value: '册数'}]}]}]
}
const text = (value: string) => ({type: 'text' as const, value})

describe('titles', () => {
  test('a heading of its own, one entry a line; the outline on one line', () => {
    const article = composeArticle(articleOf([paragraph('甲。')], {title: ['西山镇：', '桥头书屋']}), date)
    expect(article.title).toEqual([[text('西山镇：')], [text('桥头书屋')]])
    expect(article.outline).toBe('西山镇：　桥头书屋')
  })

  test('run-in: opens the first paragraph in bold, closed by 。', () => {
    const article = composeArticle(
      articleOf([paragraph('甲。'), paragraph('乙。')], {articleTitles: 'run-in', credit: ''}),
      date
    )
    expect(article.title).toEqual([])
    expect(article.outline).toBe('桥头书屋')
    expect(article.children).toEqual([
      {type: 'paragraph', children: [{type: 'strong', children: [text('桥头书屋。')]}, text('甲。')]},
      paragraph('乙。')
    ])
  })

  test('run-in: lines join, and a title that ends a sentence gets no second mark', () => {
    const opening = (title: readonly string[]) =>
      composeArticle(articleOf([paragraph('甲。')], {articleTitles: 'run-in', credit: '', title}), date).children[0]
    const bold = (value: string) => ({
      type: 'paragraph',
      children: [{type: 'strong', children: [text(value)]}, text('甲。')]
    })
    expect(opening(['西山镇', '桥头书屋'])).toEqual(bold('西山镇桥头书屋。'))
    expect(opening(['桥头书屋。'])).toEqual(bold('桥头书屋。'))
    expect(opening(['书屋怎么办？'])).toEqual(bold('书屋怎么办？'))
    expect(opening(['书屋办起来了！'])).toEqual(bold('书屋办起来了！'))
    expect(opening(['他说“来吧。”'])).toEqual(bold('他说“来吧。”'))
    expect(opening(['建“书屋”'])).toEqual(bold('建“书屋”。'))
  })

  test('run-in: a body that opens with something else gets a paragraph for it', () => {
    for (const first of [list, table, {type: 'heading', level: 1, children: [text('一、建')]} as const]) {
      const article = composeArticle(articleOf([first, paragraph('乙。')], {articleTitles: 'run-in', credit: ''}), date)
      expect(article.children).toEqual([
        {type: 'paragraph', children: [{type: 'strong', children: [text('桥头书屋。')]}]},
        first,
        paragraph('乙。')
      ])
    }
  })
})

describe('credits', () => {
  test('inline: the last words of the last paragraph', () => {
    const {children} = composeArticle(articleOf([paragraph('甲。'), paragraph('乙。')]), date)
    expect(children).toEqual([paragraph('甲。'), {type: 'paragraph', children: [text('乙。'), text('（西山镇供稿）')]}])
  })

  test('line: a line of its own', () => {
    const {children} = composeArticle(articleOf([paragraph('甲。')], {creditPlacement: 'line'}), date)
    expect(children).toEqual([paragraph('甲。'), {type: 'credit', children: [text('（西山镇供稿）')]}])
  })

  test('where the body ends in a list or a table, inline ones get a line too', () => {
    for (const last of [list, table]) {
      const {children} = composeArticle(articleOf([paragraph('甲。'), last]), date)
      expect(children).toEqual([paragraph('甲。'), last, {type: 'credit', children: [text('（西山镇供稿）')]}])
    }
  })

  test('several units are joined by 、; an empty pattern prints none', () => {
    const units = [unit('西山镇'), unit('东河街道')]
    expect(composeArticle(articleOf([], {units}), date).children).toEqual([
      {type: 'credit', children: [text('（西山镇、东河街道供稿）')]}
    ])
    expect(composeArticle(articleOf([paragraph('甲。')], {credit: ''}), date).children).toEqual([paragraph('甲。')])
  })

  test('a unit’s name is never taken for a pattern', () => {
    const units = [unit('$&{units}$1')]
    expect(composeArticle(articleOf([], {units, credit: '{units}/{units}'}), date).children).toEqual([
      {type: 'credit', children: [text('$&{units}$1/$&{units}$1')]}
    ])
  })

  test('units are named as they were called on the issue’s day', () => {
    const units = [unit('西山镇', {former: [{name: '西山乡', until: {year: 2020, month: 8, day: 13}}]})]
    const credit = (day: number) => composeArticle(articleOf([], {units}), {...date, day}).children
    expect(credit(13)).toEqual([{type: 'credit', children: [text('（西山乡供稿）')]}])
    expect(credit(14)).toEqual([{type: 'credit', children: [text('（西山镇供稿）')]}])
  })
})

test('a body is never changed, only opened and closed', () => {
  const blocks = fc.array(fc.oneof(fc.string().map(paragraph), fc.constantFrom(list, table)), {minLength: 1})
  fc.assert(
    fc.property(
      blocks,
      fc.constantFrom('heading' as const, 'run-in' as const),
      fc.constantFrom('inline' as const, 'line' as const),
      (given, articleTitles, creditPlacement) => {
        const before = structuredClone(given)
        const article = articleOf(given, {articleTitles, creditPlacement})
        const words = JSON.stringify(composeArticle(article, date).children)
        expect(given).toEqual(before)
        let from = 0
        for (const block of given) {
          const inner = JSON.stringify(block.children).slice(1, -1)
          const at = words.indexOf(inner, from)
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + inner.length
        }
      }
    )
  )
})
