/** China has one time zone and no summer time: UTC+8. */
const offsetMs = 8 * 3_600_000

/** @returns the minute in China as `YYYY-MM-DD HH:mm`, for an ISO instant */
export const minuteInChina = (instant: string): string =>
  new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 16).replace('T', ' ')
