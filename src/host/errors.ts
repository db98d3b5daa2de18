/** What the machine says, in plain Chinese. */

import {HostError} from '../model/host.js'

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限。请检查文件和文件夹的权限',
  EPERM: '没有权限，或文件正被别的程序打开。请关闭打开它的程序，再检查权限',
  EBUSY: '文件正被别的程序打开。请先关闭那个程序',
  ENOSPC: '磁盘已满。请腾出空间后重试',
  EDQUOT: '磁盘配额已用完。请腾出空间后重试',
  EROFS: '磁盘是只读的。请换到可以写入的位置',
  ENOENT: '没有这个文件。请检查文件名和所在文件夹',
  EISDIR: '这是一个文件夹，不是文件',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  ELOOP: '链接互相指向，打不开',
  ENAMETOOLONG: '文件名太长。请改短',
  ERR_FS_FILE_TOO_LARGE: '文件太大，打不开。请缩小，或分成几个文件',
  EMFILE: '打开的文件太多。请稍后重试',
  EIO: '磁盘读写出错。请检查磁盘'
}

/**
 * Turn a failure of the machine into a message for people.
 *
 * @param doing - what was tried, with the path as the user gave it: `读取“content/units.yaml”`.
 * @returns the error itself where it is one for people already.
 */
export function toHostError(error: unknown, doing: string): HostError {
  if (error instanceof HostError) {
    return error
  }

  const code = errorCode(error)
  const reason = reasons[code] ?? `系统报告“${code || String(error)}”`
  return new HostError(`${doing}失败：${reason}。`, {cause: error})
}

/** The system's code of an error (`ENOENT`), or an empty text. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
