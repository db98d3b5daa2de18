/** The editor's note (编者按) of an issue: Markdown inside YAML. */

import {closeBody} from '../markdown/body.js'
import {readBody} from '../markdown/read.js'
import type {Body} from '../model/body.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import type {Place, Point} from '../model/place.js'
import type {RawYaml} from '../model/raw.js'

/** @param note - null where the issue has none. */
export function checkNote(note: string | null, yaml: RawYaml): Judged<Body> {
  if (note === null || note.trim() === '') return {value: null, diagnostics: []}
  const read = readBody(yaml.file, note, 0)
  const closed = read.body
    ? closeBody(read.body, {
        prefix: 'note',
        findImage: () => ({ruleId: 'image-stands-alone', message: '编者按里不能放图片。请删去图片，或放进来稿。'})
      })
    : {value: null, diagnostics: []}
  const diagnostics = [...read.diagnostics, ...closed.diagnostics]
  return {value: closed.value, diagnostics: diagnostics.map((finding) => inFile(finding, yaml))}
}

/** In a block (`note: |`) lines are those of the file; written otherwise, all stands at the note's beginning. */
function inFile(finding: Diagnostic, yaml: RawYaml): Diagnostic {
  const block = yaml.blockAt?.(['note'])
  const whole = yaml.placeOf(['note'])
  if (!block) return {...finding, place: whole}
  const move = ({line, column}: Point): Point => ({line: line + block.lineOffset, column: column + block.columnOffset})
  const place: Place = {file: whole.file, start: move(finding.place.start), end: move(finding.place.end)}
  return {...finding, place}
}
