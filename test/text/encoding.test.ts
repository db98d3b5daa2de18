import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {decodeText} from '../../src/text/encoding.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => Uint8Array.from(values)
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

function utf16(text: string, bigEndian = false): Uint8Array {
  const units = Array.from({length: text.length}, (_, index) => text.charCodeAt(index))
  return Uint8Array.from(units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}

/** `标题：简报工作` and `各单位报送的信息` in GBK. */
const gbkTitle = bytes(0xb1, 0xea, 0xcc, 0xe2, 0xa3, 0xba, 0xbc, 0xf2, 0xb1, 0xa8, 0xb9, 0xa4, 0xd7, 0xf7)
const gbkLine = bytes(0xb8, 0xf7, 0xb5, 0xa5, 0xce, 0xbb, 0xb1, 0xa8, 0xcb, 0xcd, 0xb5, 0xc4, 0xd0, 0xc5, 0xcf, 0xa2)
/** `標題：簡報工作` in Big5. */
const big5Title = bytes(0xbc, 0xd0, 0xc3, 0x44, 0xa1, 0x47, 0xc2, 0xb2, 0xb3, 0xf8, 0xa4, 0x75, 0xa7, 0x40)

describe('UTF-8', () => {
  test('有无字节序标记都一样', () => {
    expect(decodeText(utf8('标题：𠮷\n正文\t完'))).toEqual({text: '标题：𠮷\n正文\t完'})
    expect(decodeText(join(bytes(0xef, 0xbb, 0xbf), utf8('标题')))).toEqual({text: '标题'})
    expect(decodeText(bytes())).toEqual({text: ''})
  })

  test('CRLF 与单独的 CR 都成为 LF', () => {
    expect(decodeText(utf8('甲\r\n乙\r丙\n丁\r\r\n'))).toEqual({text: '甲\n乙\n丙\n丁\n\n'})
  })

  test('文字原样读回', () => {
    const text = fc.string({unit: fc.constantFrom(...'简报 a1，。\n\t“”𠮷é\uFFFD')})
    fc.assert(
      fc.property(text, (written) => {
        expect(decodeText(utf8(written))).toEqual({text: written})
      })
    )
  })
})

describe('控制字符', () => {
  test.each([
    ['甲\u0007乙', 1, 2, 'U+0007'],
    ['甲\r\n乙𠮷\u0000丙', 2, 4, 'U+0000'],
    ['甲\r乙\u000B', 2, 2, 'U+000B'],
    ['\u007F', 1, 1, 'U+007F'],
    ['a\n\n\u0085', 3, 1, 'U+0085'],
    ['a\u001B[31m', 1, 2, 'U+001B'],
    ['a\uFFFF', 1, 2, 'U+FFFF'],
    ['a\uFFFE', 1, 2, 'U+FFFE'],
    ['a\uFDD0', 1, 2, 'U+FDD0'],
    ['𠮷\u{1FFFE}', 1, 3, 'U+1FFFE']
  ])('%j', (text, line, column, character) => {
    expect(decodeText(utf8(text))).toEqual({problem: 'control', line, column, character})
  })
})

describe('不是 UTF-8', () => {
  test('GBK', () => {
    expect(decodeText(gbkTitle)).toEqual({problem: 'gbk', line: 1, column: 1})
    const file = join(utf8('---\r\ntitle: '), gbkTitle, utf8('\r\n---\r\n'), gbkLine)
    expect(decodeText(file)).toEqual({problem: 'gbk', line: 2, column: 8})
  })

  test.each([
    ['UTF-16LE，有标记', join(bytes(0xff, 0xfe), utf16('标题'))],
    ['UTF-16BE，有标记', join(bytes(0xfe, 0xff), utf16('标题', true))],
    ['UTF-16LE，无标记', utf16('title: 标题：一篇简报\n正文第一段，写得不长。\n')],
    ['UTF-16BE，无标记', utf16('title: 标题：一篇简报\n正文第一段，写得不长。\n', true)],
    ['UTF-16LE 的英文，无标记', utf16('title: report\n')]
  ])('%s', (_, file) => {
    expect(decodeText(file)).toEqual({problem: 'utf16', line: 1, column: 1})
  })

  test.each([
    ['西欧文字', join(utf8('ab\ncaf'), bytes(0xe9), utf8(' au lait, na'), bytes(0xef), utf8('f')), 2, 4],
    ['Big5', big5Title, 1, 1],
    ['坏了一个字节的 UTF-8', join(utf8('第一行\n第二行'), bytes(0xe7, 0xae), utf8('第三行，文字照旧是好的。')), 2, 4],
    ['末尾缺了一截的 UTF-8', utf8('第一行\n第二行').slice(0, -1), 2, 3],
    ['代理项', join(utf8('甲'), bytes(0xed, 0xa0, 0x80)), 1, 2],
    ['过长的编码', bytes(0x61, 0xe0, 0x80, 0xaf), 1, 2],
    ['压缩文件', join(utf8('PK\u0003\u0004\u0014\u0000'), bytes(8, 0, 0x21, 0x9c, 0xf3, 0x80, 0, 0, 0xff, 0xd1)), 1, 10]
  ])('%s', (_, file, line, column) => {
    expect(decodeText(file)).toEqual({problem: 'unknown', line, column})
  })

  test('任何字节都有结果，位置不出文件', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 60}), (file) => {
        const decoded = decodeText(file)
        if ('text' in decoded) return
        expect(decoded.line).toBeGreaterThanOrEqual(1)
        expect(decoded.line + decoded.column).toBeLessThanOrEqual(file.length + 3)
      })
    )
  })
})
