/** What stands on an issue's last page: the end block (版记), the text beside it, footnotes. */

import type {Block, Footnote, Phrasing} from '../../model/body.js'
import type {Sheet} from '../../model/sheet.js'
import type {Colophon, Credit, IssueBlock} from '../../model/tree.js'
import {textWidthEm} from '../../text/width.js'
import {blockPieces, charsOfLine, leastLines, mostLines, type Piece, sum} from './line-count.js'

/** How the end block comes to stand at the foot of the last page. */
export interface EndBlockPlace {
  /** Whether it surely fits a page: one that does not goes on over pages as text does. */
  readonly fitsPage: boolean
  /** Lines below it for footnotes of the last page. */
  readonly noteLines: number
}

export function endBlockPlace(
  nodes: readonly IssueBlock[],
  notes: ReadonlyMap<string, Footnote>,
  sheet: Sheet
): EndBlockPlace {
  const lines = nodes.flatMap((node) => (node.type === 'colophon' ? [colophonLines(node, sheet)] : []))
  const noteLines = notesAtFoot(nodes, sum(lines.map(({least}) => least)), {notes, sheet})
  const most = sum(lines.map((line) => line.most)) + noteLines
  return {fitsPage: most <= sheet.grid.linesPerPage - sheet.colophon.leastLinesBefore, noteLines}
}

/**
 * The last blocks of the text, as many as surely hold the lines that stand with the end block.
 *
 * @returns none where there is no end block.
 */
export function endBlockCompany(nodes: readonly IssueBlock[], {grid, colophon}: Sheet): Set<Block | Credit> {
  const company = new Set<Block | Credit>()
  const last = nodes[nodes.findIndex(({type}) => type === 'colophon') - 1]
  if (last?.type !== 'article') return company

  let lines = 0
  for (const block of [...last.children].reverse()) {
    if (lines >= colophon.leastLinesBefore) break
    company.add(block)
    lines += sum(blockPieces(block, grid.charsPerLine).map((piece) => piece.leastLines))
  }
  return company
}

interface NoteSetting {
  readonly notes: ReadonlyMap<string, Footnote>
  readonly sheet: Sheet
}

/**
 * Lines of the footnotes that may stand at the foot of the last page, where the end block would lie on them.
 *
 * Only a typesetter knows its pages, so this errs on the safe side: it goes back from the end by the fewest lines that
 * the text can take, until they, the notes and the end block fill a page. Where they do not fit one, the block goes to
 * the next page with the last lines only.
 */
function notesAtFoot(nodes: readonly IssueBlock[], colophonLeastLines: number, setting: NoteSetting): number {
  const {linesPerPage, charsPerLine} = setting.sheet.grid
  const found = new Set<string>()
  let lines = colophonLeastLines
  for (const piece of nodes.flatMap((node) => partPieces(node, charsPerLine)).reverse()) {
    const ids = new Set([...found, ...piece.words.flatMap(noteIdsOf)])
    // The line that refers to them stands on the page, too.
    if (lines + 1 + linesOfNotes(ids, setting).least > linesPerPage) break
    for (const id of ids) found.add(id)
    lines += piece.leastLines
  }
  return linesOfNotes(found, setting).most
}

/** At most a line more for the rule above them: Word and LibreOffice draw it in a line of a height of their own. */
function linesOfNotes(ids: ReadonlySet<string>, {notes, sheet}: NoteSetting): Lines {
  if (ids.size === 0) return {least: 0, most: 0}

  const {sizePt, lineLines} = sheet.styles.footnote
  const chars = charsOfLine(sizePt, sheet)
  const pieces = [...ids].flatMap((id) => (notes.get(id)?.children ?? []).flatMap((block) => blockPieces(block, chars)))
  return {
    least: sum(pieces.map((piece) => piece.leastLines)) * lineLines,
    most: 1 + sum(pieces.map(({words}) => mostLines(words, chars))) * lineLines
  }
}

interface Lines {
  readonly least: number
  readonly most: number
}

function colophonLines({children}: Colophon, sheet: Sheet): Lines {
  const parts = children.map((part): Lines => {
    const {sizePt, lineLines, startChars, endChars} = sheet.styles[part.type]
    if (part.type !== 'distribution') return {least: lineLines, most: lineLines}

    const chars = charsOfLine(sizePt, sheet)
    const behind = chars - startChars - endChars - textWidthEm(part.label)
    return {
      least: sum(part.lines.map((line) => leastLines(line, chars))) * lineLines,
      most: sum(part.lines.map((line) => mostLines(line, behind))) * lineLines
    }
  })
  return {least: sum(parts.map(({least}) => least)), most: sum(parts.map(({most}) => most))}
}

function partPieces(node: IssueBlock, charsPerLine: number): Piece[] {
  switch (node.type) {
    case 'masthead':
    case 'colophon':
      return []
    case 'contents':
      return node.children.map((entry) => ({words: entry.children, leastLines: 1}))
    case 'editorNote':
      return node.children.flatMap((block) => blockPieces(block, charsPerLine))
    case 'columnHead':
      return [{words: node.children, leastLines: 1}]
    case 'article':
      return [
        ...node.title.map((words) => ({words, leastLines: 1})),
        ...node.children.flatMap((block) => blockPieces(block, charsPerLine))
      ]
  }
}

function noteIdsOf(node: Phrasing): string[] {
  if (node.type === 'footnoteReference') return [node.id]
  return 'children' in node ? node.children.flatMap(noteIdsOf) : []
}
