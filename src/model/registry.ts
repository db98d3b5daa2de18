/** Units and metrics on file, found by any of their names. */

import type {Metric} from './metric.js'
import type {Unit} from './unit.js'

export interface Registry {
  readonly units: ReadonlyMap<string, Unit>
  readonly metrics: ReadonlyMap<string, Metric>
  /** Id, name, alias or former name → unit. */
  readonly unitsByName: ReadonlyMap<string, Unit>
  /** Id, label or alias → metric. */
  readonly metricsByName: ReadonlyMap<string, Metric>
  /** Files of which nothing could be read: whether a name is on them, nobody can say. */
  readonly unread?: ReadonlySet<'units' | 'metrics'>
}
