/** Who gets which copies of an issue. */

import {copiesOf, type DistributionList, distributionLevels} from '../model/bulletin.js'
import type {Consignment, Dispatch} from '../model/dispatch.js'
import type {Issue} from '../model/issue.js'

/**
 * Share the copies of an issue out.
 *
 * @param list - the issue's own.
 * @returns one consignment a recipient, in the list's order, then the copies that are kept, if any.
 */
export function aggregateDispatch({identity, imprint}: Issue, list: DistributionList): Dispatch {
  const shares: Omit<Consignment, 'range'>[] = distributionLevels.flatMap((level) =>
    list.recipients[level].map((recipient) => ({level, recipient, copies: copiesOf(recipient)}))
  )
  if (list.kept > 0) shares.push({level: '存档', recipient: null, copies: list.kept})
  const {copyNumbers} = imprint
  let copies = 0
  const consignments = shares.map((share): Consignment => {
    const first = (copyNumbers?.first ?? 0) + copies
    copies += share.copies
    return {...share, range: copyNumbers && {first, last: first + share.copies - 1}}
  })
  return {identity, consignments, copies, digits: copyNumbers?.digits ?? null}
}
