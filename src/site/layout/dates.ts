const inChina = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant as China's clocks show it: 2022-01-25 10:00, the form that PubDate wants. */
export const chinaTime = (instant: string): string => inChina.format(new Date(instant))

/** 2022年1月25日 */
export function chineseDay(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []
  return year ? `${year}年${Number(month)}月${Number(day)}日` : date
}

/** The day of an instant in China. */
export const chinaDay = (instant: string): string => chineseDay(chinaTime(instant))
