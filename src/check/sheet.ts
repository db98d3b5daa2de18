/** Measures of a template (`sheet.yaml`): merged with the common ones, then checked. */

import {z} from 'zod'
import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import {type Place, startOf} from '../model/place.js'
import type {RawYaml} from '../model/raw.js'
import {type Sheet, type StyleRole, styleRoles} from '../model/sheet.js'

/**
 * Check a template's measures.
 *
 * @param sheets - the template's own, then the common one; what the first says counts.
 * @param template - for the message where there is none.
 */
export function checkSheet(sheets: readonly RawYaml[], template: string): Judged<Sheet> {
  const own = sheets[0]
  const broken = sheets.flatMap((sheet) => sheet.diagnostics)
  if (!own || broken.length > 0) {
    const missing = diagnose(
      'sheet-is-valid',
      startOf(`templates/${template}/sheet.yaml`),
      '模板没有 sheet.yaml。请补上版式文件。'
    )
    return {value: null, diagnostics: own ? broken : [missing]}
  }
  const merged = sheets.map((sheet) => sheet.value).reduceRight((base, value) => merge(base, value), {})
  const result = sheetSchema.safeParse(merged)
  if (result.success) return {value: result.data, diagnostics: []}
  const diagnostics = result.error.issues.map((issue): Diagnostic => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
    return diagnose('sheet-is-valid', placeIn(sheets, path), explain(issue, {path, written: has(merged, issue.path)}))
  })
  return {value: null, diagnostics}
}

const length = z.number().finite()
const positive = length.positive()
const colorName = z.enum(['black', 'red'])

const styleSchema = z.strictObject({
  name: z.string().min(1),
  font: z.enum(['xiaobiaosong', 'fangsong', 'heiti', 'kaiti', 'songti']),
  sizePt: positive,
  bold: z.boolean().default(false),
  color: colorName.default('black'),
  align: z.enum(['left', 'center', 'right', 'justify']).default('justify'),
  firstLineChars: length.default(0),
  startChars: length.min(0).default(0),
  endChars: length.min(0).default(0),
  lineLines: positive.default(1),
  spaceBeforeLines: length.min(0).default(0),
  spaceAfterLines: length.min(0).default(0),
  fit: z.boolean().default(false),
  keepWithNext: z.boolean().default(false)
})

const ruleSchema = z.strictObject({
  thicknessPt: positive,
  color: colorName,
  aboveMm: length.min(0),
  belowMm: length.min(0)
})

const hex = z.string().regex(/^[0-9A-Fa-f]{6}$/)
const family = z.string().min(1).max(31)

const sheetSchema = z.strictObject({
  extends: z.literal('common').optional(),
  page: z.strictObject({
    widthMm: positive,
    heightMm: positive,
    topMm: positive,
    bottomMm: positive,
    leftMm: positive,
    rightMm: positive
  }),
  grid: z.strictObject({
    linesPerPage: positive.int(),
    charsPerLine: positive.int(),
    linePitchPt: positive,
    charPitchPt: positive
  }),
  glyphs: z.strictObject({
    ascentEm: positive.max(1),
    fakeBoldEm: positive,
    strikeRiseEm: positive,
    smallestSizePt: positive
  }),
  colors: z.strictObject({black: hex, red: hex}),
  officeFonts: z.strictObject({
    xiaobiaosong: family,
    fangsong: family,
    heiti: family,
    kaiti: family,
    songti: family,
    latin: family
  }),
  rules: z.strictObject({
    masthead: ruleSchema,
    colophonOuter: ruleSchema,
    colophonInner: ruleSchema,
    table: ruleSchema,
    footnote: ruleSchema
  }),
  masthead: z.strictObject({smallestTitlePt: positive}),
  contents: z.strictObject({pageNumbers: z.boolean()}),
  lists: z.strictObject({nestingChars: length.min(0)}),
  tables: z.strictObject({
    cellMarginPt: length.min(0),
    aboveLines: length.min(0),
    belowLines: length.min(0),
    rowPaddingLines: length.min(0),
    keepTogetherRows: positive.int(),
    smallestSizePt: positive
  }),
  pictures: z.strictObject({
    largestShare: positive.max(1),
    smallestMm: positive,
    pixelsPerInch: positive,
    aboveLines: length.min(0)
  }),
  footnotes: z.strictObject({ruleShare: positive.max(1), aboveLines: length.min(0)}),
  colophon: z.strictObject({leastLinesBefore: length.min(0).int()}),
  pageNumberBelowMm: length.min(0),
  styles: z.strictObject(
    Object.fromEntries(styleRoles.map((role) => [role, styleSchema])) as Record<StyleRole, typeof styleSchema>
  )
})

/** Maps merge key by key; anything else of the template's own takes the place of the common one. */
function merge(base: unknown, own: unknown): unknown {
  if (own === undefined || own === null) return base
  if (!isMap(base) || !isMap(own)) return own
  const merged: Record<string, unknown> = {...base}
  for (const [key, value] of Object.entries(own)) merged[key] = merge(base[key], value)
  return merged
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** In the first file that says anything there: the template's own, else the common one. */
function placeIn(sheets: readonly RawYaml[], path: readonly PropertyKey[]): Place {
  const holder = sheets.find((sheet) => has(sheet.value, path)) ?? sheets[0]
  return holder ? holder.placeOfKey(path) : startOf('templates')
}

function has(value: unknown, path: readonly PropertyKey[]): boolean {
  const [key, ...rest] = path
  if (key === undefined) return true
  return isMap(value) && Object.hasOwn(value, key) && has(value[String(key)], rest)
}

function explain(
  issue: z.core.$ZodIssue,
  {path, written}: {readonly path: readonly PropertyKey[]; readonly written: boolean}
): string {
  const name = path.map(String).join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return `版式没有“${name}”这一项。请对照 templates/common/sheet.yaml 改正。`
    case 'invalid_value':
      if (!written) return missing(name)
      if (issue.values.length === 1) return `“${name}”只能写 ${issue.values.map(String).join('')}。`
      return `“${name}”只能是 ${issue.values.map(String).join('、')} 之一。`
    case 'too_small':
      return `“${name}”太小，应${issue.inclusive ? '不小于' : '大于'} ${issue.minimum}。`
    case 'invalid_type':
      return written ? `“${name}”应是${typeNames[issue.expected] ?? issue.expected}。` : missing(name)
    case 'invalid_format':
      return `“${name}”应是六位十六进制的颜色，加英文引号，如 'E60012'。`
    default:
      return `“${name}”的写法不对。请对照 templates/common/sheet.yaml 改正。`
  }
}

function missing(name: string): string {
  return `版式缺少“${name}”。请对照 templates/common/sheet.yaml 补上。`
}

const typeNames: Readonly<Record<string, string>> = {
  number: '数，如 16',
  int: '整数，如 22',
  string: '文字',
  boolean: ' true 或 false',
  object: '一组下级项目'
}
