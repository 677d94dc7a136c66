import type { Field } from 'payload'
import { nobody } from '../../access/nobody.ts'
import type { Report } from '../../payload-types.ts'
import { stages } from '../../desk/stages.ts'

const bySystem = { create: nobody, update: nobody }
const sidebar = { position: 'sidebar' as const, readOnly: true }

/** Where the report stands. Set by saves and by the verbs of the workflow, never by a form. */
export const stateFields: Field[] = [
  {
    name: 'stage',
    type: 'select',
    required: true,
    defaultValue: 'drafting',
    index: true,
    options: [...stages],
    label: { zh: '阶段', en: 'Stage' },
    access: bySystem,
    admin: sidebar,
  },
  {
    name: 'reconciliationStatus',
    type: 'select',
    defaultValue: 'incomplete',
    index: true,
    options: [
      { value: 'balanced', label: { zh: '勾稽平衡', en: 'Balanced' } },
      { value: 'incomplete', label: { zh: '未填完', en: 'Incomplete' } },
      { value: 'violated', label: { zh: '勾稽不符', en: 'Violated' } },
    ],
    label: { zh: '勾稽', en: 'Reconciliation' },
    access: bySystem,
    admin: sidebar,
  },
  {
    name: 'revision',
    type: 'number',
    required: true,
    defaultValue: 0,
    label: { zh: '表格修订号', en: 'Tables revision' },
    access: bySystem,
    admin: sidebar,
  },
  {
    name: 'publishedRevision',
    type: 'number',
    required: true,
    defaultValue: 0,
    label: { zh: '已发布版本', en: 'Published revision' },
    access: bySystem,
    admin: sidebar,
  },
  {
    name: 'correctionReason',
    type: 'textarea',
    label: { zh: '更正原因', en: 'Reason for the correction' },
    access: bySystem,
    admin: { ...sidebar, condition: (data) => data?.stage === 'revising' },
  },
  {
    name: 'hold',
    type: 'group',
    label: { zh: '暂存（保留差异）', en: 'Hold' },
    access: bySystem,
    admin: { ...sidebar, condition: (data: Partial<Report>) => Boolean(data.hold?.reason) },
    fields: [
      {
        name: 'reason',
        type: 'textarea',
        label: { zh: '原因', en: 'Reason' },
        admin: { readOnly: true },
      },
      { name: 'by', type: 'text', label: { zh: '人员', en: 'By' }, admin: { readOnly: true } },
      { name: 'at', type: 'date', label: { zh: '时间', en: 'At' }, admin: { readOnly: true } },
    ],
  },
  {
    // Until it is submitted again; the audit entries keep it for good.
    name: 'returned',
    type: 'group',
    label: { zh: '退回意见', en: 'Returned' },
    access: bySystem,
    admin: { hidden: true },
    fields: [
      { name: 'comment', type: 'textarea', label: { zh: '意见', en: 'Comment' } },
      { name: 'by', type: 'text', label: { zh: '人员', en: 'By' } },
      { name: 'at', type: 'date', label: { zh: '时间', en: 'At' } },
      {
        name: 'cells',
        type: 'array',
        label: { zh: '对单元格的意见', en: 'On cells' },
        fields: [
          { name: 'table', type: 'text', required: true, label: { zh: '表格', en: 'Table' } },
          { name: 'row', type: 'text', required: true, label: { zh: '行', en: 'Row' } },
          { name: 'column', type: 'text', required: true, label: { zh: '列', en: 'Column' } },
          {
            name: 'comment',
            type: 'textarea',
            required: true,
            label: { zh: '意见', en: 'Comment' },
          },
        ],
      },
    ],
  },
]
