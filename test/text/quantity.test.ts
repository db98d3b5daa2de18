import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Qualifier} from '../../src/model/figure.js'
import {parseFigure, writeQuantity} from '../../src/text/quantity.js'

const readings: [string | number, string, Qualifier, string | null][] = [
  // 数
  [1430, '1430', 'exactly', null],
  [0, '0', 'exactly', null],
  [460.5, '460.5', 'exactly', null],
  [-3, '-3', 'exactly', null],
  [1e21, '1000000000000000000000', 'exactly', null],
  ['1430', '1430', 'exactly', null],
  ['0', '0', 'exactly', null],
  ['0人', '0', 'exactly', '人'],
  ['007', '7', 'exactly', null],
  ['12,300', '12300', 'exactly', null],
  ['1,234,567.80元', '1234567.8', 'exactly', '元'],
  ['１２３０', '1230', 'exactly', null],
  ['１２，３００人', '12300', 'exactly', '人'],
  ['-3.2%', '-3.2', 'exactly', '%'],
  ['−5℃', '-5', 'exactly', '℃'],
  ['负五℃', '-5', 'exactly', '℃'],
  ['+3.2个百分点', '3.2', 'exactly', '个百分点'],
  ['12345678901234567890', '12345678901234567890', 'exactly', null],
  // 计量单位
  ['460.5小时', '460.5', 'exactly', '小时'],
  ['95%', '95', 'exactly', '%'],
  ['９５％', '95', 'exactly', '%'],
  ['2.5‰', '2.5', 'exactly', '‰'],
  ['300㎡', '300', 'exactly', '㎡'],
  ['1036个', '1036', 'exactly', '个'],
  ['1200 支', '1200', 'exactly', '支'],
  [' 1200支　', '1200', 'exactly', '支'],
  ['30GB', '30', 'exactly', 'GB'],
  ['3个APP', '3', 'exactly', '个APP'],
  ['35微克/立方米', '35', 'exactly', '微克/立方米'],
  ['35μg/m³', '35', 'exactly', 'μg/m³'],
  ['5两', '5', 'exactly', '两'],
  ['2020年', '2020', 'exactly', '年'],
  // 万亿千百
  ['6.4万人', '64000', 'exactly', '人'],
  ['6.4萬人', '64000', 'exactly', '人'],
  ['1.14万', '11400', 'exactly', null],
  ['1.8亿元', '180000000', 'exactly', '元'],
  ['1.2万亿元', '1200000000000', 'exactly', '元'],
  ['3百人', '300', 'exactly', '人'],
  ['5千人', '5000', 'exactly', '人'],
  ['5千万元', '50000000', 'exactly', '元'],
  ['2百万', '2000000', 'exactly', null],
  ['0.1万人', '1000', 'exactly', '人'],
  ['5千瓦', '5', 'exactly', '千瓦'],
  ['1.2万千瓦时', '12000', 'exactly', '千瓦时'],
  ['30平方千米', '30', 'exactly', '平方千米'],
  ['5百分点', '5', 'exactly', '百分点'],
  // 余、多、超、以上
  ['1200余支', '1200', 'atLeast', '支'],
  ['1200餘支', '1200', 'atLeast', '支'],
  ['11万余人次', '110000', 'atLeast', '人次'],
  ['10余万名', '100000', 'atLeast', '名'],
  ['6千多万元', '60000000', 'atLeast', '元'],
  ['3000多名', '3000', 'atLeast', '名'],
  ['3000余', '3000', 'atLeast', null],
  ['超50万人次', '500000', 'atLeast', '人次'],
  ['超过1000人', '1000', 'atLeast', '人'],
  ['逾2亿元', '200000000', 'atLeast', '元'],
  ['至少12个', '12', 'atLeast', '个'],
  ['不少于3次', '3', 'atLeast', '次'],
  ['不低于90%', '90', 'atLeast', '%'],
  ['95%以上', '95', 'atLeast', '%'],
  ['50人以上', '50', 'atLeast', '人'],
  ['1000有余', '1000', 'atLeast', null],
  ['3年多', '3', 'atLeast', '年'],
  ['3个多月', '3', 'atLeast', '个月'],
  ['两个多小时', '2', 'atLeast', '个小时'],
  ['超过100人以上', '100', 'atLeast', '人'],
  // 近、不足
  ['近50个', '50', 'below', '个'],
  ['将近50个', '50', 'below', '个'],
  ['接近6.4万', '64000', 'below', null],
  ['不足20户', '20', 'below', '户'],
  ['不到3%', '3', 'below', '%'],
  ['近 50 个', '50', 'below', '个'],
  // 约、左右、上下
  ['约两千', '2000', 'about', null],
  ['大约300份', '300', 'about', '份'],
  ['50人左右', '50', 'about', '人'],
  ['20岁上下', '20', 'about', '岁'],
  ['约50人左右', '50', 'about', '人'],
  // 汉字数字
  ['两千', '2000', 'exactly', null],
  ['十四个', '14', 'exactly', '个'],
  ['三万五千人', '35000', 'exactly', '人'],
  ['一亿零三百万元', '103000000', 'exactly', '元'],
  ['二〇二〇年', '2020', 'exactly', '年'],
  ['二十余个', '20', 'atLeast', '个'],
  ['十余万人', '100000', 'atLeast', '人'],
  ['三十多个', '30', 'atLeast', '个'],
  ['百余名', '100', 'atLeast', '名'],
  ['千余', '1000', 'atLeast', null],
  ['近百名', '100', 'below', '名'],
  ['近万元', '10000', 'below', '元'],
  ['上千人', '1000', 'atLeast', '人'],
  ['百分之九十五', '95', 'exactly', '%'],
  ['百分之百', '100', 'exactly', '%'],
  ['超过百分之五十', '50', 'atLeast', '%'],
  ['百分之80以上', '80', 'atLeast', '%'],
  // 照规矩读得成，是否合适由指标判断
  ['三个强化', '3', 'exactly', '个强化']
]

