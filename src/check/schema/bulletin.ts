/** What bulletin.yaml may say. */

import {z} from 'zod'
import {
  articleTitleForms,
  type CopyNumbers,
  creditPlacements,
  type DistributionList,
  type DistributionStyle,
  distributionStyles,
  issueCountings,
  mostCopyDigits,
  type Recipient,
  reportingIntervals
} from '../../model/bulletin.js'
import {credit, flag, labelled, lines, looseText, mapping, oneOf, postcode, text, texts, whole} from './values.js'

const recipient = z.preprocess(
  (value) => (typeof value === 'string' ? {name: value} : value),
  mapping({
    name: text('收件单位的名称'),
    copies: whole(1, '份数，如 2').nullish(),
    address: text('地址，如“杭州市解放东路18号”').nullish(),
    postcode: postcode().nullish(),
    attention: text('收件人，如“张三”').nullish()
  }).transform(
    ({name, copies, address, postcode, attention}): Recipient => ({
      name,
      copies: copies ?? null,
      address: address ?? null,
      postcode: postcode ?? null,
      attention: attention ?? null
    })
  )
)

const recipients = z
  .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(recipient, {error: '收件单位的列表'}))
  .nullish()
  .transform((value) => value ?? [])

export const distributionList = mapping(
  {
    报: recipients,
    送: recipients,
    发: recipients,
    存档: whole(0, '存档份数，如 20').nullish()
  },
  '分发名单，如“standard: {报: [甲], 发: [乙], 存档: 20}”'
).transform(({报, 送, 发, 存档}): DistributionList => ({recipients: {报, 送, 发}, kept: 存档 ?? 0}))

const style = oneOf(distributionStyles).nullish()

const distributionStyle = z.preprocess(
  (value) => (typeof value === 'string' ? {报: value, 送: value, 发: value} : value),
  mapping({报: style, 送: style, 发: style}).transform(
    ({报, 送, 发}): Record<'报' | '送' | '发', DistributionStyle> => ({
      报: 报 ?? 'inline',
      送: 送 ?? 'inline',
      发: 发 ?? 'inline'
    })
  )
)

/** `auto` counts the list. */
function printRun() {
  const what = '印数，如 400，或 auto（按分发名单的份数计算）'
  return z.union([whole(1, what), z.literal('auto')], {error: what})
}

/** Source of six digits: GB/T 9704—2012, 7.2.1. */
function copyNumbers() {
  return mapping(
    {
      first: whole(1, '第一份的号码，如 1').nullish(),
      digits: whole(1, `份号的位数，1 至 ${mostCopyDigits}，如 6`, mostCopyDigits).nullish()
    },
    '份号的编法，如“copyNumbers: {first: 1, digits: 6}”'
  ).transform(({first, digits}): CopyNumbers => ({first: first ?? 1, digits: digits ?? 6}))
}

/** What an issue may override. */
export const imprintShape = {
  classification: text('一段文字，如“内部资料 注意保存”').optional(),
  toc: flag().optional(),
  staff: labelled().optional(),
  contacts: labelled().optional(),
  printRun: printRun().optional(),
  copyNumbers: copyNumbers().optional(),
  permit: looseText('准印证号').optional()
}

export const bulletinShape = mapping({
  title: lines('刊名，或刊名各行的列表'),
  template: text('模板文件夹的名称'),
  issuers: texts('编印单位，可以有几个'),
  columns: texts('栏目的列表').optional(),
  numbering: mapping({
    issue: oneOf(issueCountings).nullish(),
    cumulative: flag().nullish(),
    special: texts('专刊名称的列表').nullish()
  }).optional(),
  articleTitles: oneOf(articleTitleForms).optional(),
  credit: credit().optional(),
  creditPlacement: oneOf(creditPlacements).optional(),
  distribution: z.record(z.string(), distributionList, {error: '“名称: {报: …, 送: …, 发: …}”的形式'}).optional(),
  distributionStyle: distributionStyle.optional(),
  roster: mapping({units: texts('应报送的单位'), every: oneOf(reportingIntervals)}).optional(),
  // With the template's measures, which it changes, it is checked in sheet.ts.
  sheet: z.record(z.string(), z.unknown(), {error: '要改的版式项目，如“sheet: {page: {topMm: 40}}”'}).optional(),
  rules: z.record(z.string(), oneOf(['error', 'warning', 'info', 'off']), {error: '“规则: 级别”的形式'}).optional(),
  ...imprintShape
})
