/** The tabs of a report's page; the collection gives each a group with `gongkai-panel--<key>`. */
export const deskTabs = [
  { key: 'overview', label: '概览' },
  { key: 'tables', label: '数据表格' },
  { key: 'narrative', label: '正文与渠道' },
  { key: 'basics', label: '基本信息' },
  { key: 'preview', label: '预览' },
] as const

export type DeskTabKey = (typeof deskTabs)[number]['key']

export const isDeskTab = (key: unknown): key is DeskTabKey =>
  deskTabs.some((tab) => tab.key === key)