describe('读数值', () => {
  test.each(readings)('%s', (text, value, qualifier, measure) => {
    const filed = typeof text === 'number' ? value : text
    expect(parseFigure(text)).toEqual({kind: 'quantity', value, qualifier, measure, text: filed})
  })

  test('不适用既不是零，也不是未报', () => {
    expect(parseFigure('不适用')).toEqual({kind: 'notApplicable', text: '不适用'})
    expect(parseFigure(' 不适用 ')).toEqual({kind: 'notApplicable', text: ' 不适用 '})
  })
})

describe('读不成数值', () => {
  test.each([
    '',
    ' ',
    '很多',
    '若干',
    '数百人',
    '几十个',
    '十几个',
    '七八个',
    '三五个',
    '30几人',
    '30来人',
    '人',
    '万元',
    '千克',
    '余',
    '近',
    '以上',
    '第3期',
    '共1200人',
    '1200人参加了活动',
    '12 300',
    '12,30',
    '1,2345',
    '1.2.3',
    '.5',
    '5.',
    '1e3',
    '--5',
    '负-5',
    '3-5个',
    '3—5个',
    '5、6个',
    '1/3',
    '三分之二',
    '3天半',
    '两个半月',
    '三点五',
    '2千3百人',
    '1亿2000万元',
    '5个亿',
    '3万万',
    '3万余千',
    '50人以下',
    '50人以内',
    '50人不等',
    '约200余人',
    '近50余个',
    '近50个左右',
    '2020-08',
    '2020年8月',
    '8月13日',
    '5A级景区',
    '5G基站',
    '3D打印',
    '百分之五人',
    '十四五规划',
    '1200支。',
    '1200支（估）',
    '无',
    '未报',
    '不适用。',
    `${'1'.repeat(65)}人`
  ])('%s', (text) => {
    expect(parseFigure(text)).toBeNull()
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d', (number) => {
    expect(parseFigure(number)).toBeNull()
  })
})

test.each([
  ['64000', 'atLeast', '人', '6.4万余人'],
  ['110000', 'atLeast', '人次', '11万余人次'],
  ['1200', 'atLeast', '支', '1200余支'],
  ['1200', 'atLeast', null, '1200余'],
  ['3', 'atLeast', '个', '3个以上'],
  ['95', 'atLeast', '%', '95%以上'],
  ['460.5', 'atLeast', '小时', '460.5小时以上'],
  ['50', 'below', '个', '近50个'],
  ['2000', 'about', null, '约2000'],
  ['11400', 'exactly', '条', '11400条'],
  ['180000000', 'exactly', '元', '1.8亿元'],
  ['12000', 'exactly', '千瓦时', '1.2万千瓦时'],
  ['-0.5', 'exactly', '%', '-0.5%'],
  ['0', 'exactly', '人', '0人']
] as const)('%s %s %s 写作 %s', (value, qualifier, measure, text) => {
  expect(writeQuantity({value, qualifier, measure})).toBe(text)
})

test('写出再读，数值、概数、计量单位不变', () => {
  const value = fc
    .tuple(fc.bigInt(-(10n ** 14n), 10n ** 14n), fc.integer({min: 0, max: 4}), fc.integer({min: 0, max: 9}))
    .map(([whole, decimals, zeros]) => {
      const text = (whole * 10n ** BigInt(zeros)).toString()
      const fraction = decimals === 0 ? '' : `.${'1234'.slice(0, decimals)}`
      return text === '0' || fraction === '' ? text : text + fraction
    })
  const qualifier = fc.constantFrom<Qualifier>('exactly', 'atLeast', 'below', 'about')
  const measures = [
    '人',
    '人次',
    '个百分点',
    '千瓦时',
    '千克',
    '平方千米',
    '两',
    '个APP',
    '%',
    '‰',
    '℃',
    'GB',
    '微克/立方米'
  ]
  const measure = fc.constantFrom(null, ...measures)

  fc.assert(
    fc.property(fc.record({value, qualifier, measure}), (quantity) => {
      expect(parseFigure(writeQuantity(quantity))).toMatchObject(quantity)
    }),
    {numRuns: 1000}
  )
})

test('任何来文都有结果，读成的数值都是规范写法', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'0123459.,+-−〇一二两十百千万亿余多约近超以上左右个人%年半分之/ A'),
    maxLength: 10
  })
  fc.assert(
    fc.property(text, (filed) => {
      const figure = parseFigure(filed)
      if (figure?.kind !== 'quantity') return
      expect(figure.value).toMatch(/^(0|-?(0\.\d*[1-9]|[1-9]\d*(\.\d*[1-9])?))$/)
      expect(parseFigure(writeQuantity(figure))).toEqual({...figure, text: writeQuantity(figure)})
    }),
    {numRuns: 5000}
  )
})
