/** The stages of a report. A published report stays public while its next revision is prepared. */
export const stages = [
  { value: 'drafting', label: { zh: '编制中', en: 'Drafting' } },
  { value: 'submitted', label: { zh: '已送审', en: 'Submitted' } },
  { value: 'cleared', label: { zh: '审核通过', en: 'Cleared' } },
  { value: 'published', label: { zh: '已发布', en: 'Published' } },
  { value: 'revising', label: { zh: '更正中', en: 'Revising' } },
  { value: 'withdrawn', label: { zh: '已撤回', en: 'Withdrawn' } },
] as const

export type Stage = (typeof stages)[number]['value']

/** In these stages the tables and the text may be changed. */
export const editableStages: readonly Stage[] = ['drafting', 'revising']

export const stageLabel = (stage: Stage): string =>
  stages.find(({ value }) => value === stage)?.label.zh ?? stage
