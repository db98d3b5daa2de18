/** Phrasing → runs. */

import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunPropertiesOptions,
  LineRuleType,
  type ParagraphChild,
  Tab,
  TextRun
} from 'docx'
import {type Phrasing, plainText} from '../../model/body.js'
import type {StyleRole} from '../../model/sheet.js'
import type {Handlers} from '../../model/tree.js'
import {printable} from '../package.js'
import {fittedSizePt} from '../sheet.js'
import {type Draft, type Line, noteBlocks, type OwnFormat, paragraph} from './draft.js'
import {centredLine, halfPoints, indent} from './measures.js'
import {emphasisStyle, noteMarkStyle} from './style-names.js'
import {textParts} from './text.js'

/** The marks that stand around a piece of text. */
export interface Marks {
  readonly draft: Draft
  readonly strong: boolean
  readonly emphasis: boolean
  readonly delete: boolean
  /** A character style around it. */
  readonly style: string | null
  /** Only where the style's own size was shrunk to fit. */
  readonly sizePt: number | null
}

/** No marks. */
export function plain(draft: Draft, sizePt: number | null = null): Marks {
  return {draft, strong: false, emphasis: false, delete: false, style: null, sizePt}
}

/**
 * Runs of phrasing, in order. Bold and struck text is marked on the run; emphasis is 楷体, since Chinese type has no
 * italic, by a character style. Links are black: a bulletin is printed.
 */
export function runs(nodes: readonly Phrasing[], marks: Marks): ParagraphChild[] {
  return nodes.flatMap((node) => run(node, marks))
}

/** A paragraph of a role, its lines parted by breaks, all of them in the size at which the widest fits. */
export function styledLines(
  draft: Draft,
  role: StyleRole,
  lines: readonly (readonly Phrasing[])[],
  own: OwnFormat = {}
): Line {
  const marks = fittedMarks(draft, role, lines)
  return paragraph(draft, role, brokenRuns(lines, marks), {...shrunkFormat(draft, role, marks), ...own})
}

/** Indents are in 字, so that they shrink with a line's type: the style's own would push it over the edge. */
function shrunkFormat({sheet}: Draft, role: StyleRole, {sizePt}: Marks): OwnFormat {
  if (sizePt === null) return {}
  const style = sheet.styles[role]
  const indented = style.startChars !== 0 || style.endChars !== 0 || style.firstLineChars !== 0
  return {
    ...(indented ? {indent: indent({...style, sizePt})} : {}),
    ...(role === 'bulletinTitle' ? {spacing: {...centredLine(style, sizePt, sheet), lineRule: LineRuleType.EXACT}} : {})
  }
}

function brokenRuns(lines: readonly (readonly Phrasing[])[], marks: Marks): ParagraphChild[] {
  return lines.flatMap((line, index) => [...(index === 0 ? [] : [lineBreak(marks)]), ...runs(line, marks)])
}

/** Lines, and at the style's tab of the last one a piece of text, which may have a character style. */
export function tabbedLines(
  draft: Draft,
  role: StyleRole,
  lines: readonly (readonly Phrasing[])[],
  {right, style = null}: {readonly right: readonly Phrasing[]; readonly style?: string | null}
): Line {
  const last = lines.at(-1) ?? []
  const marks = fittedMarks(draft, role, [...lines.slice(0, -1), [...last, ...right]])
  return paragraph(draft, role, [...brokenRuns(lines, marks), tab(marks), ...runs(right, {...marks, style})])
}

export function tab(marks: Marks): TextRun {
  return new TextRun({...runProperties(marks), children: [new Tab()]})
}

/** One run of text that stands in no node: a label, a number. */
export function textRun(text: string, marks: Marks): TextRun {
  return new TextRun({
    ...runProperties(marks),
    ...(takesChineseFont(text) ? chineseHint : {}),
    children: textParts(text)
  })
}

const handlers: Handlers<Phrasing, ParagraphChild[], Marks> = {
  text: ({value}, marks) => {
    const text = printable(value)
    return text === '' ? [] : [textRun(text, marks)]
  },
  strong: ({children}, marks) => runs(children, {...marks, strong: true}),
  emphasis: ({children}, marks) => runs(children, {...marks, emphasis: true}),
  delete: ({children}, marks) => runs(children, {...marks, delete: true}),
  link: ({url, children}, marks) => [new ExternalHyperlink({link: url, children: runs(children, marks)})],
  break: (_, marks) => [lineBreak(marks)],
  footnoteReference: ({id}, marks) => [noteReference(id, marks)]
}

function run<Type extends Phrasing['type']>(node: Extract<Phrasing, {type: Type}>, marks: Marks): ParagraphChild[] {
  const handler: (node: Extract<Phrasing, {type: Type}>, marks: Marks) => ParagraphChild[] = handlers[node.type as Type]
  return handler(node, marks)
}

function fittedMarks(draft: Draft, role: StyleRole, lines: readonly (readonly Phrasing[])[]): Marks {
  const style = draft.sheet.styles[role]
  const sizePt = Math.min(style.sizePt, ...lines.map((line) => fittedSizePt(style, plainText(line), draft.sheet)))
  return plain(draft, sizePt === style.sizePt ? null : sizePt)
}

function lineBreak(marks: Marks): TextRun {
  return new TextRun({...runProperties(marks), break: 1})
}

function runProperties({strong, emphasis, delete: struck, style, sizePt}: Marks): IRunPropertiesOptions {
  const named = emphasis ? emphasisStyle : style
  return {
    ...(named === null ? {} : {style: named}),
    ...(strong ? {bold: true} : {}),
    ...(struck ? {strike: true} : {}),
    ...(sizePt === null ? {} : {size: halfPoints(sizePt)})
  }
}

/** A note's number; a second reference to one note repeats the number, since Word allows one mark a note. */
function noteReference(id: string, {draft, ...marks}: Marks): ParagraphChild {
  const known = draft.noteNumbers.get(id)
  if (known !== undefined) {
    return new TextRun({...runProperties({draft, ...marks}), style: noteMarkStyle, text: String(known)})
  }

  // Looked up for its error: a reference to nothing would make a file that Word calls damaged.
  noteBlocks(draft, id)
  const number = draft.noteNumbers.size + 1
  draft.noteNumbers.set(id, number)
  return new FootnoteReferenceRun(number)
}

/** What Word writes itself on text typed in Chinese: curly quotes, — and … take the Chinese font. */
const chineseHint: IRunPropertiesOptions = {font: {hint: 'eastAsia'}}

/** Characters that Word sets in the Latin font unless told that they are Chinese: neither ASCII nor plainly Chinese. */
function takesChineseFont(text: string): boolean {
  return /[\u0080-\u2e7f]/.test(text)
}
