import {execFile} from 'node:child_process'
import {existsSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {execa} from 'execa'
import fc from 'fast-check'
import {beforeAll, describe, expect, test} from 'vitest'
import {createFiles} from '../../src/host/files.js'
import {HostError} from '../../src/model/host.js'
import {bundle, removeBundle} from './bundled.js'
import {temporaryFolder} from './temporary.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const file = (path: string, text: string) => ({path, bytes: bytes(text)})

/** A workspace beside a folder that it must not reach. */
function scene() {
  const root = temporaryFolder()
  const workspace = join(root, 'workspace')
  mkdirSync(join(workspace, 'content'), {recursive: true})
  mkdirSync(join(root, 'elsewhere'))
  writeFileSync(join(root, 'elsewhere', 'secret.md'), '内部')
  return {root, workspace, files: createFiles(workspace)}
}

describe('list', () => {
  test('按码元顺序，不列点文件，不进链接的文件夹', async () => {
    const {root, workspace, files} = scene()
    for (const name of ['b.md', 'B.md', '乙.md', 'a/z.md', 'a-1.md', '.hidden.md', '.git/x']) {
      await createFiles(workspace).writeAll([file(`content/${name}`, name)])
    }
    symlinkSync(join(root, 'elsewhere'), join(workspace, 'content', 'linked'))

    expect(await files.list('content')).toEqual([
      'content/B.md',
      'content/a-1.md',
      'content/a/z.md',
      'content/b.md',
      'content/linked',
      'content/乙.md'
    ])
    expect(await files.list('./content/a')).toEqual(['content/a/z.md'])
  })

  test('没有的文件夹是空的，工作区之外的是错误', async () => {
    const {root, workspace, files} = scene()
    symlinkSync(join(root, 'elsewhere'), join(workspace, 'out'))

    expect(await files.list('nothing')).toEqual([])
    await expect(files.list('..')).rejects.toThrow(HostError)
    await expect(files.list('out')).rejects.toThrow('“out”指向工作区之外')
  })

  test('不列管道，读它会一直等', async () => {
    const {workspace, files} = scene()
    await promisify(execFile)('mkfifo', [join(workspace, 'content', 'pipe.md')])

    expect(await files.list('content')).toEqual([])
    await expect(files.read('content/pipe.md')).rejects.toThrow('不是普通文件')
  })
})

describe('stat 和 read', () => {
  test('工作区里的文件和链接', async () => {
    const {workspace, files} = scene()
    writeFileSync(join(workspace, 'content', 'a.md'), '甲')
    symlinkSync('a.md', join(workspace, 'content', 'b.md'))

    expect(await files.stat('content/b.md')).toEqual({kind: 'file', sizeBytes: 3, target: 'content/a.md'})
    expect((await files.stat('content'))?.kind).toBe('directory')
    expect(await files.stat('content/none.md')).toBeNull()
    expect(new TextDecoder().decode(await files.read('content/b.md'))).toBe('甲')
  })

  test.each([
    '../elsewhere/secret.md',
    'content/../../elsewhere/secret.md',
    '/etc/passwd',
    'C:\\secret.md',
    '..\\x',
    'a\0b'
  ])('写法上就出去的路径：%j', async (path) => {
    const {files} = scene()

    expect((await files.stat(path))?.target).toBe(null)
    await expect(files.read(path)).rejects.toThrow(HostError)
    await expect(files.writeAll([file(path, '')])).rejects.toThrow(HostError)
    await expect(files.create(file(path, ''))).rejects.toThrow(HostError)
  })

  test('经链接出去的路径', async () => {
    const {root, workspace, files} = scene()
    symlinkSync(join(root, 'elsewhere', 'secret.md'), join(workspace, 'content', 'a.md'))
    symlinkSync(join(root, 'elsewhere'), join(workspace, 'content', 'folder'))

    for (const path of ['content/a.md', 'content/folder/secret.md']) {
      expect(await files.stat(path)).toEqual({kind: 'other', sizeBytes: 0, target: null})
      await expect(files.read(path)).rejects.toThrow(`“${path}”指向工作区之外`)
    }
    await expect(files.writeAll([file('content/folder/new/x.md', '')])).rejects.toThrow('指向工作区之外')
    expect(readdirSync(join(root, 'elsewhere'))).toEqual(['secret.md'])
  })

  test('名字只是开头相同的邻居也在外面', async () => {
    const {root, workspace, files} = scene()
    mkdirSync(join(root, 'workspace-2'))
    writeFileSync(join(root, 'workspace-2', 'x.md'), '')
    symlinkSync(join(root, 'workspace-2', 'x.md'), join(workspace, 'x.md'))

    expect((await files.stat('x.md'))?.target).toBe(null)
  })

  test('工作区自己可以是链接', async () => {
    const {root, workspace} = scene()
    writeFileSync(join(workspace, 'a.md'), '甲')
    symlinkSync(workspace, join(root, 'link'))
    const files = createFiles(join(root, 'link'))

    expect((await files.read('a.md')).length).toBe(3)
    await files.writeAll([file('b.md', '乙')])
    expect(readFileSync(join(workspace, 'b.md'), 'utf8')).toBe('乙')
  })

  test('读不到时说明原因', async () => {
    const {files} = scene()

    await expect(files.read('content/none.md')).rejects.toThrow('读取“content/none.md”失败：没有这个文件')
    await expect(files.read('content')).rejects.toThrow('不是普通文件')
    await expect(files.stat(`content/${'长'.repeat(300)}`)).rejects.toThrow('文件名太长')
  })

  test('任何路径都读不到工作区之外', async () => {
    const {workspace, files} = scene()
    const part = fc.constantFrom('..', '.', '', 'content', 'elsewhere', 'secret.md', 'workspace', '/')
    writeFileSync(join(workspace, 'content', 'a.md'), '公开')

    await fc.assert(
      fc.asyncProperty(fc.array(part, {maxLength: 6}), async (parts) => {
        const read = await files.read(parts.join('/')).catch(() => null)
        expect(read === null ? '' : new TextDecoder().decode(read)).not.toBe('内部')
      })
    )
  })
})

describe('writeAll', () => {
  test('建文件夹，换内容，保留权限，不留临时文件', async () => {
    const {workspace, files} = scene()
    await files.writeAll([file('out/a/b.txt', '旧')])
    const before = statSync(join(workspace, 'out/a/b.txt')).mode
    await files.writeAll([file('out/a/b.txt', '新'), file('out/c.txt', '')])

    expect(readFileSync(join(workspace, 'out/a/b.txt'), 'utf8')).toBe('新')
    expect(statSync(join(workspace, 'out/a/b.txt')).mode).toBe(before)
    expect(readdirSync(join(workspace, 'out'), {recursive: true}).sort()).toEqual(['a', 'a/b.txt', 'c.txt'])
  })

  test('一个写不成，其余都不变', async () => {
    const {workspace, files} = scene()
    await files.writeAll([file('out/a.txt', '旧'), file('blocked', '是文件')])
    mkdirSync(join(workspace, 'out', 'folder'))

    for (const path of ['blocked/x.txt', 'out/folder', '../x.txt']) {
      const set = [file('out/a.txt', '新'), file('out/new.txt', '新'), file(path, '新')]
      await expect(files.writeAll(set)).rejects.toThrow(HostError)
      expect(readFileSync(join(workspace, 'out/a.txt'), 'utf8')).toBe('旧')
      expect(readdirSync(join(workspace, 'out')).sort()).toEqual(['a.txt', 'folder'])
    }
  })

  test('代替链接本身，不写到它指的地方', async () => {
    const {root, workspace, files} = scene()
    symlinkSync(join(root, 'elsewhere', 'secret.md'), join(workspace, 'content', 'a.md'))
    await files.writeAll([file('content/a.md', '甲')])

    expect(readFileSync(join(root, 'elsewhere', 'secret.md'), 'utf8')).toBe('内部')
    expect(readFileSync(join(workspace, 'content', 'a.md'), 'utf8')).toBe('甲')
  })

  test('硬链接的另一头不变', async () => {
    const {workspace, files} = scene()
    await files.writeAll([file('a.txt', '旧')])
    linkSync(join(workspace, 'a.txt'), join(workspace, 'b.txt'))
    await files.writeAll([file('a.txt', '新')])

    expect(readFileSync(join(workspace, 'b.txt'), 'utf8')).toBe('旧')
  })
})

describe('create', () => {
  test('已有的不动', async () => {
    const {workspace, files} = scene()

    expect(await files.create(file('content/001.yaml', '一'))).toBe(true)
    expect(await files.create(file('content/001.yaml', '二'))).toBe(false)
    expect(readFileSync(join(workspace, 'content/001.yaml'), 'utf8')).toBe('一')
    expect(readdirSync(join(workspace, 'content'))).toEqual(['001.yaml'])
  })

  test('同时建，只有一个成', async () => {
    const {files} = scene()
    const made = await Promise.all(Array.from({length: 20}, (_, index) => files.create(file('x.yaml', `${index}`))))

    expect(made.filter(Boolean)).toHaveLength(1)
  })
})

describe('withLock', () => {
  let script = ''
  beforeAll(async () => {
    script = await bundle('test/host/lock-holder.ts', 'lock-holder')
    return () => removeBundle(script)
  })

  test('两个进程轮流，一个数也不丢', async () => {
    const {workspace} = scene()
    writeFileSync(join(workspace, 'count'), '0')
    await Promise.all([1, 2].map(() => execa(process.execPath, [script, workspace, 'add', '8'])))

    expect(readFileSync(join(workspace, 'count'), 'utf8')).toBe('16')
    expect(readdirSync(workspace).sort()).toEqual(['content', 'count'])
  })

  test('持有者死了，锁能接过来', async () => {
    const {workspace} = scene()
    const holder = execa(process.execPath, [script, workspace, 'hold', '0'], {reject: false, buffer: false})
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    holder.kill('SIGKILL')
    await holder
    expect(existsSync(join(workspace, '.count.lock'))).toBe(true)

    const files = createFiles(workspace, {staleMs: 2000, waitMs: 8000})
    expect(await files.withLock('count', async () => '接到了')).toBe('接到了')
  })

  test('等不到时说明', async () => {
    const {workspace, files} = scene()
    const impatient = createFiles(workspace, {waitMs: 200})

    await files.withLock('count', async () => {
      await expect(impatient.withLock('count', async () => 1)).rejects.toThrow('正被另一个 jianbao 使用')
    })
  })

  test('出错也放开', async () => {
    const {files} = scene()
    await expect(
      files.withLock('count', async () => {
        throw new Error('出错')
      })
    ).rejects.toThrow('出错')
    expect(await files.withLock('count', async () => 1)).toBe(1)
  })
})
