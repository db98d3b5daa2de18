/** The papers that go with an issue, in the formats asked for. */

import type {FontSet} from '../../model/artifact.js'
import type {DispatchFormat, DispatchSheet, LabelSheet} from '../../model/dispatch.js'
import type {Host} from '../../model/host.js'
import type {Sheet} from '../../model/sheet.js'

export interface DispatchPapers {
  readonly register: DispatchSheet
  readonly labels: LabelSheet
}

export interface DispatchSetting {
  readonly sheet: Sheet
  readonly fonts: FontSet
  /** Labels of the first sheet of paper that are used up. */
  readonly skip: number
}

export interface DispatchArtifact {
  readonly format: DispatchFormat
  readonly bytes: Uint8Array
}

/** What was set, or the labels, by their numbers from 0, whose text has no room on them. */
export type RenderedDispatch =
  | {readonly artifacts: readonly DispatchArtifact[]; readonly crowded: null}
  | {readonly artifacts: null; readonly crowded: readonly number[]}

/**
 * Set the papers. Where there is nobody to send to, there are no labels.
 *
 * @throws {HostError} where the typesetter fails.
 */
export async function renderDispatch(
  {register, labels}: DispatchPapers,
  setting: DispatchSetting,
  formats: readonly DispatchFormat[],
  host: Host
): Promise<RenderedDispatch> {
  const artifacts: DispatchArtifact[] = []
  for (const format of formats) {
    if (format === 'pdf') {
      if (labels.labels.length === 0) continue
      const {bytes, crowded} = await renderLabels(labels, setting, host)
      if (crowded.length > 0) return {artifacts: null, crowded}
      artifacts.push({format, bytes})
    } else if (format === 'docx') {
      const {writeDispatchDocx} = await import('./docx.js')
      artifacts.push({format, bytes: writeDispatchDocx(register, setting.sheet)})
    } else {
      const {writeDispatchXlsx} = await import('./xlsx.js')
      artifacts.push({format, bytes: await writeDispatchXlsx(register, setting.sheet)})
    }
  }
  return {artifacts, crowded: null}
}

async function renderLabels(
  labels: LabelSheet,
  {sheet, fonts, skip}: DispatchSetting,
  host: Host
): Promise<{bytes: Uint8Array; crowded: readonly number[]}> {
  const {crowdedLabels, writeLabels} = await import('./labels.js')
  const {year, month, day} = labels.identity.date
  const typeset = await host.typesetter.typeset({
    source: writeLabels(labels, sheet, fonts, skip),
    pictures: [],
    fonts,
    timestamp: Date.UTC(year, month - 1, day) / 1000,
    marksLabel: crowdedLabels
  })
  const crowded = typeset.marks.map(({name}) => Number(name))
  return {bytes: crowded.length > 0 ? new Uint8Array() : typeset.pdf(), crowded}
}
