/** Bad files that are made here, because editors and git would mend or choke on them. */

import {expect, test} from 'vitest'
import {checkWorkspace, inputFile, messagesOf, withInput} from './workspace.js'

const text = '---\ntitle: 渡口义诊\nunits: linhe\n---\n\n渡口边搭起了帐篷。\n'
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value)
const found = (input: string | Uint8Array): string => messagesOf(checkWorkspace(withInput(input)))

test('GBK 编码的文件认得出来，并说明怎样另存', () => {
  // “标题渡口” and more in GBK.
  const gbk = Uint8Array.from([
    ...utf8('---\ntitle: '),
    ...[0xb6, 0xc9, 0xbf, 0xda, 0xd2, 0xe5, 0xd5, 0xef],
    ...utf8('\nunits: linhe\n---\n\n'),
    ...[0xb6, 0xc9, 0xbf, 0xda, 0xb1, 0xdf, 0xb4, 0xee, 0xc6, 0xf0, 0xc1, 0xcb, 0xd5, 0xca, 0xc5, 0xf1, 0xa1, 0xa3]
  ])
  expect(found(gbk)).toBe(
    `${inputFile}:2:8: 错误: 这个文件是 GBK 编码，本程序只读 UTF-8。` +
      '请用记事本等编辑器打开，选“另存为”，编码选 UTF-8，再保存。 [file-is-utf8]\n'
  )
})

test('UTF-16 编码的文件认得出来', () => {
  const utf16 = new Uint8Array(2 + text.length * 2)
  utf16.set([0xff, 0xfe])
  Array.from({length: text.length}, (_, index) =>
    utf16.set([text.charCodeAt(index) & 0xff, text.charCodeAt(index) >> 8], 2 + index * 2)
  )
  expect(found(utf16)).toContain(':1:1: 错误: 这个文件是 UTF-16 编码')
})

test('BOM 可以有，行列不受影响', () => {
  expect(found(`\uFEFF${text}`)).toBe('')
  expect(found(`\uFEFF${text.replace('units', 'unit')}`)).toBe(
    `${inputFile}:3:1: 错误: 不认识的键“unit”。是否为“units”？ [key-is-known]\n`
  )
})

test('CRLF 与 LF 结果一样', () => {
  const crlf = text.replaceAll('\n', '\r\n')
  expect(found(crlf)).toBe('')
  const submission = (input: string) => checkWorkspace(withInput(input)).submissions.get(inputFile)
  expect(submission(crlf)).toEqual(submission(text))
})

test('控制字符不收，并说出在哪里', () => {
  expect(found(text.replace('帐篷', '帐\u0007篷'))).toBe(
    `${inputFile}:6:8: 错误: 此处有看不见的控制字符（U+0007）。请删去它，再保存。 [file-has-no-control-characters]\n`
  )
})

test('5 MB 的文件不收，不逐字去读', () => {
  expect(found(text + '渡口边搭起了帐篷。\n\n'.repeat(180_000))).toBe(
    `${inputFile}:1:1: 错误: 文件超过 2 MB，不作处理。请删去多余内容，或分成几个文件。 [file-is-small-enough]\n`
  )
})

test('一万段的来稿照常收', () => {
  const checked = checkWorkspace(withInput(text + '\n渡口边搭起了**帐篷**，等船的人排成一队。\n'.repeat(10_000)))
  expect(messagesOf(checked)).toBe('')
  expect(checked.submissions.get(inputFile)?.body.children).toHaveLength(10_001)
})

test('按刊物的设置提高、降低或关闭规则；注释使规则在一处不出声', () => {
  const warned = '---\ntitle: 渡口义诊\nunits: linhe\nmetrics: {志愿者: 12支}\n---\n\n渡口边搭起了帐篷。\n'
  const set = (severity: string): string => {
    const files = new Map(withInput(warned))
    const bulletin = new TextDecoder().decode(files.get('content/kan/bulletin.yaml'))
    files.set(
      'content/kan/bulletin.yaml',
      utf8(bulletin.replace('rules: {', `rules: {figure-measure-fits: ${severity}, `))
    )
    return messagesOf(checkWorkspace(files))
  }
  expect(found(warned)).toContain(': 警告: ')
  expect(set('error')).toContain(': 错误: ')
  expect(set('info')).toContain(': 提示: ')
  expect(set('off')).toBe('')
})
