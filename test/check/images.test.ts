import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {imagesOf, inspectImage, resolveImage} from '../../src/check/images.js'
import {readSubmission} from '../../src/read/submission.js'
import {fixtures} from './workspace.js'

const file = 'content/kan/submissions/2020/gao.md'
const png = new Uint8Array(readFileSync(join(fixtures, 'check-base/content/kan/submissions/2020/tu.png')))

/** 3 × 2 pixels, one image with a colour table of two. */
const gif = Uint8Array.from([
  ...[0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 3, 0, 2, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
  ...[0x21, 0xf9, 4, 0, 0, 0, 0, 0],
  ...[0x2c, 0, 0, 0, 0, 3, 0, 2, 0, 0, 2, 2, 0x84, 0x51, 0, 0x3b]
])
/** 3 × 2 pixels; a thumbnail with an end of its own in its APP1; stuffed and restart bytes in its scan. */
const jpg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xe1, 0, 8, 0xff, 0xd8, 0xff, 0xd9, 0, 0],
  ...[0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0],
  ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]
])

test.each([
  ['tu.png', 'content/kan/submissions/2020/tu.png'],
  ['./tu/a.png', 'content/kan/submissions/2020/tu/a.png'],
  ['../2019/tu.png', 'content/kan/submissions/2019/tu.png'],
  ['wo%20de.png', 'content/kan/submissions/2020/wo de.png'],
  ['%E5%9B%BE.png', 'content/kan/submissions/2020/图.png'],
  ['100%.png', 'content/kan/submissions/2020/100%.png'],
  ['../../../../README.md', null],
  ['..%2f..%2f..%2f..%2fetc/passwd', null],
  ['../../../../content-of-others/a.png', null],
  ['/etc/passwd', null],
  ['%2fetc%2fpasswd', null],
  ['//example.cn/a.png', null],
  ['https://example.cn/a.png', null],
  ['file:///etc/passwd', null],
  ['data:image/png;base64,AAAA', null],
  ['C:\\tu.png', null],
  ['..\\tu.png', null],
  ['tu.png\0.txt', null],
  ['', null],
  ['../', null]
])('图片地址 %j → %j', (url, path) => {
  expect(resolveImage(url, file)).toBe(path)
})

test('图片地址再怎么写也出不了 content', () => {
  const parts = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    '%2e',
    '%2f',
    '%5c',
    'a',
    'content',
    ':',
    '\0',
    '~',
    '%',
    '?',
    '#'
  )
  fc.assert(
    fc.property(fc.array(parts, {maxLength: 12}), (written) => {
      const path = resolveImage(written.join(''), file)
      if (path === null) return
      expect(path.startsWith('content/')).toBe(true)
      expect(path.split('/')).not.toContain('..')
      expect(path).not.toMatch(/[\\\0]/)
    })
  )
})

test('正文中的图片各列一次，引用式的也算', () => {
  const text = '---\ntitle: 甲\nunits: 乙\n---\n\n![一](a.png)\n\n![二](a.png)\n\n![三][t]\n\n[t]: ../b.png\n'
  const raw = readSubmission(
    {path: file, bytes: new TextEncoder().encode(text)},
    {bulletin: 'kan', year: 2020, slug: 'gao'}
  )
  expect(imagesOf(raw)).toEqual([
    {url: 'a.png', path: 'content/kan/submissions/2020/a.png'},
    {url: '../b.png', path: 'content/kan/submissions/b.png'}
  ])
})

test('按内容而不按文件名认图片', () => {
  expect(inspectImage(png)).toMatchObject({format: 'png', widthPx: 8, heightPx: 6})
  expect(inspectImage(gif)).toMatchObject({format: 'gif', widthPx: 3, heightPx: 2})
  expect(inspectImage(jpg)).toMatchObject({format: 'jpg', widthPx: 3, heightPx: 2})
  expect(
    inspectImage(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>'))
  ).toBeNull()
  expect(inspectImage(new Uint8Array())).toBeNull()
})

test('截断的、尺寸离谱的图片不收', () => {
  for (const whole of [png, gif, jpg]) {
    for (let length = 0; length < whole.length; length++) {
      expect(inspectImage(whole.subarray(0, length))).toBeNull()
    }
    expect(inspectImage(Uint8Array.from([...whole, 0, 0xff, 0xd8]))).not.toBeNull()
  }
  const huge = png.slice()
  huge.set([0x7f, 0xff, 0xff, 0xff], 16)
  expect(inspectImage(huge)).toBeNull()
})

test('任何字节都不会出错', () => {
  const heads = fc.constantFrom(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    []
  )
  fc.assert(
    fc.property(heads, fc.uint8Array({maxLength: 200}), (head, rest) => {
      inspectImage(Uint8Array.from([...head, ...rest]))
    })
  )
})
