/** Submissions (来稿). */

import type {z} from 'zod'
import {diagnose, hasErrors} from '../diagnostics/diagnose.js'
import {closeBody} from '../markdown/body.js'
import type {Body} from '../model/body.js'
import type {Bulletin} from '../model/bulletin.js'
import type {Period} from '../model/date.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import type {ImageFacts, RawSubmission} from '../model/raw.js'
import type {Registry} from '../model/registry.js'
import type {ImageUse, Submission} from '../model/submission.js'
import {nearest} from '../text/nearest.js'
import {parsePeriod} from '../text/period.js'
import {checkFigures} from './figures.js'
import {findImage, resolveImage} from './images.js'
import {submissionShape} from './schema/submission.js'
import {applyRules} from './severities.js'
import {judgeShape, type Part} from './shape.js'
import {applySilence, findSilence} from './silence.js'
import {canonicalKeys} from './submission-keys.js'
import {resolveUnits} from './units.js'

export interface SubmissionContext {
  readonly registry: Registry
  readonly bulletin: Bulletin
  /** By the address as written; an address that is not here leads out of `content/`. */
  readonly images: ReadonlyMap<string, ImageFacts>
}

/** @returns null where there is an error: what is not sound is not printed. */
export function checkSubmission(raw: RawSubmission, context: SubmissionContext): Judged<Submission> {
  const diagnostics: Diagnostic[] = [...raw.frontmatter.diagnostics]
  const header = checkHeader(raw, context, diagnostics)
  const body = checkBody(raw, context, diagnostics)
  const silence = raw.body ? findSilence(raw.body) : {stretches: [], diagnostics: []}
  const heard = applySilence([...diagnostics, ...silence.diagnostics], silence.stretches)
  const judged = applyRules(heard, context.bulletin.rules)
  const value =
    header && body && !hasErrors(diagnostics) && !hasErrors(silence.diagnostics) ? {...header, ...body} : null
  return {value, diagnostics: judged}
}

type Known = Partial<z.output<typeof submissionShape>>
type Header = Omit<Submission, 'body' | 'images'>

function checkHeader(raw: RawSubmission, context: SubmissionContext, diagnostics: Diagnostic[]): Header | null {
  const yaml = raw.frontmatter
  if (yaml.value === undefined) return null
  const keys = canonicalKeys(yaml, Object.keys(submissionShape.shape))
  const part: Part = {yaml, path: [], written: keys.written, misspelt: keys.misspelt}
  const {known, diagnostics: shape} = judgeShape(submissionShape, keys.value, part)
  diagnostics.push(...keys.diagnostics, ...shape)
  const at = (key: string): {yaml: typeof yaml; path: PropertyKey[]} => ({yaml, path: [keys.written(key)]})
  const units = resolveUnits(known.units ?? [], at('units'), context.registry)
  const figures = checkFigures(known.metrics ?? {}, at('metrics'), context.registry)
  diagnostics.push(...units.diagnostics, ...figures.diagnostics, ...judgeColumn(known, at('column'), context.bulletin))
  const period = periodOf(known, at('period'), diagnostics)
  return {
    bulletin: raw.bulletin,
    year: raw.year,
    slug: raw.slug,
    file: raw.file,
    title: known.title ?? [],
    units: units.ids,
    column: known.column ?? null,
    date: known.date ?? null,
    period,
    authors: known.authors ?? [],
    contact: known.contact ?? null,
    source: known.source ?? null,
    figures: figures.figures,
    extra: keys.extra
  }
}

function judgeColumn({column}: Known, {yaml, path}: Part, {columns}: Bulletin): Diagnostic[] {
  if (column === undefined || columns.includes(column)) return []
  return [unknownColumn(column, columns, yaml.placeOf(path))]
}

export function unknownColumn(column: string, columns: readonly string[], place: Diagnostic['place']): Diagnostic {
  const near = nearest(column, columns)
  const there =
    columns.length > 0
      ? `本刊栏目有：${columns.join('、')}。`
      : '本刊没有设栏目，请删去这一行，或在 bulletin.yaml 中写明 columns。'
  const message = `栏目“${column}”不在本刊栏目中。${near ? `是否为“${near}”？` : there}`
  return diagnose('column-is-known', place, message, near ? {suggestion: near} : {})
}

function periodOf({period}: Known, {yaml, path}: Part, diagnostics: Diagnostic[]): Period | null {
  if (period === undefined) return null
  const parsed = parsePeriod(period)
  if (parsed) return parsed
  const message = `报告期“${period}”的写法不对。请写 2020、2020-H1、2020-Q3、2020-08，或起止如 2019-01/2019-05，先早后晚。`
  diagnostics.push(diagnose('period-is-well-formed', yaml.placeOf(path), message))
  return null
}

function checkBody(
  raw: RawSubmission,
  context: SubmissionContext,
  diagnostics: Diagnostic[]
): {body: Body; images: readonly ImageUse[]} | null {
  if (!raw.body) return null
  const images = new Map<string, ImageUse>()
  const closed = closeBody(raw.body, {
    prefix: raw.slug,
    findImage: (url) => {
      const found = findImage(url, context.images.get(url))
      const file = resolveImage(url, raw.file)
      if ('digest' in found && file !== null) images.set(`${found.digest} ${file}`, {digest: found.digest, file})
      return found
    }
  })
  diagnostics.push(...closed.diagnostics)
  if (!closed.value || (closed.value.children.length === 0 && closed.diagnostics.length === 0)) {
    const start = {line: raw.body.lineOffset, column: 1}
    const message = '没有正文。请在第二个“---”之后另起一行写正文。'
    diagnostics.push(diagnose('body-is-present', {file: raw.file, start, end: start}, message))
    return null
  }
  return {body: closed.value, images: [...images.values()]}
}
