/** What figures mean (指标). */

import type {Place} from './place.js'

/** `stock`: a state; `flow`: added over time and units; `rate`: never added. */
export const metricKinds = ['stock', 'flow', 'rate'] as const
export type MetricKind = (typeof metricKinds)[number]

export interface Metric {
  readonly id: string
  readonly label: string
  readonly aliases: readonly string[]
  /** Measure (计量单位) in which figures are given: 人, 人次, 支, 场次, % … */
  readonly measure: string
  /** Measures that count as the same: 名 for 人. */
  readonly equivalents: readonly string[]
  readonly kind: MetricKind
  /** Decimal places that are printed. */
  readonly precision: number
  readonly definedAt: Place
}
