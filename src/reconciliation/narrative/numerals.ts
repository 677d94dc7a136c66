/** Chinese numerals: 一百二十三, 两千零五, 一万二千, and digits in a row (二〇二三). */

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const scales: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

export const chineseNumeral = `[${Object.keys({ ...digits, ...steps, ...scales }).join('')}]+`

/** @returns the number, or `undefined` where the letters are no numeral (十百, 万). */
export function readChinese(text: string): number | undefined {
  const letters = [...text]
  if (letters.every((letter) => letter in digits)) {
    return Number(letters.map((letter) => digits[letter]).join(''))
  }
  let [sum, section, digit] = [0, 0, undefined as number | undefined]
  for (const letter of letters) {
    const step = steps[letter]
    const scale = scales[letter]
    if (step !== undefined) {
      section += (digit ?? 1) * step
      digit = undefined
    } else if (scale !== undefined) {
      if (section + (digit ?? 0) === 0) return undefined
      sum = (sum + section + (digit ?? 0)) * scale
      section = 0
      digit = undefined
    } else {
      digit = digits[letter] === 0 ? undefined : digits[letter]
    }
  }
  return sum + section + (digit ?? 0)
}

/** @returns what a word of scale multiplies by (万, 百), or 1 for none. */
export const scaleOf = (word: string): number =>
  [...word].reduce((scale, letter) => scale * (steps[letter] ?? scales[letter] ?? 1), 1)
