/** Reading written files back. */

import {strFromU8, unzipSync} from 'fflate'
import mammoth from 'mammoth'

/** The text of one part of a file. */
export function partOf(docx: Uint8Array, name: string): string {
  const bytes = unzipSync(docx)[name]
  if (bytes === undefined) throw new Error(`no part ${name}`)
  return strFromU8(bytes)
}

/** XML with each element on a line of its own, indented; an element that holds only text stays on one line. */
export function indentXml(xml: string): string {
  const lines: string[] = []
  let depth = 0

  for (const [, tag = '', text = ''] of xml.matchAll(/(<[^>]*>)([^<]*)/g)) {
    const closes = tag.startsWith('</')
    if (closes) depth -= 1

    const last = lines.at(-1)
    const name = /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? ''
    // A closing tag right behind its own opening one, with or without words between, ends that line.
    if (closes && last?.trimStart().startsWith(`<${name}`) && !last.includes('</') && !last.endsWith('/>')) {
      lines[lines.length - 1] = `${last}${tag}`
    } else {
      lines.push(`${'  '.repeat(depth)}${tag}${text}`)
    }
    if (!closes && !tag.endsWith('/>') && !tag.startsWith('<?')) depth += 1
  }
  return `${lines.join('\n')}\n`
}

/** The words of the body, a paragraph a line, without notes. */
export async function rawText(docx: Uint8Array): Promise<string> {
  const {value} = await mammoth.extractRawText({buffer: Buffer.from(docx)})
  return value
}

export async function html(docx: Uint8Array): Promise<string> {
  const {value} = await mammoth.convertToHtml({buffer: Buffer.from(docx)})
  return value
}

/** Ids of paragraphs' styles, in order. */
export function stylesOf(xml: string): string[] {
  return Array.from(xml.matchAll(/<w:pStyle w:val="(\w+)"/g), ([, id = '']) => id)
}
