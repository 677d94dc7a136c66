import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { withinSubtree } from '../access/withinSubtree.ts'

/** Who did what to a report, and when. Written by the system, changed by nobody. */
export const AuditEntries: CollectionConfig = {
  slug: 'audit-entries',
  labels: {
    singular: { zh: '操作记录', en: 'Audit entry' },
    plural: { zh: '操作记录', en: 'Audit entries' },
  },
  admin: {
    useAsTitle: 'action',
    defaultColumns: ['createdAt', 'action', 'actorName', 'reportTitle', 'comment'],
    group: { zh: '系统管理', en: 'Administration' },
  },
  defaultSort: '-createdAt',
  access: {
    read: withinSubtree('organization'),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  fields: [
    {
      name: 'action',
      type: 'select',
      required: true,
      index: true,
      label: { zh: '操作', en: 'Action' },
      options: [
        { value: 'create', label: { zh: '新建', en: 'Created' } },
        { value: 'import', label: { zh: '导入', en: 'Imported' } },
        { value: 'edit', label: { zh: '修改', en: 'Edited' } },
        { value: 'delete', label: { zh: '删除', en: 'Deleted' } },
        { value: 'saveTables', label: { zh: '保存表格', en: 'Saved tables' } },
        { value: 'acknowledge', label: { zh: '说明', en: 'Acknowledged' } },
        { value: 'submit', label: { zh: '送审', en: 'Submitted' } },
        { value: 'clear', label: { zh: '审核通过', en: 'Cleared' } },
        { value: 'return', label: { zh: '退回', en: 'Returned' } },
        { value: 'publish', label: { zh: '发布', en: 'Published' } },
        { value: 'withdraw', label: { zh: '撤回', en: 'Withdrew' } },
        { value: 'revise', label: { zh: '更正', en: 'Began a correction' } },
        { value: 'pushArticle', label: { zh: '推送公众号草稿', en: 'Pushed an article' } },
        { value: 'recover', label: { zh: '恢复', en: 'Recovered' } },
        { value: 'recordReceipt', label: { zh: '登记公众号回执', en: 'Recorded a receipt' } },
      ],
    },
    {
      name: 'actor',
      type: 'relationship',
      relationTo: 'users',
      label: { zh: '人员', en: 'Actor' },
    },
    {
      // Kept as text, for people leave and records stay.
      name: 'actorName',
      type: 'text',
      required: true,
      label: { zh: '姓名', en: 'Name' },
    },
    {
      name: 'report',
      type: 'relationship',
      relationTo: 'reports',
      index: true,
      label: { zh: '年度报告', en: 'Report' },
    },
    {
      name: 'organization',
      type: 'relationship',
      relationTo: 'organizations',
      index: true,
      label: { zh: '机关', en: 'Organization' },
    },
    {
      // Stays when the report is deleted.
      name: 'reportTitle',
      type: 'text',
      label: { zh: '报告标题', en: 'Report title' },
    },
    { name: 'comment', type: 'textarea', label: { zh: '说明', en: 'Comment' } },
    { name: 'details', type: 'json', label: { zh: '明细', en: 'Details' } },
  ],
}
