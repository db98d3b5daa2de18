/** Pictures of a body: where they lie, and what they are. */

import {createHash} from 'node:crypto'
import {posix} from 'node:path'
import {imageSize} from 'image-size'
import type {Definition, Nodes} from 'mdast'
import type {FoundImage} from '../markdown/closing.js'
import type {PictureFormat} from '../model/artifact.js'
import type {ImageFacts, PictureFacts, RawSubmission} from '../model/raw.js'
import {isWholePicture} from './whole-picture.js'

export interface ImageAddress {
  /** As written. */
  readonly url: string
  /** Relative to the workspace; null where it leads nowhere a picture may lie. */
  readonly path: string | null
}

/** Larger files are refused (`tooLarge`). */
export const maxImageBytes = 20 * 1024 * 1024
const maxSidePx = 20_000
const maxPixels = 100_000_000

/** The addresses of all pictures in a body, each once, in order. */
export function imagesOf(raw: RawSubmission): readonly ImageAddress[] {
  if (!raw.body?.text.includes('![')) return []
  const urls = new Set<string>()
  const references = new Set<string>()
  const definitions = new Map<string, Definition>()
  const visit = (node: Nodes): void => {
    if (node.type === 'image') urls.add(node.url)
    else if (node.type === 'imageReference') references.add(node.identifier)
    else if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(raw.body.root)
  for (const identifier of references) urls.add(definitions.get(identifier)?.url ?? '')
  return [...urls].map((url) => ({url, path: resolveImage(url, raw.file)}))
}

/**
 * Resolve a picture's address against the submission's file.
 *
 * @returns a path below `content/`, or null: for web addresses, absolute paths, backslashes, and what leads out.
 */
export function resolveImage(url: string, file: string): string | null {
  const written = decode(url)
  if (written === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(written) || /[\\\0]/.test(written)) return null
  const path = posix.normalize(posix.join(posix.dirname(file), written))
  return path.startsWith('content/') && !path.endsWith('/') ? path : null
}

/** Addresses may be written with %20 for a blank; what is no such code is taken as it stands. */
function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/** @returns null for what is no whole PNG, JPEG or GIF, or is larger than can be set. */
export function inspectImage(bytes: Uint8Array): PictureFacts | null {
  const format = formatOf(bytes)
  if (format === null || !isWholePicture(bytes, format)) return null
  try {
    const {width, height} = imageSize(bytes)
    const fits = (side: number): boolean => Number.isInteger(side) && side > 0 && side <= maxSidePx
    if (!fits(width) || !fits(height) || width * height > maxPixels) return null
    return {digest: createHash('sha256').update(bytes).digest('hex'), format, widthPx: width, heightPx: height}
  } catch {
    return null
  }
}

/** By the first bytes, never by the file's name. */
function formatOf(bytes: Uint8Array): PictureFormat | null {
  const starts = (...values: number[]): boolean => values.every((value, index) => bytes[index] === value)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(0xff, 0xd8, 0xff)) return 'jpg'
  return starts(0x47, 0x49, 0x46, 0x38) ? 'gif' : null
}

/** The picture's digest, or what is wrong with its address or file. */
export function findImage(url: string, facts: ImageFacts | undefined): FoundImage {
  const written = `图片“${url.length > 80 ? `${url.slice(0, 80)}…` : url}”`
  switch (facts?.status) {
    case 'picture':
      return {digest: facts.picture.digest}
    case 'missing':
      return {
        ruleId: 'image-exists',
        message: `${written}找不到。请把图片文件和稿件放在同一文件夹，并核对文件名（大小写、.jpg 等扩展名都要相同）。`
      }
    case 'tooLarge':
      return {ruleId: 'image-is-small-enough', message: `${written}超过 20 MB。请缩小图片再放入。`}
    case 'notPicture':
      return {
        ruleId: 'image-is-picture',
        message: `${written}不是完好的 PNG、JPG 或 GIF 图片，或尺寸过大。请另存为 PNG 或 JPG。`
      }
    case 'outside':
      return {
        ruleId: 'image-is-in-content',
        message: `${written}是链接（快捷方式），或在链接的文件夹里，实际存放在 content 文件夹之外。请把图片本身复制到稿件所在的文件夹。`
      }
    case 'unreadable':
      return {ruleId: 'file-is-readable', message: `${written}打不开：${facts.reason}`}
    default:
      return {ruleId: 'image-is-in-content', message: `${written}${explainOutside(url)}`}
  }
}

function explainOutside(url: string): string {
  if (url.trim() === '') return '没有写文件名。请写图片的文件名，如 ![说明](tupian.png)。'
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(url)) {
    return '是网址，不能使用。请把图片下载下来，和稿件放在同一文件夹，这里只写文件名。'
  }
  if (/^[a-z]:|^[/\\]/i.test(url))
    return '写的是自己电脑上的位置，别人的电脑上没有。请把图片和稿件放在同一文件夹，这里只写文件名。'
  if (url.includes('\\')) return '的路径用了反斜杠“\\”。请改用“/”，或把图片和稿件放在同一文件夹，只写文件名。'
  return '不在 content 文件夹之内。请把图片和稿件放在同一文件夹，这里只写文件名。'
}
