import {describe, expect, test} from 'vitest'
import {findHostileMarkdown} from '../../src/markdown/guard.js'
import {readBody} from '../../src/markdown/read.js'

const long = 1024 * 1024
const fill = (shape: string): string => shape.repeat(Math.floor(long / shape.length))

/** Each of these keeps the parser busy for minutes, or breaks its stack, when it gets there. */
const hostile: Readonly<Record<string, string>> = {
  方括号: fill('['),
  图片记号: fill('!['),
  脚注记号: fill('[^'),
  套着的链接: `${'['.repeat(100_000)}a${'](b)'.repeat(100_000)}`,
  星号: fill('*a '),
  中文加粗: fill('**一是。**正'),
  下划线: fill('_a '),
  波浪号: fill('~~a '),
  反引号: Array.from({length: 1400}, (_, index) => '`'.repeat(index)).join('a'),
  处理指令: fill('a<?'),
  注释: fill('a <!--'),
  链接标题: `${'[a](b ('.repeat(399)}${'正'.repeat(600_000)}`,
  引用号: fill('>'),
  列表号: fill('- '),
  编号: fill('1. '),
  引用列表: fill('> - '),
  脚注套脚注: fill('[^a]: '),
  套着的列表: fill('- - - - a\n\n'),
  一段一个引用: fill('> a\n\n'),
  底线标题: fill('a\n---\n'),
  没有空行的引用: `> a\n${fill('b\n')}`,
  很多列表项: fill('- a\n'),
  很多空行: fill('\n'),
  表格行: `|a|b|\n|-|-|\n${fill('|a|b|\n')}`,
  网址后的标点: fill(`www.a.b/${'.'.repeat(900)}a `)
}

describe('解析不完的正文不收', () => {
  test.each(Object.entries(hostile))('%s', (_, text) => {
    const {body, diagnostics} = readBody('content/kan/submissions/2020/gao.md', text, 4)
    expect(body).toBeNull()
    expect(diagnostics).toMatchObject([{severity: 'error', message: expect.stringMatching(/。$/)}])
    expect(diagnostics[0]?.place.start.line).toBeGreaterThan(4)
  })
})

/** What looks alike and costs nothing. */
const harmless: Readonly<Record<string, string>> = {
  一百万字一段: '正'.repeat(600_000),
  小于号: '<'.repeat(9000),
  与号: '&a;'.repeat(9000),
  井号: fill('#'),
  空格: fill(' '),
  制表符: '\t'.repeat(100_000),
  一行减号: '-'.repeat(100_000),
  列表: '- 一项\n'.repeat(500),
  表格: `|甲|乙|\n|-|-|\n${'|**一**|二|\n'.repeat(240)}`,
  一万段: '渡口边搭起了**帐篷**，等船的人排成一队。\n\n'.repeat(10_000)
}

describe('看着像、其实不费事的照收', () => {
  test.each(Object.entries(harmless))('%s', (_, text) => {
    expect(readBody('gao.md', text, 0)).toMatchObject({body: {text}, diagnostics: []})
  })
})

test('说得出在哪一行', () => {
  expect(findHostileMarkdown(`一\n\n二\n${'> '.repeat(40)}三`)).toMatchObject({line: 4, ruleId: 'body-is-not-too-deep'})
  expect(findHostileMarkdown(`${'> '.repeat(32)}三`)).toBeNull()
})
