/** Bulletins (bulletin.yaml). */

import type {z} from 'zod'
import {diagnose} from '../diagnostics/diagnose.js'
import {rules} from '../diagnostics/rules.js'
import type {Bulletin, Roster} from '../model/bulletin.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import type {RawBulletin, RawYaml} from '../model/raw.js'
import type {Registry} from '../model/registry.js'
import {nearest} from '../text/nearest.js'
import {isMapping} from './mapping.js'
import {judgeCopyNumbers, judgePrintRun} from './print-run.js'
import {judgeRecipients} from './recipients.js'
import {bulletinShape} from './schema/bulletin.js'
import {applyRules, canBeSet} from './severities.js'
import {isRuleId, judgeShape} from './shape.js'
import {resolveUnits} from './units.js'
import {yamlPart} from './yaml-part.js'

export interface BulletinContext {
  readonly registry: Registry
  /** Names of the folders in `templates/`. */
  readonly templates: readonly string[]
}

type Known = Partial<z.output<typeof bulletinShape>>

/**
 * Check a bulletin.
 *
 * @returns a bulletin even where there are errors, with defaults for what is wrong, so that its submissions and issues
 * are still checked; null only where the file could not be read at all.
 */
export function checkBulletin(raw: RawBulletin, context: BulletinContext): Judged<Bulletin> {
  const {yaml} = raw
  if (yaml.value === undefined) return {value: null, diagnostics: yaml.diagnostics}
  const {known, diagnostics: shape} = judgeShape(bulletinShape, yaml.value ?? {}, {yaml, path: []})
  const diagnostics: Diagnostic[] = [...yaml.diagnostics, ...shape]
  diagnostics.push(...judgeTemplate(known, yaml, context.templates), ...judgeRules(known, yaml))
  // Of a list with faults the sum would be wrong as well.
  if (shape.length === 0) diagnostics.push(...judgeSums(known, yaml))
  for (const [name, list] of Object.entries(known.distribution ?? {})) {
    diagnostics.push(...judgeRecipients(list, {yaml, path: ['distribution', name]}))
  }
  const roster = rosterOf(known, yaml, context.registry, diagnostics)
  if (!isMapping(yaml.value)) return {value: null, diagnostics}
  const value = build(raw, known, roster)
  return {value, diagnostics: applyRules(diagnostics, value.rules)}
}

function build(raw: RawBulletin, known: Known, roster: Roster | null): Bulletin {
  const numbering = known.numbering
  return {
    id: raw.id,
    file: raw.yaml.file,
    title: known.title ?? [raw.id],
    template: known.template ?? '',
    issuers: known.issuers ?? [],
    classification: known.classification ?? null,
    columns: known.columns ?? [],
    numbering: {
      issue: numbering?.issue ?? 'yearly',
      cumulative: numbering?.cumulative ?? false,
      special: numbering?.special ?? []
    },
    articleTitles: known.articleTitles ?? 'heading',
    toc: known.toc ?? false,
    credit: known.credit ?? '（{units}供稿）',
    creditPlacement: known.creditPlacement ?? 'inline',
    staff: known.staff ?? [],
    contacts: known.contacts ?? [],
    distribution: new Map(Object.entries(known.distribution ?? {})),
    distributionStyle: known.distributionStyle ?? {报: 'inline', 送: 'inline', 发: 'inline'},
    printRun: known.printRun ?? null,
    copyNumbers: known.copyNumbers ?? null,
    permit: known.permit ?? null,
    roster,
    sheet: yamlPart(raw.yaml, ['sheet']),
    rules: new Map(Object.entries(known.rules ?? {}).filter(([id]) => canBeSet(id))),
    definedAt: raw.yaml.placeOf(['title'])
  }
}

function judgeTemplate({template}: Known, yaml: RawYaml, templates: readonly string[]): Diagnostic[] {
  if (template === undefined || templates.includes(template)) return []
  const near = nearest(template, templates)
  const there =
    templates.length > 0 ? `templates 文件夹中有：${templates.join('、')}。` : 'templates 文件夹中还没有模板。'
  const message = `没有名为“${template}”的模板。${near ? `是否为“${near}”？` : ''}${there}`
  return [diagnose('template-is-known', yaml.placeOf(['template']), message, near ? {suggestion: near} : {})]
}

function judgeRules(known: Known, yaml: RawYaml): Diagnostic[] {
  return Object.keys(known.rules ?? {}).flatMap((id) => {
    const place = yaml.placeOfKey(['rules', id])
    if (!isRuleId(id)) {
      const near = nearest(id, Object.keys(rules))
      const hint = near ? `是否为“${near}”？` : '规则的名称写在每条问题末尾的方括号中。'
      return [diagnose('rule-is-known', place, `没有名为“${id}”的规则。${hint}`, near ? {suggestion: near} : {})]
    }
    if (canBeSet(id)) return []
    return [diagnose('rule-can-be-set', place, `规则“${id}”管的是文件的格式，不能改变级别或关闭。请删去这一行。`)]
  })
}

/** With several lists, only an issue knows which one its print run and numbers are for. */
function judgeSums({printRun, copyNumbers, distribution}: Known, yaml: RawYaml): Diagnostic[] {
  const lists = Object.values(distribution ?? {})
  const [list] = lists
  if (!list || lists.length !== 1) return []
  const sum = judgePrintRun(printRun ?? null, list)
  const numbers = judgeCopyNumbers(copyNumbers ?? null, list)
  return [
    ...(sum ? [diagnose('print-run-adds-up', yaml.placeOf(['printRun']), sum)] : []),
    ...(numbers ? [diagnose('copy-numbers-fit', yaml.placeOf(['copyNumbers']), numbers)] : [])
  ]
}

function rosterOf({roster}: Known, yaml: RawYaml, registry: Registry, diagnostics: Diagnostic[]): Roster | null {
  if (!roster) return null
  const units = resolveUnits(roster.units, {yaml, path: ['roster', 'units']}, registry)
  diagnostics.push(...units.diagnostics)
  return {units: units.ids, every: roster.every}
}
