/** Help and complaints of the command line, in Chinese. */

import {type Command, type CommanderError, Help, type Option} from 'commander'
import {textWidthEm} from '../text/width.js'
import type {Terminal} from './terminal.js'

/** Make a command speak Chinese and write to the terminal that was handed in. */
export function chinese(command: Command, terminal: Terminal): Command {
  return command
    .helpOption('-h, --help', '显示用法')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (shown) => inChinese(plain.commandUsage(shown)),
      subcommandTerm: (shown) => inChinese(plain.subcommandTerm(shown)),
      optionDescription: describeOption,
      displayWidth: (text) => textWidthEm(text) * 2
    })
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: () => undefined,
      outputError: () => undefined
    })
}

const plain = new Help()

/** What commander puts into usage lines by itself. */
function inChinese(usage: string): string {
  return usage.replace('[options]', '[选项]').replace('[command]', '<命令>')
}

function describeOption({description, argChoices, defaultValue}: Option): string {
  const notes: string[] = []
  if (argChoices) notes.push(`可选 ${argChoices.join('、')}`)
  const given = [defaultValue].flat().filter((value) => value !== undefined && value !== '')
  if (given.length > 0) notes.push(`默认 ${given.join(',')}`)
  return notes.length === 0 ? description : `${description}（${notes.join('；')}）`
}

/** A complaint of commander's, in Chinese. */
export function explainUsage(error: CommanderError): string {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const guess = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(error.message)?.[1]
  const hint = guess ? `是否为“${guess}”？` : '运行 npx jianbao --help 看用法。'
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
      return `“${quoted}”写得不对：${explainValue(error.message)}`
    case 'commander.excessArguments':
      return `多写了参数。${hint}`
    case 'commander.help':
      return '请写明要做什么。'
    default:
      return error.message
  }
}

/** What an option's parser said, or which values there are. */
function explainValue(message: string): string {
  const choices = /Allowed choices are (.*)\.$/.exec(message)?.[1]
  return choices === undefined ? (message.split('. ').at(-1) ?? '') : `可选 ${choices.replaceAll(', ', '、')}。`
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：'
}
