/** 2022-01-20 → 2022年1月20日; nothing for no date. */
export function chineseDate(date: string | null): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '') ?? []
  return year ? `${year}年${Number(month)}月${Number(day)}日` : ''
}
