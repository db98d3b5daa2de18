import {expect, test} from 'vitest'
import {diagnose, sortDiagnostics} from '../../src/diagnostics/diagnose.js'
import {formatGithub} from '../../src/diagnostics/format-github.js'
import {formatJson, jsonDiagnostics, readJsonDiagnostics} from '../../src/diagnostics/format-json.js'
import {formatSarif} from '../../src/diagnostics/format-sarif.js'
import {formatText} from '../../src/diagnostics/format-text.js'
import {rules} from '../../src/diagnostics/rules.js'
import type {Place} from '../../src/model/place.js'

const at = (file: string, line: number, column: number): Place => ({
  file,
  start: {line, column},
  end: {line, column: column + 2}
})
const known = diagnose('column-is-known', at('content/刊/a.md', 3, 9), '栏目“甲”不在本刊栏目中。是否为“乙”？', {
  suggestion: '乙'
})
const used = diagnose('submission-is-used-once', at('content/刊/001.yaml', 7, 5), '来稿用了两次：100%。', {
  cause: at('content/刊/001.yaml', 6, 5)
})

test('文本：一条一行', () => {
  expect(formatText(known)).toBe('content/刊/a.md:3:9: 错误: 栏目“甲”不在本刊栏目中。是否为“乙”？ [column-is-known]')
  expect(formatText(used)).toBe(
    'content/刊/001.yaml:7:5: 错误: 来稿用了两次：100%。（另一处：content/刊/001.yaml:6:5） [submission-is-used-once]'
  )
  expect(formatText({...known, severity: 'warning'})).toContain(': 警告: ')
  expect(formatText({...known, severity: 'info'})).toContain(': 提示: ')
})

test('JSON：读回来是原来的，不成样子的不要', () => {
  const {cause: _, ...withoutCause} = used
  expect(readJsonDiagnostics(jsonDiagnostics([known, used]))).toEqual([withoutCause, known])
  const [row] = jsonDiagnostics([known])
  for (const broken of [null, 1, {}, {...row, line: '3'}, {...row, file: undefined}, {...row, severity: 'fatal'}]) {
    expect(readJsonDiagnostics([broken])).toEqual([])
  }
  for (const none of [undefined, null, 'a', {}]) expect(readJsonDiagnostics(none)).toEqual([])
})

test('JSON：键不多不少，按文件、行、列排序', () => {
  const rows: unknown = JSON.parse(formatJson([known, used]))
  expect(rows).toEqual([
    {
      file: 'content/刊/001.yaml',
      line: 7,
      column: 5,
      endLine: 7,
      endColumn: 7,
      severity: 'error',
      ruleId: 'submission-is-used-once',
      message: '来稿用了两次：100%。'
    },
    {
      file: 'content/刊/a.md',
      line: 3,
      column: 9,
      endLine: 3,
      endColumn: 11,
      severity: 'error',
      ruleId: 'column-is-known',
      message: '栏目“甲”不在本刊栏目中。是否为“乙”？',
      suggestion: '乙'
    }
  ])
  expect(formatJson([])).toBe('[]\n')
})

test('GitHub：记号都转义', () => {
  expect(formatGithub({...used, place: at('a,b:c%.yaml', 1, 2), message: '一%\n二'})).toBe(
    '::error file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=2,endColumn=4,title=submission-is-used-once::一%25%0A二'
  )
  expect(formatGithub({...known, severity: 'info'})).toMatch(/^::notice /)
})

test('SARIF 2.1.0：规则、级别、位置', () => {
  const log: unknown = JSON.parse(formatSarif([used, known]))
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'jianbao', rules: [{id: 'column-is-known'}, {id: 'submission-is-used-once'}]}},
        results: [
          {ruleId: 'submission-is-used-once', ruleIndex: 1, level: 'error', relatedLocations: [{}]},
          {
            ruleIndex: 0,
            message: {text: known.message},
            locations: [
              {
                physicalLocation: {
                  artifactLocation: {uri: 'content/%E5%88%8A/a.md'},
                  region: {startLine: 3, startColumn: 9, endLine: 3, endColumn: 11}
                }
              }
            ]
          }
        ]
      }
    ]
  })
})

test('排序不看先后', () => {
  expect(sortDiagnostics([known, used])).toEqual(sortDiagnostics([used, known]))
})

test('规则的名称都合规矩；文字规则都不是错误', () => {
  for (const [id, {kind, severity}] of Object.entries(rules)) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
    if (kind === 'text') expect(severity).not.toBe('error')
  }
})
