const format = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
})

/** @returns an ISO instant as a person in China reads it, on the server and in the browser alike. */
export const formatTime = (instant: string): string => format.format(new Date(instant))

const toTheSecond = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Asia/Shanghai',
})

/** @returns such as 2026年11月24日 10:32:05 */
export const formatTimeToTheSecond = (instant: string): string =>
  toTheSecond.format(new Date(instant))

const day = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeZone: 'Asia/Shanghai' })

export const formatDay = (instant: string): string => day.format(new Date(instant))

const shortTime = new Intl.DateTimeFormat('zh-CN', {
  ...{ month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  timeZone: 'Asia/Shanghai',
})

/** @returns such as 11月24日 10:32 */
export const formatShortTime = (instant: string): string => shortTime.format(new Date(instant))

const clock = new Intl.DateTimeFormat('zh-CN', {
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  timeZone: 'Asia/Shanghai',
})

/** @returns such as 10:32 */
export const formatClock = (instant: string): string => clock.format(new Date(instant))
