import { chineseNumeral, readChinese, scaleOf } from './numerals.ts'
import { paragraphsOf, plainText } from './plainText.ts'
import type { Precision, Quantity } from './types.ts'
import { kindOfUnit, unitPattern } from './units.ts'

const arabic = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const pattern = new RegExp(
  `(${arabic}|${chineseNumeral})([余多几])?([百千万亿]+)?([余多几])?(${unitPattern})?(以上|左右|上下|有余)?`,
  'gu',
)
const near = /(?:近|约|接近|将近|大约|约为|约计)$/
const above = /(?:超|超过|逾|突破|多达|不少于|不低于|至少)$/
/** Letters that make digits a piece of an address, a telephone number or a code. */
const joined = /[A-Za-z0-9_./@+#&=\-—–~〔[【第]/
/** 一件事, 三期间: no unit after all. */
const notUnit =
  /^(?:条例|条款|件事|期间|期限|起草|份子|场所|项目标|个(?:人|别)|次(?:性|数)|部(?:门|分)|处理|本级|人(?:民|大|员|均|物)|位置|类型|级)/
const valueEnds = /^(?:[，；。、）]|$)/
/** What a number without a unit must follow to be a value. */
const valueBegins = /(?:[\u4e00-\u9fff]|：)$/
const bracketed = /《[^》]*》|〔[^〕]*〕|【[^】]*】|\[[^\]]*\]|https?:[\w./?=&%-]+/g

/**
 * Reads the numbers that a text states: Arabic, full-width and Chinese ones, with separators and
 * scales. Dates, document numbers, articles, ordinals, addresses and telephone numbers are none.
 * @returns them in order, with offsets into the text
 */
export const readNumbers = (text: string): Quantity[] =>
  paragraphsOf(text).flatMap((paragraph) => {
    const plain = plainText(paragraph.text, paragraph.start)
    const place = (index: number) => plain.offsets[index] ?? text.length
    return quantitiesIn(plain.text).map((quantity) => ({
      ...quantity,
      start: place(quantity.start),
      end: place(quantity.end - 1) + 1,
    }))
  })

/** @param text as `plainText` makes it. */
export function quantitiesIn(text: string): Quantity[] {
  const brackets = [...text.matchAll(bracketed)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }))
  const quantities: Quantity[] = []
  for (const match of text.matchAll(pattern)) {
    if (brackets.some(({ start, end }) => match.index >= start && match.index < end)) continue
    const quantity = quantityOf(text, match)
    if (quantity) quantities.push(quantity)
  }
  return quantities
}

function quantityOf(text: string, match: RegExpExecArray): Quantity | undefined {
  const [words, numeral = '', more, scale = '', moreStill, matchedUnit = '', around] = match
  const start = match.index
  const value = valueOf(numeral, scale)
  const before = text.slice(Math.max(0, start - 4), start)
  if (value === undefined || joined.test(before.slice(-1)) || before.endsWith('分之')) return
  const rest = text.slice(start + words.length - (around?.length ?? 0) - matchedUnit.length)
  const unit = notUnit.test(rest) ? '' : matchedUnit
  const kind = kindOfUnit(unit)
  const end = start + words.length - (unit === '' ? matchedUnit.length : 0)
  const chinese = !/\d/.test(numeral)
  if (!kind || (kind === 'bare' && (chinese || !isValue(text, start, end, value)))) return
  return {
    start,
    end,
    value,
    kind,
    unit,
    precision: precisionOf(before, `${more ?? ''}${moreStill ?? ''}${around ?? ''}`),
    step: 10 ** -(numeral.split('.')[1]?.length ?? 0),
    loose: chinese && numeral.length === 1,
  }
}

function valueOf(numeral: string, scale: string): number | undefined {
  const number = /\d/.test(numeral) ? Number(numeral.replace(/,/g, '')) : readChinese(numeral)
  return number === undefined ? undefined : Math.round(number * scaleOf(scale) * 1e6) / 1e6
}

function isValue(text: string, start: number, end: number, value: number): boolean {
  const year = value >= 1900 && value < 2100
  const label = text.slice(Math.max(0, start - 12), start)
  const named = /(?:电话|邮编|编码|传真|热线|号码|代码|邮政)[^，。]*$/.test(label)
  return !year && !named && valueBegins.test(label) && valueEnds.test(text.slice(end, end + 1))
}

function precisionOf(before: string, after: string): Precision {
  if (near.test(before) || /左右|上下/.test(after)) return 'about'
  return after !== '' || above.test(before) ? 'atLeast' : 'exact'
}
