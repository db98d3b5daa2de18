/** The numbers of one issue against what its bulletin counts. */

import {diagnose} from '../diagnostics/diagnose.js'
import type {Bulletin} from '../model/bulletin.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {IssueNumbers, IssuePlaces} from '../model/issue.js'
import type {RawYaml} from '../model/raw.js'
import {nearest} from '../text/nearest.js'
import {isMapping} from './mapping.js'
import type {KnownIssue} from './schema/issue.js'

export function checkIssueNumbers(
  known: KnownIssue,
  yaml: RawYaml,
  bulletin: Bulletin
): {readonly numbers: IssueNumbers; readonly diagnostics: readonly Diagnostic[]} {
  const diagnostics: Diagnostic[] = []
  const {numbering} = bulletin
  const report = (path: readonly PropertyKey[], message: string): void => {
    diagnostics.push(diagnose('issue-numbers-fit-bulletin', yaml.placeOf(path), message))
  }
  // A key that is written wrongly has been reported and is not missing.
  const written = (key: string): boolean => isMapping(yaml.value) && (yaml.value[key] ?? null) !== null
  if (numbering.issue !== 'none' && !written('issue')) report([], '没有写期号。请补写一行，如“issue: 41”。')
  if (numbering.issue === 'none' && written('issue'))
    report(['issue'], '本刊不编期号（numbering.issue: none）。请删去这一行。')
  if (numbering.issue === 'none' && !written('special')) {
    report([], '没有写专刊期号。请补写，如“special: {series: 专刊名称, number: 34}”。')
  }
  if (numbering.cumulative && !written('cumulative')) report([], '没有写总期号。请补写一行，如“cumulative: 2150”。')
  if (!numbering.cumulative && written('cumulative')) {
    report(['cumulative'], '本刊不编总期号。请删去这一行，或在 bulletin.yaml 的 numbering 中写 cumulative: true。')
  }
  diagnostics.push(...judgeSeries(known, yaml, bulletin))
  return {
    numbers: {
      issueNumber: known.issue ?? null,
      cumulativeNumber: known.cumulative ?? null,
      special: known.special ?? null
    },
    diagnostics
  }
}

/** Where the numbers stand, for findings over all issues. */
export function placesOfNumbers(yaml: RawYaml): IssuePlaces {
  return {
    issue: yaml.placeOf(['issue']),
    cumulative: yaml.placeOf(['cumulative']),
    special: yaml.placeOf(['special']),
    date: yaml.placeOf(['date'])
  }
}

function judgeSeries({special}: KnownIssue, yaml: RawYaml, {numbering}: Bulletin): Diagnostic[] {
  if (!special || numbering.special.includes(special.series)) return []
  const near = nearest(special.series, numbering.special)
  const there =
    numbering.special.length > 0
      ? `本刊的专刊有：${numbering.special.join('、')}。`
      : '请先写进 bulletin.yaml 的 numbering.special。'
  const message = `没有名为“${special.series}”的专刊。${near ? `是否为“${near}”？` : there}`
  const place = yaml.placeOf(['special', 'series'])
  return [diagnose('series-is-known', place, message, near ? {suggestion: near} : {})]
}
