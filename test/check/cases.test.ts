/**
 * Bad inputs and what is said of them.
 *
 * A case is a folder: files that are laid over `check-base` (`input.md` is a submission), and `messages.txt`, the whole
 * output. `marked.json` says what only a file system could: `{"path": "outside" | "tooLarge"}`.
 */

import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {base, checkWorkspace, fixtures, type Marked, messagesOf, readFolder} from './workspace.js'

const folder = join(fixtures, 'check')
const cases = readdirSync(folder).sort()

test('底稿没有问题', () => {
  const checked = checkWorkspace(base)
  expect(messagesOf(checked)).toBe('')
  expect(checked.submissions.size).toBe(2)
  expect(checked.issues).toHaveLength(1)
})

describe('每种错误都说得清楚', () => {
  test.each(cases)('%s', async (name) => {
    const own = readFolder(join(folder, name))
    const marked: Marked = new Map(Object.entries(JSON.parse(text(own.get('marked.json')) || '{}')))
    const found = messagesOf(checkWorkspace(new Map([...base, ...own]), marked))
    expect(found).not.toBe('')
    await expect(found).toMatchFileSnapshot(join(folder, name, 'messages.txt'))
  })
})

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}
