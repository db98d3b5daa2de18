/** Recipients of a distribution list: each should stand in it once. */

import {diagnose} from '../diagnostics/diagnose.js'
import {type DistributionLevel, type DistributionList, distributionLevels} from '../model/bulletin.js'
import type {Diagnostic} from '../model/diagnostic.js'
import type {Place} from '../model/place.js'
import type {Part} from './shape.js'

/**
 * Find recipients that stand in a list twice, in one level or in two.
 *
 * What is written in one text is one recipient: `省文明委主任、副主任` is not taken apart.
 *
 * @param part - where the list is written.
 * @returns a warning on each but the first, which is its cause.
 */
export function judgeRecipients(list: DistributionList, {yaml, path}: Part): Diagnostic[] {
  const seen = new Map<string, {readonly level: DistributionLevel; readonly place: Place}>()
  return distributionLevels.flatMap((level) =>
    list.recipients[level].flatMap(({name}, index) => {
      const place = yaml.placeOf([...path, level, index, 'name'])
      const first = seen.get(keyOf(name))
      if (!first) {
        seen.set(keyOf(name), {level, place})
        return []
      }
      const where = first.level === level ? `在“${level}”中写了两次` : `既在“${first.level}”中，又在“${level}”中`
      const message = `“${name}”${where}，会发两回。请删去一处，要多发的改写份数（copies）。`
      return [diagnose('recipient-stands-once', place, message, {cause: first.place})]
    })
  )
}

/** Blanks, and whether brackets and letters are of full width, make no other recipient. */
function keyOf(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '')
}
