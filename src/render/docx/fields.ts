/** Fields (域) as Word writes them: begin, instruction, separator, result, end. */

import {BuilderElement, type IRunPropertiesOptions, TextRun, XmlComponent} from 'docx'
import {printable} from '../package.js'
import {textParts} from './text.js'

/** The runs before a field's result; it is not marked dirty, so that Word shows the result and asks nothing. */
export function fieldStart(instruction: string, marks: IRunPropertiesOptions = {}): TextRun[] {
  return [...fieldHead(instruction, marks), fieldMark('separate', marks)]
}

export function fieldEnd(marks: IRunPropertiesOptions = {}): TextRun {
  return fieldMark('end', marks)
}

/** A field that shows nothing. */
export function hiddenField(instruction: string): TextRun[] {
  const hidden = {vanish: true}
  return [...fieldHead(instruction, hidden), fieldEnd(hidden)]
}

/** An argument: quoted, its own quotes and backslashes behind backslashes; Word takes curly quotes for quotes, too. */
export function fieldText(text: string): string {
  return `"${printable(text)
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/["“”\\]/g, '\\$&')}"`
}

function fieldHead(instruction: string, marks: IRunPropertiesOptions): TextRun[] {
  return [
    fieldMark('begin', marks),
    new TextRun({...marks, children: textParts(` ${instruction} `).map((piece) => new Instruction(piece))})
  ]
}

function fieldMark(type: 'begin' | 'separate' | 'end', marks: IRunPropertiesOptions): TextRun {
  const mark = new BuilderElement({name: 'w:fldChar', attributes: {type: {key: 'w:fldCharType', value: type}}})
  return new TextRun({...marks, children: [mark]})
}

class Instruction extends XmlComponent {
  constructor(piece: string) {
    super('w:instrText')
    this.root.push({_attr: {'xml:space': 'preserve'}}, piece)
  }
}
