/** WeChat counts by days in China, which has one time zone and no summer time: UTC+8. */
const offsetMs = 8 * 3_600_000
const dayMs = 24 * 3_600_000

/** @returns the day in China as YYYY-MM-DD */
export const dayInChina = (at: Date): string =>
  new Date(at.getTime() + offsetMs).toISOString().slice(0, 10)

/** @returns the instant at which the next day begins in China */
export const tomorrowInChina = (at: Date): Date =>
  new Date((Math.floor((at.getTime() + offsetMs) / dayMs) + 1) * dayMs - offsetMs)
