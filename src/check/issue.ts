/** Issues (期). */

import {diagnose, hasErrors} from '../diagnostics/diagnose.js'
import type {Bulletin, DistributionList, Imprint} from '../model/bulletin.js'
import type {CalendarDate} from '../model/date.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import type {Issue} from '../model/issue.js'
import type {RawIssue, RawYaml} from '../model/raw.js'
import {nearest} from '../text/nearest.js'
import {checkColumns} from './issue-columns.js'
import type {IssueContext} from './issue-context.js'
import {checkNote} from './issue-note.js'
import {checkIssueNumbers, placesOfNumbers} from './issue-numbers.js'
import {isMapping} from './mapping.js'
import {judgePrintRun} from './print-run.js'
import {distributionList} from './schema/bulletin.js'
import {issueShape, type KnownIssue} from './schema/issue.js'
import {applyRules} from './severities.js'
import {judgeShape, judgeValue, type Part, shown} from './shape.js'

/** @returns null where there is an error; warnings do not stop an issue. */
export function checkIssue(raw: RawIssue, context: IssueContext): Judged<Issue> {
  const {yaml} = raw
  if (yaml.value === undefined) return {value: null, diagnostics: yaml.diagnostics}
  const {known, diagnostics: shape} = judgeShape(issueShape, yaml.value ?? {}, {yaml, path: []})
  const diagnostics: Diagnostic[] = [...yaml.diagnostics, ...shape]
  if (yaml.value !== null && !isMapping(yaml.value)) return {value: null, diagnostics}
  const {bulletin} = context
  const numbers = checkIssueNumbers(known, yaml, bulletin)
  const columns = known.columns ? checkColumns(known.columns, yaml, context) : {columns: [], diagnostics: []}
  const note = checkNote(known.note ?? null, yaml)
  const list = checkDistribution(known, yaml, bulletin, diagnostics)
  const imprint = imprintOf(known, yaml, bulletin)
  diagnostics.push(...numbers.diagnostics, ...columns.diagnostics, ...note.diagnostics)
  diagnostics.push(...judgeYear(known.date, raw), ...judgeTables(known, yaml), ...judgeSum(known, yaml, bulletin, list))
  const sound = known.date !== undefined && !hasErrors(diagnostics)
  const value: Issue | null =
    sound && known.date
      ? {
          identity: {
            bulletin: raw.bulletin,
            year: raw.year,
            number: raw.number,
            date: known.date,
            ...numbers.numbers
          },
          file: yaml.file,
          note: note.value,
          columns: columns.columns,
          distribution: list,
          imprint,
          places: placesOfNumbers(yaml)
        }
      : null
  return {value, diagnostics: applyRules(diagnostics, bulletin.rules)}
}

function judgeYear(date: CalendarDate | undefined, raw: RawIssue): Diagnostic[] {
  if (!date || date.year === raw.year) return []
  const message = `日期是${date.year}年，文件却在 ${raw.year} 文件夹中。请改正日期，或把文件移到 ${date.year} 文件夹。`
  return [diagnose('issue-is-in-its-year', raw.yaml.placeOf(['date']), message)]
}

function judgeTables({tables}: KnownIssue, yaml: RawYaml): Diagnostic[] {
  if (!tables || tables.length === 0) return []
  const message = '数据表（tables）目前还不能排印，本期不会印出。'
  return [diagnose('tables-are-printed', yaml.placeOf(['tables']), message)]
}

function checkDistribution(
  {distribution}: KnownIssue,
  yaml: RawYaml,
  bulletin: Bulletin,
  diagnostics: Diagnostic[]
): DistributionList | null {
  if (distribution === undefined) return null
  const part: Part = {yaml, path: ['distribution']}
  if (isMapping(distribution)) {
    const judged = judgeValue(distributionList, distribution, part)
    diagnostics.push(...judged.diagnostics)
    return judged.value ?? null
  }
  const place = yaml.placeOf(part.path)
  if (typeof distribution !== 'string') {
    const message = `“distribution”应写分发名单的名称，或 {报: …, 送: …, 发: …}，这里写的是${shown(distribution)}。`
    diagnostics.push(diagnose('value-is-well-formed', place, message))
    return null
  }
  const list = bulletin.distribution.get(distribution)
  if (list) return list
  const names = [...bulletin.distribution.keys()]
  const near = nearest(distribution, names)
  const there =
    names.length > 0 ? `本刊的名单有：${names.join('、')}。` : '本刊没有写分发名单（bulletin.yaml 的 distribution）。'
  const message = `没有名为“${distribution}”的分发名单。${near ? `是否为“${near}”？` : there}`
  diagnostics.push(diagnose('distribution-is-known', place, message, near ? {suggestion: near} : {}))
  return null
}

/** The bulletin's imprint with what the issue overrides; a key without a value takes the bulletin's away. */
function imprintOf(known: KnownIssue, yaml: RawYaml, bulletin: Bulletin): Imprint {
  const written = isMapping(yaml.value) ? yaml.value : {}
  const pick = <Value>(key: keyof Imprint, value: Value | undefined, empty: Value, inherited: Value): Value =>
    value ?? (written[key] === null ? empty : inherited)
  return {
    classification: pick('classification', known.classification, null, bulletin.classification),
    toc: pick('toc', known.toc, false, bulletin.toc),
    staff: pick('staff', known.staff, [], bulletin.staff),
    contacts: pick('contacts', known.contacts, [], bulletin.contacts),
    printRun: pick('printRun', known.printRun, null, bulletin.printRun),
    permit: pick('permit', known.permit, null, bulletin.permit)
  }
}

/** What comes from the bulletin alone is judged there. */
function judgeSum(known: KnownIssue, yaml: RawYaml, bulletin: Bulletin, list: DistributionList | null): Diagnostic[] {
  if (!list) return []
  const inherited = known.printRun === undefined && typeof known.distribution === 'string'
  if (inherited && bulletin.distribution.size === 1) return []
  const printRun = isMapping(yaml.value) && yaml.value.printRun === null ? null : (known.printRun ?? bulletin.printRun)
  const problem = judgePrintRun(printRun, list)
  const key = known.printRun === undefined ? 'distribution' : 'printRun'
  return problem ? [diagnose('print-run-adds-up', yaml.placeOf([key]), problem)] : []
}
