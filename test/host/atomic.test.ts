import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test, vi} from 'vitest'
import {createWhole, writeWhole} from '../../src/host/atomic.js'
import {HostError} from '../../src/model/host.js'
import {temporaryFolder} from './temporary.js'

/** A disk that refuses some things, as Windows does while a file is open in Word. */
vi.mock('node:fs/promises', async (importActual) => {
  const actual = await importActual<typeof import('node:fs/promises')>()
  const refuse = (name: string, code: string, to: string) => {
    if (to.endsWith(name)) {
      throw Object.assign(new Error(code), {code})
    }
  }
  return {
    ...actual,
    rename: async (from: string, to: string) => {
      refuse('open-in-word.docx', 'EBUSY', to)
      await actual.rename(from, to)
    },
    link: async (from: string, to: string) => {
      refuse('no-links.txt', 'EPERM', to)
      await actual.link(from, to)
    }
  }
})

const target = (folder: string, path: string, text: string) => ({
  path,
  target: join(folder, path),
  bytes: new TextEncoder().encode(text)
})

test('改名途中出错，已换的都换回来，新建的都删掉', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.pdf'), '旧')
  const set = ['a.pdf', 'b.pdf', 'open-in-word.docx', 'c.pdf'].map((path) => target(folder, path, '新'))

  const failure = writeWhole(set)
  await expect(failure).rejects.toThrow(HostError)
  await expect(failure).rejects.toThrow('写入“open-in-word.docx”失败：文件正被别的程序打开')
  expect(readdirSync(folder)).toEqual(['a.pdf'])
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('旧')
})

test('磁盘没有硬链接，也能新建，也不覆盖', async () => {
  const folder = temporaryFolder()

  expect(await createWhole(target(folder, 'no-links.txt', '一'))).toBe(true)
  expect(await createWhole(target(folder, 'no-links.txt', '二'))).toBe(false)
  expect(readdirSync(folder)).toEqual(['no-links.txt'])
  expect(readFileSync(join(folder, 'no-links.txt'), 'utf8')).toBe('一')
})
