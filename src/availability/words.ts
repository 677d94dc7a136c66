import type { Trouble } from './troubleIn.ts'

/** What whoever asks is told, in the shape of all errors of the API. */
export interface TroubleAnswer {
  status: 503 | 507
  retryAfter: string
  body: { errors: { name: string; message: string }[] }
}

export const answerTo: Record<Trouble, TroubleAnswer> = {
  away: {
    status: 503,
    retryAfter: '5',
    body: {
      errors: [
        {
          name: 'DatabaseAway',
          message: '数据库暂时无法访问，没有得到已保存的确认。内容还在页面上，请稍后再试',
        },
      ],
    },
  },
  full: {
    status: 507,
    retryAfter: '60',
    body: {
      errors: [
        {
          name: 'DiskFull',
          message: '服务器的磁盘已满，什么也没有保存。请联系管理员清理磁盘，然后再试',
        },
      ],
    },
  },
}
