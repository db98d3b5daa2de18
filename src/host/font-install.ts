/** Fetching the Fandol fonts, and saying which font serves which role. It never fails: what is missing, it says. */

import {mkdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {FontSet} from '../model/artifact.js'
import {fontRoles} from '../model/sheet.js'
import {toHostError} from './errors.js'
import {fetchFandol} from './fandol-package.js'
import {catalogue} from './font-catalogue.js'
import {fontCacheFolder} from './font-folders.js'
import {describeFonts} from './font-report.js'
import {createFonts, type FontOptions} from './fonts.js'

export interface InstallOptions extends FontOptions {
  /** Takes one line of text for people. */
  readonly say: (line: string) => void
  readonly timeoutMs?: number
  /** Puts the fonts into the folder; throws where it cannot. */
  readonly fetch?: (folder: string, timeoutMs: number) => Promise<void>
}

/**
 * Say which font serves each role, and fetch Fandol where a role would be left to the npm font.
 */
export async function installFonts(options: InstallOptions): Promise<void> {
  const {say, timeoutMs = 300_000, fetch = fetchFandol} = options
  const cacheFolder = options.cacheFolder ?? fontCacheFolder()
  const resolve = () => createFonts({...options, strict: false, cacheFolder}).resolve()
  const before = await resolve()

  if (!needsFandol(before)) {
    report('各种字体都已齐备：', before, say)
    return
  }
  if (await hasFandol(cacheFolder)) {
    report(`Fandol 字体已在 ${cacheFolder}，不必再下载：`, before, say)
    return
  }
  say('正在从 Debian 软件源下载 Fandol 字体（约 50 MB，最多等 5 分钟）……')
  try {
    await mkdir(cacheFolder, {recursive: true})
    await fetch(cacheFolder, timeoutMs)
    report(`Fandol 字体已放入 ${cacheFolder}：`, await resolve(), say)
  } catch (error) {
    const reason = toHostError(error, `写入 ${cacheFolder} `).message.split('\n')[0]?.replace(/。$/, '')
    say(`没有下载到 Fandol 字体（${reason}），不影响使用，改用程序自带的字体。`)
    report('现在使用的字体：', before, say)
  }
}

/** Whether a role has neither a font of the office nor one of the system. */
function needsFandol(fonts: FontSet): boolean {
  return fontRoles.some((role) => catalogue[role].fandol !== null && ['fandol', 'npm'].includes(fonts[role].origin))
}

async function hasFandol(folder: string): Promise<boolean> {
  const files = fontRoles.flatMap((role) => catalogue[role].fandol?.files ?? [])
  const found = await Promise.all(files.map((file) => stat(join(folder, file)).catch(() => null)))
  return found.every((entry) => entry?.isFile() && entry.size > 0)
}

function report(heading: string, fonts: FontSet, say: (line: string) => void): void {
  say(heading)
  for (const line of describeFonts(fonts)) {
    say(`  ${line}`)
  }
  if (fontRoles.some((role) => fonts[role].substitute)) {
    say('有代用字体。单位若有正版字体，请把文件放进工作区的 fonts/ 文件夹，或安装到系统。')
  }
}
