/**
 * The words of an issue, read from its tree and back from each format, in the order in which they are set.
 *
 * What formats are free to differ in, and nothing else:
 * - blanks and line ends, which follow the line's width;
 * - numbers of pages and marks of footnotes, which each program draws by itself;
 * - marks of list items, which Word and Markdown draw by themselves: in the PDF they are text;
 * - where a note stands: at its page's foot in the PDF, behind everything here;
 * - the head of a table, which is drawn again where a table goes on on another page.
 */

import mammoth from 'mammoth'
import type {Nodes} from 'mdast'
import {parseBody} from '../../src/markdown/parse.js'
import {type Block, type List, plainText} from '../../src/model/body.js'
import type {Sheet} from '../../src/model/sheet.js'
import type {Article, IssueBlock, IssueTree} from '../../src/model/tree.js'
import {readPdf, type Stretch} from './pdf.js'

/** Whether marks of list items count. */
interface Counting {
  readonly marks: boolean
}

export function treeWords(tree: IssueTree, counting: Counting): string {
  const notes = tree.children.flatMap((block) => ('footnotes' in block ? block.footnotes : []))
  const words = [
    ...tree.children.map((block) => issueBlock(block, counting)),
    ...notes.map(({children}) => children.map((block) => blockWords(block, counting, 0)).join(''))
  ]
  return withoutBlanks(words.join(''))
}

function issueBlock(block: IssueBlock, counting: Counting): string {
  switch (block.type) {
    case 'masthead':
      return block.children
        .flatMap((part) => {
          if (part.type === 'imprint') return [...part.issuers, part.date]
          return part.type === 'classification' ? [part.children, part.copyNumber] : [part.children]
        })
        .map(plainText)
        .join('')
    case 'contents':
      return block.children.map((entry) => plainText(entry.children)).join('')
    case 'columnHead':
      return plainText(block.children)
    case 'editorNote':
      return block.children.map((child) => blockWords(child, counting, 0)).join('')
    case 'article':
      return [...block.title.map(plainText), ...block.children.map((child) => articleBlock(child, counting))].join('')
    case 'colophon':
      return block.children
        .flatMap((part) =>
          part.type === 'distribution' ? [part.label, ...part.lines.map(plainText)] : [plainText(part.children)]
        )
        .join('')
  }
}

function articleBlock(block: Article['children'][number], counting: Counting): string {
  return block.type === 'credit' ? plainText(block.children) : blockWords(block, counting, 0)
}

function blockWords(block: Block, counting: Counting, depth: number): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainText(block.children)
    case 'list':
      return block.children
        .map((item, index) => {
          const words = item.children.map((child) => blockWords(child, counting, depth + 1)).join('')
          return counting.marks ? mark(block, index, depth) + words : words
        })
        .join('')
    case 'table':
      return block.children.flatMap((row) => row.children.map((cell) => plainText(cell.children))).join('')
    case 'figure':
      return block.alt
    case 'blockquote':
      return block.children.map((child) => blockWords(child, counting, depth)).join('')
    case 'thematicBreak':
      return ''
  }
}

/** As the PDF has it: `1.`, `（1）`, `①`, and a dot where there is no number. */
function mark({ordered, start}: List, index: number, depth: number): string {
  if (!ordered) return '•'
  const number = start + index
  return [`${number}.`, `（${number}）`, String.fromCodePoint(0x245f + number)][depth % 3] ?? ''
}

export async function docxWords(docx: Uint8Array): Promise<string> {
  const {value} = await mammoth.convertToHtml({buffer: Buffer.from(docx)}, {styleMap: ['r.FootnoteReference => sup']})
  const words = value
    .replace(/<sup>.*?<\/sup>/g, '')
    // The way back from a note to its mark.
    .replace(/<a href="#footnote-ref-\d+">↑<\/a>/g, '')
    .replace(/<img alt="([^"]*)"[^>]*>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '')
  return withoutBlanks(words)
}

const entities: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'"}

export function markdownWords(markdown: string): string {
  const notes: string[] = []
  const visit = (node: Nodes): string => {
    if (node.type === 'footnoteDefinition') {
      notes.push(node.children.map(visit).join(''))
      return ''
    }
    if (node.type === 'image') return node.alt ?? ''
    if ('value' in node) return node.value
    return 'children' in node ? node.children.map(visit).join('') : ''
  }
  const words = visit(parseBody(markdown))
  return withoutBlanks(words + notes.join(''))
}

/** @param tree - tells which words are heads of tables. */
export async function pdfWords(pdf: Uint8Array, sheet: Sheet, tree: IssueTree): Promise<string> {
  const stretches = (await readPdf(pdf)).filter((stretch) => !isPageNumber(stretch, sheet) && !isMark(stretch, sheet))
  const notes = stretches.filter(({sizePt}) => near(sizePt, sheet.styles.footnote.sizePt))
  const heads = tableHeads(tree)
  let words = ''
  for (const page of new Set(stretches.map((stretch) => stretch.page))) {
    let own = withoutBlanks(
      stretches
        .filter((stretch) => stretch.page === page && !notes.includes(stretch))
        .map(({text}) => text)
        .join('')
    )
    const again = heads.find((head) => own.startsWith(head) && words.includes(head))
    if (again) own = own.slice(again.length)
    words += own
  }
  return words + withoutBlanks(notes.map(({text}) => text).join(''))
}

function isPageNumber({top}: Stretch, {page}: Sheet): boolean {
  return top > ((page.heightMm - page.bottomMm) * 72) / 25.4
}

/** Superscript, at six tenths of the size around it. */
function isMark({text, sizePt}: Stretch, {styles}: Sheet): boolean {
  return /^\d+$/.test(text) && Object.values(styles).some((style) => near(sizePt, 0.6 * style.sizePt))
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.05
}

function tableHeads(tree: IssueTree): string[] {
  const blocks = tree.children.flatMap((block): readonly (Block | {type: 'credit'})[] =>
    block.type === 'article' ? block.children : []
  )
  return blocks.flatMap((block) => {
    const head = block.type === 'table' ? block.children[0] : undefined
    return head ? [withoutBlanks(head.children.map((cell) => plainText(cell.children)).join(''))] : []
  })
}

export function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '')
}
