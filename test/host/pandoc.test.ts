import {setTimeout} from 'node:timers/promises'
import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, expect, test} from 'vitest'
import {createPandoc} from '../../src/host/pandoc.js'
import {HostError, type Pandoc, type PandocInput} from '../../src/model/host.js'
import {bundle, removeBundle} from './bundled.js'

const pixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64'
  )
)
const input: PandocInput = {
  from: 'commonmark_x',
  to: 'html5',
  text: '# 工作动态\n\n开展活动**3次**。[^1]\n\n![现场](pictures/a.png)\n\n[^1]: 截至8月。\n',
  resources: [{path: 'pictures/a.png', bytes: pixel}],
  metadata: {title: '*简报*: 第1期', lang: 'zh-CN', date: '2020-08-13'}
}
let workerFile = ''
let pandoc: Pandoc

beforeAll(async () => {
  workerFile = await bundle('src/host/pandoc-wasm-worker.ts', 'pandoc-wasm-worker')
  pandoc = createPandoc({engine: 'npm', workerFile})
  return () => removeBundle(workerFile)
})

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('网页：独立成篇，图片在里面', async () => {
  const html = text(await pandoc.convert(input))

  expect(html).toContain('<!DOCTYPE html>')
  expect(html).toContain('<title>*简报*: 第1期</title>')
  expect(html).toContain(`data:image/png;base64,${Buffer.from(pixel).toString('base64')}`)
})

test('纯文本', async () => {
  const plain = text(await pandoc.convert({...input, to: 'plain'}))

  expect(plain).toContain('工作动态')
  expect(plain).toContain('开展活动3次。')
  expect(plain).not.toContain('简报')
})

test('odt：图片和日期', async () => {
  const parts = unzipSync(await pandoc.convert({...input, to: 'odt'}))

  expect(strFromU8(parts['content.xml'] ?? new Uint8Array())).toContain('工作动态')
  expect(Buffer.compare(parts['Pictures/0.png'] ?? new Uint8Array(), pixel)).toBe(0)
  expect(strFromU8(parts['meta.xml'] ?? new Uint8Array())).toContain('<dc:date>2020-08-13T12:00:00Z</dc:date>')
})

test('同样的稿子，隔两秒，换个进程，字节相同', async () => {
  const formats = ['html5', 'odt', 'epub', 'plain']
  const convertAll = (with_: Pandoc, order: readonly string[]) =>
    Promise.all(order.map((to) => with_.convert({...input, to})))
  const first = await convertAll(pandoc, formats)
  await setTimeout(2100)
  const again = (await convertAll(pandoc, [...formats].reverse())).reverse()
  const fresh = await convertAll(createPandoc({engine: 'npm', workerFile}), formats)

  for (const [index, bytes] of first.entries()) {
    expect(Buffer.compare(bytes, again[index] ?? new Uint8Array()), formats[index]).toBe(0)
    expect(Buffer.compare(bytes, fresh[index] ?? new Uint8Array()), formats[index]).toBe(0)
  }
})

test('没有日期的，也不盖今天的戳', async () => {
  const parts = unzipSync(await pandoc.convert({...input, to: 'odt', metadata: {title: '简报'}}))

  expect(strFromU8(parts['meta.xml'] ?? new Uint8Array())).toContain('<dc:date>1980-01-01T00:00:00Z</dc:date>')
})

test.each(['missing.png', '/etc/passwd', '../../etc/passwd', 'file:///etc/passwd', 'http://127.0.0.1:9/x.png'])(
  '没有给它的图片读不到，也不悄悄略去：%s',
  async (path) => {
    const failure = pandoc.convert({...input, text: `![图](${path})`})

    await expect(failure).rejects.toThrow(HostError)
    await expect(failure).rejects.toThrow('转换成 html5 时 pandoc 出错')
  }
)

test('格式名写错', async () => {
  await expect(pandoc.convert({...input, to: 'nothing'})).rejects.toThrow(/pandoc 出错：\n.*nothing/)
  await expect(pandoc.convert({...input, to: './script.lua'})).rejects.toThrow('没有名为“./script.lua”的格式')
})

test('超过时限就停，下一次照常', async () => {
  const hurried = createPandoc({engine: 'npm', workerFile, timeoutMs: 20})

  await expect(hurried.convert(input)).rejects.toThrow('已停止')
  expect(text(await pandoc.convert({...input, to: 'plain'}))).toContain('工作动态')
})

test('转换程序不见了', async () => {
  const lost = createPandoc({engine: 'npm', workerFile: '/nowhere/worker.js'})

  await expect(lost.convert(input)).rejects.toThrow('转换程序意外退出')
})
