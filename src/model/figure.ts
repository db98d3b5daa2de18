/** Quantities as officials write them (数值). */

/**
 * How the written number stands to the true one: `exactly`; `atLeast` (余, 多, 超, 以上); `below` (近, 不足, 将近);
 * `about` (约, 左右, 上下).
 */
export type Qualifier = 'exactly' | 'atLeast' | 'below' | 'about'

/** An exact decimal with its qualifier; never a bare `number`, so that nothing is rounded on the way. */
export interface Quantity {
  readonly kind: 'quantity'
  /** Plain decimal digits without exponent or grouping: `12300`, `460.5`, `-3`. */
  readonly value: string
  readonly qualifier: Qualifier
  /** The measure (计量单位) as written: `支`, `人次`, `%`; null where none was written. */
  readonly measure: string | null
  /** The text as filed. */
  readonly text: string
}

/** The unit says that the metric does not concern it (不适用): neither zero nor 未报. */
export interface NotApplicable {
  readonly kind: 'notApplicable'
  readonly text: string
}

export type Figure = Quantity | NotApplicable
