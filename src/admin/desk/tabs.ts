/** The tabs of a report's page, as the collection names them in `admin.custom.desk`. */
export const deskTabKeys = ['overview', 'tables', 'narrative', 'basics', 'preview'] as const

export type DeskTabKey = (typeof deskTabKeys)[number]

export const isDeskTab = (key: unknown): key is DeskTabKey =>
  deskTabKeys.some((known) => known === key)
