const format = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
})

/** @returns an ISO instant as a person in China reads it, on the server and in the browser alike. */
export const formatTime = (instant: string): string => format.format(new Date(instant))
