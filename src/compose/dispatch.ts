/** The words of the papers that go with an issue: dispatch sheet (发放登记表) and address labels (标签). */

import type {Bulletin} from '../model/bulletin.js'
import type {AddressLabel, Consignment, Dispatch, DispatchRow, DispatchSheet, LabelSheet} from '../model/dispatch.js'
import {formatCopyRange} from '../text/copy-number.js'
import {formatDate} from '../text/date.js'
import {formatIssueNumber, shortIssueNumber} from './numbering.js'

/** The dispatch sheet; a column for the copies' numbers only where they have some. */
export function composeDispatchSheet(dispatch: Dispatch, bulletin: Bulletin): DispatchSheet {
  const {identity, consignments, copies, digits} = dispatch
  const numbers = {column: 'numbers', text: '份号'} as const
  return {
    title: titleOf(dispatch, bulletin, '发放登记表'),
    bulletin: bulletin.title.join(''),
    author: bulletin.issuers.join('、'),
    identity,
    date: formatDate(identity.date),
    heads: [
      {column: 'number', text: '序号'},
      {column: 'recipient', text: '收件单位'},
      {column: 'level', text: '发送类别'},
      {column: 'copies', text: '份数'},
      ...(digits === null ? [] : [numbers]),
      {column: 'signature', text: '签收人'},
      {column: 'signedOn', text: '签收日期'}
    ],
    rows: consignments.map(
      (consignment, index): DispatchRow => ({
        number: index + 1,
        recipient: consignment.recipient?.name ?? '编印单位',
        level: consignment.level,
        copies: consignment.copies,
        numbers: numbersOf(consignment, digits) ?? ''
      })
    ),
    total: {text: '合计', copies}
  }
}

/** One label a recipient; copies that are kept go nowhere. */
export function composeLabels(dispatch: Dispatch, bulletin: Bulletin): LabelSheet {
  const {identity, consignments, digits} = dispatch
  const issue = shortIssueNumber(identity)
  return {
    title: titleOf(dispatch, bulletin, '地址标签'),
    author: bulletin.issuers.join('、'),
    identity,
    labels: consignments.flatMap((consignment): AddressLabel[] => {
      const {recipient, copies} = consignment
      if (!recipient) return []
      const {postcode, address, name, attention} = recipient
      return [
        {
          postcode,
          address,
          name,
          attention: attention && `${attention}　收`,
          copies: [issue, `${copies}份`].filter((part) => part !== '').join('　'),
          numbers: numbersOf(consignment, digits)
        }
      ]
    })
  }
}

function titleOf({identity}: Dispatch, {title}: Bulletin, paper: string): string {
  return `${title.join('')}${formatIssueNumber(identity)}${paper}`
}

function numbersOf({range}: Consignment, digits: number | null): string | null {
  return range && digits !== null ? formatCopyRange(range, digits) : null
}
