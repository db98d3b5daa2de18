/** Whole numbers in Chinese numerals (汉字数字). */

const digits = '零一二三四五六七八九'
const units = {千: 1000, 百: 100, 十: 10, '': 1} as const

/** One step within a section: perhaps 零, perhaps a digit, perhaps a unit. */
const step = /(零?)([一二三四五六七八九]?)([千百十]?)/y

/**
 * Read a whole number.
 *
 * Read are numbers with units (`两千`, `一百二十`, `三万五千`, `一亿零三百`) and digits in a row (`二〇二〇`, `一九八六`). What
 * has two readings is refused: `七八` (7 or 8) and `三万五` (30005, or 35000 in speech). A unit needs its digit, 十 alone excepted.
 *
 * @returns plain decimal digits (`2020`), or null.
 */
export function parseChineseNumber(text: string): string | null {
  const numeral = text.replaceAll('〇', '零')
  if (/^[零一二三四五六七八九]+$/.test(numeral)) return parseDigits(numeral)

  const hundredMillions = numeral.indexOf('亿')
  if (hundredMillions < 0) return parseBelowHundredMillion(numeral, false)?.toString() ?? null

  const high = parseBelowHundredMillion(numeral.slice(0, hundredMillions), false)
  const low = parseBelowHundredMillion(numeral.slice(hundredMillions + 1), true)
  return high === null || low === null || high === 0 ? null : (BigInt(high) * 100_000_000n + BigInt(low)).toString()
}

/**
 * Write a whole number with units.
 *
 * @param number - a whole number, 1–99999999.
 * @returns `十四`, `一百一十`, `二千零二十`, `三万五千`: always 二, never 两, as in 第二千期.
 * @throws {RangeError} on any other number, which only a bug can produce.
 */
export function writeChineseNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99_999_999) {
    throw new RangeError(`No Chinese numeral for ${number}: 1–99999999 only`)
  }
  const high = Math.floor(number / 10_000)
  const low = number % 10_000
  const head = high === 0 ? '' : `${writeSection(high)}万`
  const zero = head !== '' && low > 0 && low < 1000 ? '零' : ''
  return (head + zero + writeSection(low)).replace(/^一十/, '十')
}

function parseDigits(numeral: string): string | null {
  if (numeral.length > 1 && numeral.length < 4 && !numeral.includes('零')) return null
  const decimal = Array.from(numeral, (digit) => digits.indexOf(digit)).join('')
  return decimal.replace(/^0+/, '') || '0'
}

function parseBelowHundredMillion(numeral: string, follows: boolean): number | null {
  const tenThousands = numeral.indexOf('万')
  if (tenThousands < 0) return parseSection(numeral, follows)

  const high = parseSection(numeral.slice(0, tenThousands), follows)
  const low = parseSection(numeral.slice(tenThousands + 1), true)
  return high === null || low === null || high === 0 ? null : high * 10_000 + low
}

/**
 * Read up to four places (千百十个).
 *
 * @param follows - whether a higher section stands before it: then it may be empty, and 零 fills a gap in front.
 */
function parseSection(section: string, follows: boolean): number | null {
  if (section === '') return follows ? 0 : null
  // 两 stands only before 千 and 百, or alone before 万 and 亿.
  const numeral = section.replace(/^零?两$|两(?=[千百])/g, (pair) => pair.replace('两', '二'))

  let value = 0
  let previous: number | null = follows ? 10_000 : null
  step.lastIndex = 0
  while (step.lastIndex < numeral.length) {
    const [matched = '', zero = '', digit = '', unitName = ''] = step.exec(numeral) ?? []
    if (matched === '' || (digit === '' && unitName !== '十')) return null

    const unit = units[unitName as keyof typeof units]
    const gap = previous !== null && previous / unit > 10
    const maySkip = previous === 10_000 && unit === 1000
    if (previous !== null && unit >= previous) return null
    if ((zero !== '') !== gap && !(zero !== '' && maySkip)) return null

    value += unit * (digit === '' ? 1 : digits.indexOf(digit))
    previous = unit
  }
  return value
}

function writeSection(section: number): string {
  let text = ''
  let rest = section
  let gap = false
  for (const [name, unit] of Object.entries(units)) {
    const digit = Math.floor(rest / unit)
    rest %= unit
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += (gap ? '零' : '') + digits.charAt(digit) + name
    gap = false
  }
  return text
}
