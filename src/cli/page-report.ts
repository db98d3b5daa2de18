/** What `build` says of an issue's pages, for the editor to cut or add. */

import type {LastLine} from '../model/layout.js'
import type {FitReport, PageBudget} from '../publish/page-budget.js'

/** Lines, each ended; none where there is nothing to say. */
export function budgetText({linesLeft, linesToSaveAPage, lonelyLines}: PageBudget): string {
  const save = linesToSaveAPage === null ? '' : `；删去 ${linesToSaveAPage} 行可以少一页`
  return [
    `  末页还余 ${linesLeft} 行${save}。\n`,
    ...lonelyLines.map(
      (line) => `  ${placeText(line)}只有“${line.text}”，请在该段删去${lengthText(line)}，或再添几个字。\n`
    )
  ].join('')
}

export function fitText({page, linesToCut, cuts}: FitReport): string {
  if (linesToCut <= 0) {
    return `  已经能排到第 ${page} 页为止，还可以增加 ${-linesToCut} 行。\n`
  }
  const list = cuts.map((line) => `    ${placeText(line)}“${line.text}”：该段删去${lengthText(line)}，少一行\n`)
  const choice = cuts.length < linesToCut ? '，以下各处之外还要删减' : '，可以从以下各处选择'
  return `  要排到第 ${page} 页为止，须删去 ${linesToCut} 行${choice}：\n${list.join('')}`
}

function placeText({article, page, line}: LastLine): string {
  return `第 ${page} 页第 ${line} 行${article ? `（《${article.title}》）` : ''}`
}

function lengthText({text}: LastLine): string {
  return ` ${[...text].length} 个字`
}
