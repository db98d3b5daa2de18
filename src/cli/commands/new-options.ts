/** What the kinds of `jianbao new` have in common. */

import {type Command, InvalidArgumentError, Option} from 'commander'
import type {CalendarDate} from '../../model/date.js'
import type {Host} from '../../model/host.js'
import {parseDate} from '../../text/date.js'
import {askFor} from '../ask.js'
import type {Terminal} from '../terminal.js'

/** An option that may be written several times. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, `${description}，可写几次`)
    .default([])
    .argParser((value: string, previous: readonly string[]) => [...previous, value])
}

export function dateOption(description: string): Option {
  return new Option('--date <日期>', description).argParser((value): CalendarDate => {
    const date = parseDate(value)
    if (!date) throw new InvalidArgumentError('请写确有的一天，年、月、日之间用“-”，月、日各两位，如 2020-08-13。')
    return date
  })
}

/** The bulletin that was named, or is asked for. */
export async function bulletinOf(host: Host, terminal: Terminal, named: string | undefined): Promise<string> {
  if (named !== undefined) return named
  const {layoutOf} = await import('../../read/layout.js')
  const choices = layoutOf(await host.files.list('content')).bulletins.map(({id}) => id)
  return askFor(terminal, {name: '刊物的代号', option: '<刊物>', choices})
}

/** The created path as result; what comes next is for people. */
export function reportCreated(
  terminal: Terminal,
  command: Command,
  {
    created,
    next
  }: {readonly created: {readonly created: string} & Readonly<Record<string, unknown>>; readonly next: string}
): void {
  const {json} = command.opts<{json?: boolean}>()
  terminal.out(json ? `${JSON.stringify(created, null, 2)}\n` : `${created.created}\n`)
  terminal.err(`${next}\n`)
}
