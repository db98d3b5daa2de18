/** From the bytes of a file to its text, or to what is wrong with them. */

import {diagnose} from '../diagnostics/diagnose.js'
import type {RuleId} from '../diagnostics/rules.js'
import type {Diagnostic} from '../model/diagnostic.js'
import {type Place, startOf} from '../model/place.js'
import type {RawYaml, SourceFile} from '../model/raw.js'
import {type DecodingProblem, decodeText} from '../text/encoding.js'
import {readYaml} from './yaml.js'

/** Files over this are refused before anything else is done with them. */
export const maxFileBytes = 2 * 1024 * 1024

export type DecodedSource = {readonly text: string} | {readonly diagnostics: readonly Diagnostic[]}

/**
 * Decode a file.
 *
 * @returns its text without a byte-order mark, every line end as LF: lines and columns stay those of the file.
 */
export function decodeSource(source: SourceFile): DecodedSource {
  if (source.bytes.byteLength > maxFileBytes) return refused(startOf(source.path), 'file-is-small-enough', tooLarge)
  const decoded = decodeText(source.bytes)
  if ('text' in decoded) return decoded
  const start = {line: decoded.line, column: decoded.column}
  const ruleId = decoded.problem === 'control' ? 'file-has-no-control-characters' : 'file-is-utf8'
  return refused({file: source.path, start, end: start}, ruleId, explain(decoded))
}

/** Read a file that is YAML as a whole. */
export function readYamlFile(source: SourceFile): RawYaml {
  const decoded = decodeSource(source)
  return 'text' in decoded ? readYaml(source.path, decoded.text) : unreadableYaml(source.path, decoded.diagnostics)
}

/** YAML of which nothing could be read: every place is the file's start. */
export function unreadableYaml(file: string, diagnostics: readonly Diagnostic[]): RawYaml {
  return {file, value: undefined, placeOf: () => startOf(file), placeOfKey: () => startOf(file), diagnostics}
}

const tooLarge = '文件超过 2 MB，不作处理。请删去多余内容，或分成几个文件。'

function refused(place: Place, ruleId: RuleId, message: string): DecodedSource {
  return {diagnostics: [diagnose(ruleId, place, message)]}
}

function explain(problem: DecodingProblem): string {
  switch (problem.problem) {
    case 'gbk':
      return '这个文件是 GBK 编码，本程序只读 UTF-8。请用记事本等编辑器打开，选“另存为”，编码选 UTF-8，再保存。'
    case 'utf16':
      return '这个文件是 UTF-16 编码，本程序只读 UTF-8。请用记事本等编辑器打开，选“另存为”，编码选 UTF-8，再保存。'
    case 'control':
      return `此处有看不见的控制字符${problem.character ? `（${problem.character}）` : ''}。请删去它，再保存。`
    default:
      return '这个文件不是 UTF-8 文本。如果是 Word 等文件，请把文字复制出来，另存为 UTF-8 编码的文本文件。'
  }
}
