/** What is told to a website, with the words of the admin. */
export const eventTypes = [
  { value: 'report.published', label: { zh: '发布', en: 'Published' } },
  { value: 'report.revised', label: { zh: '更正发布', en: 'Correction published' } },
  { value: 'report.withdrawn', label: { zh: '撤回', en: 'Withdrawn' } },
] as const

export type ReportEvent = (typeof eventTypes)[number]['value']

/** Sent by a button, about no report. */
export const testEvent = { value: 'webhook.test', label: { zh: '测试', en: 'Test' } } as const

export type EventType = ReportEvent | (typeof testEvent)['value']
