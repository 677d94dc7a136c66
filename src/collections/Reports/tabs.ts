import type { Condition, UnnamedTab } from 'payload'
import { basicsFields } from './basicsFields.ts'
import { narrativeFields } from './narrativeFields.ts'

/** The page of a report, tab by tab. The admin knows them by `desk` (src/admin/desk/tabs.ts). */

const once: Condition = (data) => Boolean(data?.id)

const component = (name: string, path: string) => ({
  name,
  type: 'ui' as const,
  admin: { components: { Field: path } },
})

export const overviewTab: UnnamedTab = {
  label: { zh: '概览', en: 'Overview' },
  admin: { condition: once, custom: { desk: 'overview' } },
  fields: [component('overview', '/src/admin/overview/Overview.tsx#Overview')],
}

export const tablesTab: UnnamedTab = {
  label: { zh: '数据表格', en: 'Tables' },
  admin: { condition: once, custom: { desk: 'tables' } },
  fields: [component('sheets', '/src/admin/sheet/Sheets.tsx#Sheets')],
}

export const narrativeTab: UnnamedTab = {
  label: { zh: '正文与渠道', en: 'Narrative' },
  admin: { condition: once, custom: { desk: 'narrative' } },
  fields: [
    component('narrative', '/src/admin/narrative/Sections.tsx#Sections'),
    ...narrativeFields,
  ],
}

export const basicsTab: UnnamedTab = {
  label: { zh: '基本信息', en: 'Basics' },
  admin: { custom: { desk: 'basics' } },
  fields: basicsFields,
}

export const previewTab: UnnamedTab = {
  label: { zh: '预览', en: 'Preview' },
  admin: { condition: once, custom: { desk: 'preview' } },
  fields: [component('preview', '/src/admin/preview/Preview.tsx#Preview')],
}
