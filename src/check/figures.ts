/** Figures (数值) that a submission reports. */

import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {Figure} from '../model/figure.js'
import type {Metric} from '../model/metric.js'
import type {Place} from '../model/place.js'
import type {RawYaml} from '../model/raw.js'
import type {Registry} from '../model/registry.js'
import type {ReportedFigure} from '../model/submission.js'
import {nearest} from '../text/nearest.js'
import {parseFigure} from '../text/quantity.js'
import {shown} from './shape.js'

export interface CheckedFigures {
  readonly figures: readonly ReportedFigure[]
  readonly diagnostics: readonly Diagnostic[]
}

/** @param metrics - as written: id, label or alias → figure, at `path`. */
export function checkFigures(
  metrics: Readonly<Record<string, unknown>>,
  {yaml, path}: {readonly yaml: RawYaml; readonly path: readonly PropertyKey[]},
  registry: Registry
): CheckedFigures {
  const figures = new Map<string, ReportedFigure & {readonly key: Place}>()
  const diagnostics: Diagnostic[] = []
  for (const [name, value] of Object.entries(metrics)) {
    const metric = registry.metricsByName.get(name)
    const keyPlace = yaml.placeOfKey([...path, name])
    if (!metric) {
      if (!registry.unread?.has('metrics')) diagnostics.push(unknownMetric(name, registry, keyPlace))
      continue
    }
    const first = figures.get(metric.id)
    if (first) {
      const message = `“${name}”与前面写的是同一个指标“${metric.label}”，只能写一次。请删去多余的一处。`
      diagnostics.push(diagnose('metric-is-written-once', keyPlace, message, {cause: first.key}))
      continue
    }
    const place = yaml.placeOf([...path, name])
    const figure = typeof value === 'string' || typeof value === 'number' ? parseFigure(value) : null
    if (!figure) diagnostics.push(unreadable(name, value, place))
    else {
      figures.set(metric.id, {metric: metric.id, figure, place, key: keyPlace})
      diagnostics.push(...judgeMeasure(name, figure, metric, place))
    }
  }
  return {figures: [...figures.values()].map(({metric, figure, place}) => ({metric, figure, place})), diagnostics}
}

function unknownMetric(name: string, registry: Registry, place: Place): Diagnostic {
  const near = nearest(name, registry.metricsByName.keys())
  const hint = near ? `是否为“${near}”？` : '请核对名称，或请编辑先在 metrics.yaml 中登记。'
  return diagnose('metric-is-known', place, `指标“${name}”没有登记。${hint}`, near ? {suggestion: near} : {})
}

function unreadable(name: string, value: unknown, place: Place): Diagnostic {
  if (value === null || value === '') {
    const message = `指标“${name}”没有写数值。确实为零请写 0，与本单位无关请写“不适用”，暂不报送请删去这一行。`
    return diagnose('figure-is-readable', place, message)
  }
  const message = `指标“${name}”的数值${shown(value)}读不懂。请写一个数，可带计量单位，如“1200余支”“6.4万人”“95%”。`
  return diagnose('figure-is-readable', place, message)
}

function judgeMeasure(name: string, figure: Figure, metric: Metric, place: Place): Diagnostic[] {
  if (figure.kind !== 'quantity' || figure.measure === null) return []
  if (figure.measure === metric.measure || metric.equivalents.includes(figure.measure)) return []
  const also = metric.equivalents.length > 0 ? `（也可用${metric.equivalents.map((it) => `“${it}”`).join('')}）` : ''
  const message = `指标“${name}”的计量单位是“${metric.measure}”${also}，这里写的是“${figure.measure}”。请核对。`
  return [diagnose('figure-measure-fits', place, message)]
}
