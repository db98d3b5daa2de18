/** `--workspace DIR`, accepted before and after the command. */

import {resolve} from 'node:path'
import {Command} from 'commander'
import {createHost} from '../host/node.js'
import type {Host} from '../model/host.js'
import type {Terminal} from './terminal.js'

export interface HostOptions {
  readonly workspace?: string
  readonly strictFonts?: boolean
}

/** A command with the options that all have. */
export function commandOf(name: string): Command {
  return new Command(name).option('--workspace <目录>', '工作区所在目录，默认为当前目录')
}

/** The host for a command that was given `--workspace`, on either side of its name. */
export function hostOf(command: Command, terminal: Terminal): Host {
  const {workspace = '.', strictFonts = false} = command.optsWithGlobals<HostOptions>()
  // A command's own option wins over the program's, where both were written.
  const own = command.opts<HostOptions>().workspace ?? workspace
  return createHost({workspace: resolve(terminal.cwd, own), strictFonts})
}
