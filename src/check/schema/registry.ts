/** What an entry of units.yaml or metrics.yaml may say. */

import {z} from 'zod'
import {metricKinds} from '../../model/metric.js'
import {unitLevels} from '../../model/unit.js'
import {day, mapping, oneOf, text, texts, whole} from './values.js'

const id = z.string({error: '小写字母、数字和 - 组成的代号'}).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: '小写字母、数字和 - 组成的代号'
})
const names = z.preprocess(
  (value) => (Array.isArray(value) && value.length === 0 ? undefined : value),
  texts('别名的列表').optional()
)

export const unitShape = mapping({
  id,
  name: text('单位名称'),
  aliases: names,
  place: text('地名').optional(),
  parent: text('上级单位的代号').optional(),
  level: oneOf(unitLevels).optional(),
  former: z
    .array(mapping({name: text('曾用名'), until: day()}), {error: '曾用名的列表，如 [{name: …, until: 2012-06-30}]'})
    .optional(),
  successor: text('接续单位的代号').optional()
})

export const metricShape = mapping({
  id,
  label: text('指标名称'),
  aliases: names,
  measure: text('计量单位，如“人”'),
  equivalents: names,
  kind: oneOf(metricKinds),
  precision: whole(0, '小数位数，如 0').optional()
})
