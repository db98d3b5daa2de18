import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {balanceLines} from '../../src/text/balance.js'
import {textWidthEm} from '../../src/text/width.js'

describe('balanceLines', () => {
  test.each([
    ['青石县把书屋搬到桥头', 20, ['青石县把书屋搬到桥头']],
    [
      '桐庐县坚持把戏台搭到村口 推进新时代文明实践试点工作',
      20,
      ['桐庐县坚持把戏台搭到村口', '推进新时代文明实践试点工作']
    ],
    ['推动文明单位与老旧小区共建家门口的文明实践点位置', 20, ['推动文明单位与老旧小区共', '建家门口的文明实践点位置']],
    ['东河街道：候车亭里说变化，小事情里见真章，家门口', 20, ['东河街道：候车亭里说变化，', '小事情里见真章，家门口']],
    [
      '云溪镇把闲置校舍改成村民自己管的书房，三年建成二十二处，老人孩子出门一刻钟就有书有座',
      20,
      ['云溪镇把闲置校舍改成村民自己管的书房，', '三年建成二十二处，', '老人孩子出门一刻钟就有书有座']
    ],
    ['打造“三融”模式推动“两中心一平台”纵深发展见成效', 20, ['打造“三融”模式推动', '“两中心一平台”纵深发展见成效']]
  ])('%s', (text, widthEm, lines) => {
    expect(balanceLines(text, widthEm)).toEqual(lines)
  })

  test('no line begins with a closing mark, a blank before it or not', () => {
    const lines = balanceLines('一县村的实践点文明 ）新书屋一县村的实践点', 10)
    for (const line of lines) expect(line).not.toMatch(/^）/)
  })

  test('a number or a Latin word stays whole', () => {
    const lines = balanceLines('全县建成1036个新时代文明实践点并接入PC端和手机端平台', 12)
    expect(lines.join('')).toBe('全县建成1036个新时代文明实践点并接入PC端和手机端平台')
    for (const whole of ['1036', 'PC']) expect(lines.some((line) => line.includes(whole))).toBe(true)
  })

  test('what cannot be broken stays as it is', () => {
    expect(balanceLines('a'.repeat(100), 20)).toEqual(['a'.repeat(100)])
  })

  test('a long text that cannot be broken to fit is left as it is without trying every number of lines', () => {
    const text = `${'中'.repeat(20_000)}${'a'.repeat(100)}`
    expect(balanceLines(text, 20)).toEqual([text])
  })

  test('what fits only with a character alone on its line is left as it is', () => {
    const text = `${'a'.repeat(39)}中`
    expect(balanceLines(text, 20)).toEqual([text])
  })

  test('every line fits, none holds one character, no word is lost, no mark stands where it must not', () => {
    const character = fc.constantFrom(...'一县村的实践点文明新书屋，。、“”《》（）：0123 aZ')
    fc.assert(
      fc.property(
        fc.array(character, {minLength: 1, maxLength: 200}),
        fc.integer({min: 8, max: 28}),
        (parts, widthEm) => {
          const text = parts.join('').trim()
          const lines = balanceLines(text, widthEm)
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
          if (lines.length < 2) return
          for (const line of lines) {
            expect(textWidthEm(line)).toBeLessThanOrEqual(widthEm)
            expect(textWidthEm(line)).toBeGreaterThanOrEqual(2)
          }
          for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。、”》）：]/)
          for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[“《（]$/)
        }
      )
    )
  })
})
