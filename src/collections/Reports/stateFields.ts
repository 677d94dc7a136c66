import type { Field, JSONField } from 'payload'
import { nobody } from '../../access/nobody.ts'
import { tableKeys } from '../../formats/index.ts'
import type { Report } from '../../payload-types.ts'
import { stages } from '../../desk/stages.ts'

const bySystem = { create: nobody, update: nobody }
const shown = { readOnly: true }

const text = { type: 'string' as const }

type JSONSchema = ReturnType<NonNullable<JSONField['typescriptSchema']>[number]>

const cellComments: JSONSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['table', 'row', 'column', 'comment'],
    properties: {
      table: { type: 'string', enum: [...tableKeys] },
      row: text,
      column: text,
      comment: text,
    },
  },
}

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
    admin: { ...shown, components: { Cell: '/src/admin/reportList/cells.tsx#StageCell' } },
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
    admin: { ...shown, components: { Cell: '/src/admin/reportList/cells.tsx#StandingCell' } },
  },
  {
    name: 'revision',
    type: 'number',
    required: true,
    defaultValue: 0,
    label: { zh: '表格修订号', en: 'Tables revision' },
    access: bySystem,
    admin: shown,
  },
  {
    // See src/desk/noteTextEdit.ts.
    name: 'textEdits',
    type: 'number',
    defaultValue: 0,
    hidden: true,
    label: { zh: '正文改动次数', en: 'Edits of the text' },
    access: bySystem,
  },
  {
    name: 'publishedRevision',
    type: 'number',
    required: true,
    defaultValue: 0,
    label: { zh: '已发布版本', en: 'Published revision' },
    access: bySystem,
    admin: shown,
  },
  {
    name: 'correctionReason',
    type: 'textarea',
    label: { zh: '更正原因', en: 'Reason for the correction' },
    access: bySystem,
    admin: { ...shown, condition: (data) => data?.stage === 'revising' },
  },
  {
    name: 'hold',
    type: 'group',
    label: { zh: '暂存（保留差异）', en: 'Hold' },
    access: bySystem,
    admin: { ...shown, condition: (data: Partial<Report>) => Boolean(data.hold?.reason) },
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
        // Kept with the report itself, for it changes in one step with the stage.
        name: 'cells',
        type: 'json',
        label: { zh: '对单元格的意见', en: 'On cells' },
        typescriptSchema: [() => cellComments],
      },
    ],
  },
]
