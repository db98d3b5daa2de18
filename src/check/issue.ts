/** Issues (期). */

import {diagnose, hasErrors} from '../diagnostics/diagnose.js'
import {type Bulletin, countCopies, type DistributionList, type Imprint} from '../model/bulletin.js'
import type {CalendarDate} from '../model/date.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import type {Issue} from '../model/issue.js'
import type {Place} from '../model/place.js'
import type {RawIssue, RawYaml} from '../model/raw.js'
import {nearest} from '../text/nearest.js'
import {checkColumns} from './issue-columns.js'
import type {IssueContext} from './issue-context.js'
import {checkNote} from './issue-note.js'
import {checkIssueNumbers, placesOfNumbers} from './issue-numbers.js'
import {isMapping} from './mapping.js'
import {judgeCopyNumbers, judgePrintRun, nothingToCount} from './print-run.js'
import {judgeRecipients} from './recipients.js'
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
  const imprint = imprintOf(known, yaml, bulletin, list)
  diagnostics.push(...numbers.diagnostics, ...columns.diagnostics, ...note.diagnostics)
  diagnostics.push(
    ...judgeYear(known.date, raw),
    ...judgeTables(known, yaml),
    ...judgeSums(known, yaml, bulletin, list)
  )
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
    diagnostics.push(...judged.diagnostics, ...(judged.value ? judgeRecipients(judged.value, part) : []))
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

/** The bulletin's imprint with what the issue overrides, the print run counted where that is asked for. */
function imprintOf(known: KnownIssue, yaml: RawYaml, bulletin: Bulletin, list: DistributionList | null): Imprint {
  const pick = <Value>(key: keyof Imprint, value: Value | undefined, empty: Value, inherited: Value): Value =>
    value ?? (isTakenAway(key, yaml) ? empty : inherited)
  const printRun = pick('printRun', known.printRun, null, bulletin.printRun)
  return {
    classification: pick('classification', known.classification, null, bulletin.classification),
    toc: pick('toc', known.toc, false, bulletin.toc),
    staff: pick('staff', known.staff, [], bulletin.staff),
    contacts: pick('contacts', known.contacts, [], bulletin.contacts),
    printRun: printRun === 'auto' ? list && countCopies(list) : printRun,
    copyNumbers: pick('copyNumbers', known.copyNumbers, null, bulletin.copyNumbers),
    permit: pick('permit', known.permit, null, bulletin.permit)
  }
}

/** A key without a value takes the bulletin's away. */
function isTakenAway(key: keyof Imprint, yaml: RawYaml): boolean {
  return isMapping(yaml.value) && yaml.value[key] === null
}

function judgeSums(known: KnownIssue, yaml: RawYaml, bulletin: Bulletin, list: DistributionList | null): Diagnostic[] {
  const printRun = isTakenAway('printRun', yaml) ? null : (known.printRun ?? bulletin.printRun)
  const copyNumbers = isTakenAway('copyNumbers', yaml) ? null : (known.copyNumbers ?? bulletin.copyNumbers)
  const at = (key: 'printRun' | 'copyNumbers'): Place =>
    yaml.placeOf(known[key] === undefined && known.distribution !== undefined ? ['distribution'] : [key])
  if (!list) {
    // Of a list with faults nothing is known.
    if (printRun !== 'auto' || known.distribution !== undefined) return []
    return [diagnose('print-run-can-be-counted', at('printRun'), nothingToCount)]
  }
  // What comes from the bulletin alone is judged there.
  const inherited = typeof known.distribution === 'string' && bulletin.distribution.size === 1
  const sum = inherited && known.printRun === undefined ? null : judgePrintRun(printRun, list)
  const numbers = inherited && known.copyNumbers === undefined ? null : judgeCopyNumbers(copyNumbers, list)
  return [
    ...(sum ? [diagnose('print-run-adds-up', at('printRun'), sum)] : []),
    ...(numbers ? [diagnose('copy-numbers-fit', at('copyNumbers'), numbers)] : [])
  ]
}
