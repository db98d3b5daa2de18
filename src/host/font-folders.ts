/** Where fonts lie on this machine. */

import {createRequire} from 'node:module'
import {homedir} from 'node:os'
import {dirname, join} from 'node:path'
import type {FontRole} from '../model/sheet.js'

type Env = Readonly<Record<string, string | undefined>>

/**
 * The folder that `npm run fonts` fills.
 *
 * `JIANBAO_FONT_CACHE` overrides it; otherwise the platform's place for caches: `~/.cache/jianbao/fonts` on Linux.
 */
export function fontCacheFolder(env: Env = process.env, platform = process.platform, home = homedir()): string {
  if (env.JIANBAO_FONT_CACHE) {
    return env.JIANBAO_FONT_CACHE
  }
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'jianbao', 'fonts')
  }
  if (platform === 'darwin') {
    return join(home, 'Library', 'Caches', 'jianbao', 'fonts')
  }
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'jianbao', 'fonts')
}

/** Folders of the system's fonts, the user's own among them. */
export function systemFontFolders(env: Env = process.env, platform = process.platform, home = homedir()): string[] {
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA || join(home, 'AppData', 'Local')
    return [join(env.WINDIR || 'C:\\Windows', 'Fonts'), join(local, 'Microsoft', 'Windows', 'Fonts')]
  }
  if (platform === 'darwin') {
    return [
      '/System/Library/Fonts',
      '/Library/Fonts',
      join(home, 'Library', 'Fonts'),
      // Faces that newer systems fetch when they are first used: 楷体-简, 华文仿宋.
      ...['Font7', 'Font6', 'Font5'].map((name) => `/System/Library/AssetsV2/com_apple_MobileAsset_${name}`)
    ]
  }
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'fonts'),
    join(home, '.fonts')
  ]
}

/** The folder of the npm package that serves a role. */
export function npmFontFolder(role: FontRole): string {
  const require = createRequire(import.meta.url)
  return role === 'latin'
    ? dirname(require.resolve('@expo-google-fonts/tinos/package.json'))
    : join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts')
}
