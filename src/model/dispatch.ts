/** Sending an issue out (发放): who gets how many copies, which ones; and the papers for it. */

import type {DistributionLevel, Recipient} from './bulletin.js'
import type {IssueIdentity} from './issue.js'

/** What `distribute` writes: the dispatch sheet (发放登记表) as XLSX and DOCX, address labels (标签) as PDF. */
export const dispatchFormats = ['xlsx', 'docx', 'pdf'] as const
export type DispatchFormat = (typeof dispatchFormats)[number]

/** Numbers of copies (份号), the last one included. */
export interface CopyRange {
  readonly first: number
  readonly last: number
}

/** One handing over. */
export interface Consignment {
  readonly level: DistributionLevel | '存档'
  /** Null for the copies that are kept. */
  readonly recipient: Recipient | null
  /** From 1 up. */
  readonly copies: number
  /** Null where copies are not numbered. */
  readonly range: CopyRange | null
}

export interface Dispatch {
  readonly identity: IssueIdentity
  /** 报, 送, 发 in the order of the list, then 存档; their ranges follow each other without a gap. */
  readonly consignments: readonly Consignment[]
  /** The sum: the print run, where the list gives copies. */
  readonly copies: number
  /** Digits of the numbers; null where copies are not numbered. */
  readonly digits: number | null
}

/** The dispatch sheet, in words. */
export interface DispatchSheet {
  /** `杭州精神文明建设信息交流第9期（总第323期）发放登记表`. */
  readonly title: string
  readonly bulletin: string
  readonly author: string
  readonly identity: IssueIdentity
  /** `2019年10月15日`. */
  readonly date: string
  readonly heads: readonly {readonly column: DispatchColumn; readonly text: string}[]
  readonly rows: readonly DispatchRow[]
  /** `合计`, and the sum. */
  readonly total: {readonly text: string; readonly copies: number}
}

/** In the order of the sheet; `numbers` only where copies are numbered. */
export const dispatchColumns = ['number', 'recipient', 'level', 'copies', 'numbers', 'signature', 'signedOn'] as const
export type DispatchColumn = (typeof dispatchColumns)[number]

/** The rest is written by hand. */
export interface DispatchRow {
  readonly number: number
  readonly recipient: string
  readonly level: string
  readonly copies: number
  /** `000001—000002`; empty where copies are not numbered. */
  readonly numbers: string
}

/** One label, a part a line or more; null where there is nothing to say. */
export interface AddressLabel {
  readonly postcode: string | null
  readonly address: string | null
  readonly name: string
  /** `张三　收`. */
  readonly attention: string | null
  /** `第9期　2份`. */
  readonly copies: string
  /** `000001—000002`. */
  readonly numbers: string | null
}

/** A sheet of labels, in words. */
export interface LabelSheet {
  readonly title: string
  readonly author: string
  readonly identity: IssueIdentity
  readonly labels: readonly AddressLabel[]
}
