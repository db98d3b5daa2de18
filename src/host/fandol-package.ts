/** Fandol out of Debian's texlive-lang-chinese, without root: apt checks the signatures, nothing is installed. */

import {copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {execa} from 'execa'
import {HostError} from '../model/host.js'
import {readFaces} from './font-names.js'

const packageName = 'texlive-lang-chinese'
const fontName = /^Fandol(?:Fang|Hei|Kai|Song)-\w+\.otf$/

/**
 * @param folder - must exist; the fonts and their licence are moved into it, each whole.
 * @throws {HostError} with the reason in one line.
 */
export async function fetchFandol(folder: string, timeoutMs: number): Promise<void> {
  // Beside its goal, so that files can be renamed into it.
  const work = await mkdtemp(join(folder, '.download-'))
  const cancelSignal = AbortSignal.timeout(timeoutMs)

  try {
    const archive = await download(work, cancelSignal)
    const files = await unpack(archive, work, cancelSignal)
    await moveFonts(files, folder)
  } catch (error) {
    if (cancelSignal.aborted) {
      throw new HostError(`${Math.ceil(timeoutMs / 60_000)}分钟内没有下载完`)
    }
    throw error
  } finally {
    await rm(work, {recursive: true, force: true})
  }
}

async function download(work: string, cancelSignal: AbortSignal): Promise<string> {
  const first = await tryDownload(work, [], cancelSignal)
  if (first.code === 'ENOENT') {
    throw new HostError('这台机器没有 apt-get')
  }
  // Without package lists, fetch some of our own: the system's are root's.
  const last = first.failed ? await downloadWithOwnLists(work, cancelSignal) : first
  const archive = (await readdir(work)).find((name) => name.endsWith('.deb'))
  if (last.failed || archive === undefined) {
    throw new HostError(reasonOf([first.stderr, last.stderr].join('\n')))
  }
  return join(work, archive)
}

async function downloadWithOwnLists(work: string, cancelSignal: AbortSignal) {
  const lists = join(work, 'lists')
  const cache = join(work, 'cache')
  await mkdir(join(lists, 'partial'), {recursive: true})
  await mkdir(join(cache, 'archives', 'partial'), {recursive: true})
  const own = ['-o', `Dir::State::Lists=${lists}`, '-o', `Dir::Cache=${cache}`]
  const update = await aptGet([...own, 'update'], work, cancelSignal)
  const outcome = await tryDownload(work, own, cancelSignal)
  return {failed: outcome.failed, stderr: `${update.stderr}\n${outcome.stderr}`}
}

function tryDownload(work: string, options: readonly string[], cancelSignal: AbortSignal) {
  return aptGet([...options, 'download', packageName], work, cancelSignal)
}

function aptGet(options: readonly string[], cwd: string, cancelSignal: AbortSignal) {
  // apt's own user cannot write into a folder of ours.
  const asRoot = process.getuid?.() === 0 ? ['-o', 'APT::Sandbox::User=root'] : []
  const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::https::Timeout=20']
  return execa('apt-get', ['-q', ...asRoot, ...patience, ...options], {
    cwd,
    cancelSignal,
    stdin: 'ignore',
    env: {LC_ALL: 'C.UTF-8'},
    reject: false
  })
}

function reasonOf(stderr: string): string {
  if (/Failed to fetch|resolving|Could not connect|timed out|unreachable/i.test(stderr)) {
    return '连不上 Debian 软件源，请检查网络'
  }
  const complaint = stderr.split('\n').find((line) => line.startsWith('E: '))
  return `apt-get 下载失败：${complaint?.slice(3, 200) ?? '原因不明'}`
}

/** Only what is wanted of 50 MB, as a stream. */
async function unpack(archive: string, work: string, cancelSignal: AbortSignal): Promise<readonly string[]> {
  const goal = join(work, 'unpacked')
  await mkdir(goal)
  const wanted = ['*/public/fandol/Fandol*.otf', '*/fonts/fandol/COPYING*']
  const source = execa('dpkg-deb', ['--fsys-tarfile', archive], {cancelSignal, buffer: false})
  await source.pipe('tar', ['--extract', '--no-same-owner', '--wildcards', '--directory', goal, ...wanted], {
    cancelSignal
  })
  const entries = await readdir(goal, {recursive: true, withFileTypes: true})
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function moveFonts(files: readonly string[], folder: string): Promise<void> {
  const fonts = files.filter((file) => fontName.test(basename(file)))
  const licence = files.find((file) => basename(file).startsWith('COPYING'))
  if (fonts.length === 0 || licence === undefined) {
    throw new HostError('软件包里没有 Fandol 字体')
  }
  await copyLicence(licence, join(folder, 'Fandol-COPYING.txt'))
  for (const font of fonts) {
    if ((await readFaces(font)).length === 0) {
      throw new HostError(`字体文件 ${basename(font)} 已损坏`)
    }
    await rename(font, join(folder, basename(font)))
  }
}

async function copyLicence(from: string, to: string): Promise<void> {
  if (from.endsWith('.gz')) {
    await writeFile(to, gunzipSync(await readFile(from)))
  } else {
    await copyFile(from, to)
  }
}
