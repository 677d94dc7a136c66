/** Until when a report has to be public. Pure: the admin words it, the server counts with it. */

/** `government`: of a county or above, whose own report comes after those of its organs. */
export type OrganKind = 'organ' | 'government'

/** A date that an organ sets for itself and for those below it: in the year after the report's. */
export interface DeadlineRule {
  /** Whose reports it is about. */
  kind?: OrganKind | null
  /** Report year; absent for every year that has no rule of its own. */
  year?: number | null
  month: number
  day: number
}

export interface Deadline {
  /** Such as 2022-01-31: the last day, in China. */
  date: string
  /** Name of the organ that set it; absent for the statutory date. */
  setBy?: string
}

/** 政府信息公开条例, articles 49 and 50. */
const statutory: Record<OrganKind, { month: number; day: number }> = {
  organ: { month: 1, day: 31 },
  government: { month: 3, day: 31 },
}

/**
 * @param line the organ itself and those above it, the nearest first
 * @returns the date set by the nearest that sets one for such organs, or else the statutory one
 */
export function deadlineOf(
  { year, kind = 'organ' }: { year: number; kind?: OrganKind | null },
  line: readonly { name: string; deadlines?: readonly DeadlineRule[] | null }[],
): Deadline {
  const ofKind = kind ?? 'organ'
  for (const { name, deadlines } of line) {
    const rules = (deadlines ?? []).filter((rule) => (rule.kind ?? 'organ') === ofKind)
    const rule = rules.find((one) => one.year === year) ?? rules.find((one) => !one.year)
    if (rule) return { date: dateAfter(year, rule), setBy: name }
  }
  return { date: dateAfter(year, statutory[ofKind]) }
}

const dateAfter = (year: number, { month, day }: { month: number; day: number }): string =>
  `${year + 1}-${twoDigits(month)}-${twoDigits(day)}`

const twoDigits = (value: number) => String(value).padStart(2, '0')

const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** @returns the day in China, such as 2022-01-31, wherever the clock stands. */
export const todayInChina = (now = new Date()): string => chinaDay.format(now)

/** The year whose reports are due: until the end of a year, those for the year before. */
export const dueYear = (today = todayInChina()): number => Number(today.slice(0, 4)) - 1

/** @returns whole days from `today` to `date`, negative once it is over. */
export const daysUntil = (date: string, today = todayInChina()): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000)

/** @returns for example 还有 12 天, 今天截止, 已逾期 3 天. */
export function timeLeft({ date }: Deadline, today = todayInChina()): string {
  const days = daysUntil(date, today)
  if (days === 0) return '今天截止'
  return days > 0 ? `还有 ${days} 天` : `已逾期 ${-days} 天`
}

/** @returns 2022-01-31 as 2022年1月31日. */
export function dayInChinese(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Whether a month has such a day; 29 February is no date for every year. */
export const isDayOfYear = (month: unknown, day: unknown): boolean =>
  Number.isInteger(month) &&
  Number.isInteger(day) &&
  Number(month) >= 1 &&
  Number(month) <= 12 &&
  Number(day) >= 1 &&
  Number(day) <= new Date(Date.UTC(2023, Number(month), 0)).getUTCDate()
