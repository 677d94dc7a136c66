import type { TaskConfig } from 'payload'

/** Brings one publication into the drafts box of one 公众号; may be run again after any failure. */
export const pushDraftTask: TaskConfig<'pushDraft'> = {
  slug: 'pushDraft',
  label: '推送公众号草稿',
  inputSchema: [{ name: 'draft', type: 'text', required: true }],
  handler: () => Promise.reject(new Error('not there yet')),
}
