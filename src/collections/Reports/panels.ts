import type { Condition, Field } from 'payload'
import { basicsFields } from './basicsFields.ts'
import { narrativeFields } from './narrativeFields.ts'
import { stateFields } from './stateFields.ts'

/**
 * The page of a report, tab by tab: a bar, and a group for each tab that the bar shows one at a
 * time (src/admin/desk).
 */

const onceThere: Condition = (data) => Boolean(data?.id)

const component = (name: string, path: string): Field => ({
  name,
  type: 'ui',
  admin: { components: { Field: path } },
})

const panel = (key: string, fields: Field[], condition?: Condition): Field => ({
  type: 'group',
  admin: { className: `gongkai-panel gongkai-panel--${key}`, hideGutter: true, condition },
  fields,
})

export const deskBar = component('desk', '/src/admin/desk/DeskBar.tsx#DeskBar')

export const panels: Field[] = [
  panel(
    'overview',
    [component('overview', '/src/admin/overview/Overview.tsx#Overview')],
    onceThere,
  ),
  panel('tables', [component('sheets', '/src/admin/sheet/Sheets.tsx#Sheets')], onceThere),
  panel(
    'narrative',
    [component('narrative', '/src/admin/narrative/Sections.tsx#Sections'), ...narrativeFields],
    onceThere,
  ),
  panel('basics', [
    ...basicsFields,
    {
      type: 'collapsible',
      label: { zh: '报告状态', en: 'State' },
      admin: { initCollapsed: true, condition: onceThere },
      fields: stateFields,
    },
  ]),
  panel('preview', [component('preview', '/src/admin/preview/Preview.tsx#Preview')], onceThere),
]
