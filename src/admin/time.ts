const format = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })

/** @returns an ISO instant as a person in China reads it, in the time of their own device. */
export const formatTime = (instant: string): string => format.format(new Date(instant))
