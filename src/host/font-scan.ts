/** Font files below folders, with what they call themselves; what was read once is remembered. */

import {mkdir, readdir, readFile, rename, stat, writeFile} from 'node:fs/promises'
import {dirname, extname, join} from 'node:path'
import {type Face, readFaces} from './font-names.js'

export interface FaceFile extends Face {
  /** Absolute. */
  readonly file: string
}

interface Remembered {
  readonly sizeBytes: number
  readonly modifiedMs: number
  readonly faces: readonly Face[]
}

type Memory = Readonly<Record<string, Remembered>>

/** Raise it when {@link Face} changes. */
const memoryVersion = 1
const fontEndings = ['.ttf', '.otf', '.ttc', '.otc']
const maxDepth = 8

/**
 * @param memoryFile - where to remember what files were found to hold; null for nowhere. It may be deleted at any time.
 * @returns faces in code-unit order of their paths, whatever order the disk gives.
 */
export async function scanFolders(folders: readonly string[], memoryFile: string | null): Promise<readonly FaceFile[]> {
  const found = await Promise.all(folders.map((folder) => fontFiles(folder, 0)))
  const files = [...new Set(found.flat())].sort()
  const memory = memoryFile === null ? {} : await recall(memoryFile)
  const now: Record<string, Remembered> = {}
  let changed = false

  await inParallel(files, async (file) => {
    const {size, mtimeMs} = await stat(file)
    const known = memory[file]
    const same = known?.sizeBytes === size && known.modifiedMs === mtimeMs
    changed ||= !same
    now[file] = same ? known : {sizeBytes: size, modifiedMs: mtimeMs, faces: await readFaces(file)}
  })

  if (memoryFile !== null && changed) {
    await remember(memoryFile, now)
  }
  return files.flatMap((file) => (now[file]?.faces ?? []).map((face) => ({...face, file})))
}

/** Fonts among files that are known already. */
export async function scanFiles(files: readonly string[]): Promise<readonly FaceFile[]> {
  const found = []
  for (const file of files.filter(isFont).sort()) {
    found.push(...(await readFaces(file)).map((face) => ({...face, file})))
  }
  return found
}

function isFont(file: string): boolean {
  return fontEndings.includes(extname(file).toLowerCase())
}

async function fontFiles(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => [])
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        return depth < maxDepth ? fontFiles(path, depth + 1) : []
      }
      return isFont(entry.name) && (entry.isFile() || (await isLinkToFile(entry.isSymbolicLink(), path))) ? [path] : []
    })
  )
  return found.flat()
}

async function isLinkToFile(link: boolean, path: string): Promise<boolean> {
  return link && (await stat(path).catch(() => null))?.isFile() === true
}

async function inParallel(files: readonly string[], work: (file: string) => Promise<void>): Promise<void> {
  const queue = [...files]
  const run = async () => {
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      // A font that vanishes while it is looked at is no font.
      await work(file).catch(() => undefined)
    }
  }
  await Promise.all(Array.from({length: 8}, run))
}

async function recall(memoryFile: string): Promise<Memory> {
  try {
    const memory: {version?: number; files?: Memory} = JSON.parse(await readFile(memoryFile, 'utf8'))
    return memory.version === memoryVersion && memory.files ? memory.files : {}
  } catch {
    return {}
  }
}

/** A cache that cannot be written is only slow. */
async function remember(memoryFile: string, files: Memory): Promise<void> {
  const temporary = `${memoryFile}.${process.pid}.tmp`
  try {
    await mkdir(dirname(memoryFile), {recursive: true})
    await writeFile(temporary, JSON.stringify({version: memoryVersion, files}))
    await rename(temporary, memoryFile)
  } catch {
    // See above.
  }
}
