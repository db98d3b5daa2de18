/** Measures (版式): those of a bulletin over its template's over the common ones, checked as one. */

import {z} from 'zod'
import {diagnose} from '../diagnostics/diagnose.js'
import type {Diagnostic, Judged} from '../model/diagnostic.js'
import {startOf} from '../model/place.js'
import type {RawYaml} from '../model/raw.js'
import {type Sheet, type StyleRole, styleRoles} from '../model/sheet.js'
import {dispatchMeasures, labelMeasures} from './schema/papers.js'
import {layersOf, mergeLayers, type SheetLayer, type SheetPath} from './sheet-layers.js'
import {explainShape} from './sheet-messages.js'
import {judgeSense} from './sheet-sense.js'

/**
 * Check the measures that a bulletin is set by.
 *
 * @param sheets - the template's own, then the common one; what the first says counts.
 * @param template - for the message where there is none.
 * @param bulletin - the bulletin's `sheet:`, which counts before all; null for a template by itself.
 * @returns null only where there are errors: a sheet that departs from what is wise gets warnings.
 */
export function checkSheet(
  sheets: readonly RawYaml[],
  template: string,
  bulletin: RawYaml | null = null
): Judged<Sheet> {
  const broken = sheets.flatMap((sheet) => sheet.diagnostics)
  if (sheets.length === 0) {
    const place = startOf(`templates/${template}/sheet.yaml`)
    return {value: null, diagnostics: [diagnose('sheet-is-valid', place, '模板没有 sheet.yaml。请补上版式文件。')]}
  }
  if (broken.length > 0) return {value: null, diagnostics: broken}
  const layers = layersOf(sheets, bulletin)
  const result = sheetSchema.safeParse(mergeLayers(layers))
  const extending = judgeExtends(layers)
  if (!result.success) {
    const shape = result.error.issues.flatMap((issue) => explainShape(issue, layers, keysAt))
    return {value: null, diagnostics: [...extending, ...shape]}
  }
  const sense = judgeSense(result.data, layers)
  const value = extending.length > 0 || sense.some(({severity}) => severity === 'error') ? null : result.data
  return {value, diagnostics: [...extending, ...sense]}
}

/** A bulletin's measures always lie over those of its template. */
function judgeExtends(layers: readonly SheetLayer[]): Diagnostic[] {
  return layers.flatMap(({origin, yaml}) => {
    if (origin !== 'bulletin' || !Object.hasOwn(yaml.value as object, 'extends')) return []
    const message = '刊物的版式（sheet）不写“extends”：写在这里的总是改模板的版式。请删去这一行。'
    return [diagnose('sheet-is-valid', yaml.placeOfKey(['extends']), message)]
  })
}

/** What may be written below a path. */
function keysAt(path: SheetPath): readonly string[] {
  let schema: unknown = sheetSchema
  for (const key of path) schema = schema instanceof z.ZodObject ? schema.shape[String(key)] : undefined
  return schema instanceof z.ZodObject ? Object.keys(schema.shape).filter((key) => key !== 'extends') : []
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
  keepWithNext: z.boolean().default(false),
  ownLatin: z.boolean().default(false)
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
    dashRiseEm: positive,
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
  dispatch: dispatchMeasures,
  labels: labelMeasures,
  pageNumberBelowMm: length.min(0),
  styles: z.strictObject(
    Object.fromEntries(styleRoles.map((role) => [role, styleSchema])) as Record<StyleRole, typeof styleSchema>
  )
})
