/** Help and complaints of the command line, in Chinese. */

import type {Command, CommanderError} from 'commander'
import type {Terminal} from './terminal.js'

/** Make a command speak Chinese and write to the terminal that was handed in. */
export function chinese(command: Command, terminal: Terminal): Command {
  return command
    .helpOption('-h, --help', '显示用法')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureHelp({styleTitle: (title) => titles[title] ?? title})
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: () => undefined,
      outputError: () => undefined
    })
}

/** A complaint of commander's, in Chinese. */
export function explainUsage(error: CommanderError): string {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const guess = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(error.message)?.[1]
  const hint = guess ? `是否为“${guess}”？` : '运行 jianbao --help 看用法。'
  switch (error.code) {
    case 'commander.unknownCommand':
      return `没有“${quoted}”这个命令。${hint}`
    case 'commander.unknownOption':
      return `没有“${quoted}”这个选项。${hint}`
    case 'commander.missingArgument':
      return `缺少参数“${quoted}”。${hint}`
    case 'commander.missingMandatoryOptionValue':
      return `缺少必写的选项“${quoted}”。${hint}`
    case 'commander.optionMissingArgument':
      return `选项“${quoted}”后面缺少内容。${hint}`
    case 'commander.invalidArgument':
      return `“${quoted}”写得不对：${error.message.split('. ').at(-1)}`
    case 'commander.excessArguments':
      return `多写了参数。${hint}`
    case 'commander.help':
      return '请写明要做什么。运行 jianbao --help 看用法。'
    default:
      return error.message
  }
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：'
}
