/** Questions on a terminal for what was not given as an option. */

import {WrongUse} from '../model/wrong-use.js'
import type {Terminal} from './terminal.js'

/** Puts one question and gives the answer, without its line end. */
export type Ask = (question: string) => Promise<string>

export interface Wanted {
  /** What is asked for: 标题. */
  readonly name: string
  /** How it is given otherwise: `--title 标题`. */
  readonly option: string
  /** What there is to choose from. */
  readonly choices?: readonly string[]
}

/**
 * Ask for what is missing.
 *
 * @throws {WrongUse} naming the option, where nobody can be asked or nothing is answered.
 */
export async function askFor(terminal: Terminal, wanted: Wanted): Promise<string> {
  const answer = await askOptional(terminal, wanted)
  if (answer !== null) return answer
  const {name, option, choices = []} = wanted
  const there = choices.length > 0 ? `现有：${choices.join('、')}。` : ''
  throw new WrongUse(`没有写${name}。请补写 ${option}。${there}`)
}

/** @returns null where nobody can be asked, or nothing is answered. */
export async function askOptional(terminal: Terminal, {name, choices = []}: Wanted): Promise<string | null> {
  if (!terminal.ask) return null
  const there = choices.length > 0 ? `（${choices.join('、')}）` : ''
  const answer = (await terminal.ask(`${name}${there}：`)).trim()
  return answer === '' ? null : answer
}

/** Ask on a terminal's streams. Questions go to `output`, so that results can be piped. */
export function askOn(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Ask {
  return async (question) => {
    const {createInterface} = await import('node:readline/promises')
    const lines = createInterface({input, output})
    const closed = new AbortController()
    // Ctrl+C and Ctrl+D close the interface; without a signal the question would wait for ever.
    lines.once('close', () => closed.abort())
    try {
      return await lines.question(question, {signal: closed.signal})
    } catch (error) {
      if (closed.signal.aborted) throw new WrongUse('没有回答，已停止。')
      throw error
    } finally {
      lines.close()
    }
  }
}
