import {PassThrough} from 'node:stream'
import {expect, test} from 'vitest'
import {askOn} from '../../src/cli/ask.js'
import {WrongUse} from '../../src/model/wrong-use.js'

test('问题写到输出，回答不带行尾', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const answer = askOn(input, output)('标题：')
  input.write('一个标题\n')
  expect(await answer).toBe('一个标题')
  expect(String(output.read())).toContain('标题：')
})

test('关掉输入就停止，不一直等', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const answer = askOn(input, output)('标题：')
  input.end()
  await expect(answer).rejects.toThrow(WrongUse)
})
