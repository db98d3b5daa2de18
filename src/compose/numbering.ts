/** Numbers of an issue as text. */

import type {IssueNumbers} from '../model/issue.js'

/**
 * Write an issue's numbers on one line, for document properties and reports.
 *
 * @returns `第41期（总第2150期）`, `第26期（新时代文明实践中心建设专刊 34）`, `新时代文明实践工作第36期`; full-width
 * brackets, Arabic digits.
 */
export function formatIssueNumber({issueNumber, cumulativeNumber, special}: IssueNumbers): string {
  const cumulative = cumulativeNumber === null ? '' : `总第${cumulativeNumber}期`
  if (issueNumber === null) {
    if (!special) return cumulative
    return `${special.series}第${special.number}期${cumulative && `（${cumulative}）`}`
  }
  const others = [cumulative, special ? `${special.series} ${special.number}` : ''].filter((part) => part !== '')
  return `第${issueNumber}期${others.map((part) => `（${part}）`).join('')}`
}

/** Write the number by which an issue is spoken of: `第41期`; that of its special series where it has no other. */
export function shortIssueNumber({issueNumber, cumulativeNumber, special}: IssueNumbers): string {
  const number = issueNumber ?? special?.number ?? null
  if (number !== null) return `第${number}期`
  return cumulativeNumber === null ? '' : `总第${cumulativeNumber}期`
}
