const counts = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 })
const shares = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 })

/** 1234.5 → 1,234.5; what is not stated is a dash. */
export const numberText = (value: number | null): string =>
  value === null ? '—' : counts.format(value)

/** 0.125 → 12.5% */
export const shareText = (share: number): string => shares.format(share)

/** For screens: —, or 12 件 */
export const amountText = (value: number | null, unit: string): string =>
  value === null ? '未载明' : `${numberText(value)} ${unit}`
