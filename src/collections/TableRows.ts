import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { ownOrganization } from '../access/ownOrganization.ts'
import { withinSubtree } from '../access/withinSubtree.ts'
import { enforceReconciliation } from '../hooks/enforceReconciliation.ts'
import { refuseBulk } from '../hooks/refuseBulk.ts'
import { refuseRowDelete } from '../hooks/refuseRowDelete.ts'

const fixed = { update: nobody }

/** One row of a statutory table. Rows come and go with their report, never by themselves. */
export const TableRows: CollectionConfig = {
  slug: 'table-rows',
  labels: {
    singular: { zh: '表格行', en: 'Table row' },
    plural: { zh: '表格行', en: 'Table rows' },
  },
  disableDuplicate: true,
  lockDocuments: false,
  admin: { hidden: true }, // edited as the sheets of their report
  defaultSort: 'order',
  access: {
    read: withinSubtree('report.organization'),
    create: nobody,
    update: ownOrganization('report.organization'),
    delete: nobody,
  },
  hooks: {
    beforeOperation: [
      refuseBulk(
        'update',
        '表格行不能成批修改，请逐行修改，或用 PUT /api/reports/:id/tables 一次保存',
      ),
    ],
    beforeChange: [enforceReconciliation],
    beforeDelete: [refuseRowDelete],
  },
  indexes: [{ fields: ['report', 'table', 'row'], unique: true }],
  fields: [
    {
      name: 'report',
      type: 'relationship',
      relationTo: 'reports',
      required: true,
      index: true,
      label: { zh: '年度报告', en: 'Report' },
      access: fixed,
    },
    {
      name: 'table',
      type: 'select',
      required: true,
      options: [
        { value: 'disclosure', label: { zh: '主动公开表', en: 'Disclosure' } },
        { value: 'applications', label: { zh: '依申请公开表', en: 'Applications' } },
        { value: 'disputes', label: { zh: '复议诉讼表', en: 'Disputes' } },
      ],
      label: { zh: '表格', en: 'Table' },
      access: fixed,
    },
    {
      name: 'row',
      type: 'text',
      required: true,
      label: { zh: '行标识', en: 'Row' },
      access: fixed,
    },
    {
      name: 'order',
      type: 'number',
      required: true,
      label: { zh: '顺序', en: 'Order' },
      access: fixed,
    },
    {
      name: 'label',
      type: 'text',
      required: true,
      label: { zh: '行', en: 'Row label' },
      access: fixed,
    },
    {
      name: 'cells',
      type: 'json',
      required: true,
      label: { zh: '单元格', en: 'Cells' },
    },
  ],
}
