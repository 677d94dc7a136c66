import type { EmailAdapter } from 'payload'

/** Mail is not sent: administrators set passwords. What would have been sent is noted in the log. */
export const withoutMailServer: EmailAdapter = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'noreply@localhost.localdomain',
  defaultFromName: '公开',
  sendEmail: ({ to, subject }) => {
    payload.logger.warn({ to, subject }, 'No mail server is configured; this mail was not sent')
    return Promise.resolve()
  },
})
