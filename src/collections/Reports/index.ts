import type { CollectionConfig } from 'payload'
import { administrators } from '../../access/administrators.ts'
import { nobody } from '../../access/nobody.ts'
import { forOwnOrganization, ownOrganization } from '../../access/ownOrganization.ts'
import { withinSubtree } from '../../access/withinSubtree.ts'
import { formats } from '../../formats/index.ts'
import { createSectionsAndRows } from '../../hooks/createSectionsAndRows.ts'
import { deleteContents } from '../../hooks/deleteContents.ts'
import { fillInFormat } from '../../hooks/fillInFormat.ts'
import { keepDays } from '../../hooks/keepDays.ts'
import { keepIdentity } from '../../hooks/keepIdentity.ts'
import { nameReport } from '../../hooks/nameReport.ts'
import { recordReportDelete, recordReportEdit } from '../../hooks/recordEdit.ts'
import { refuseForeignChannels } from '../../hooks/refuseForeignChannels.ts'
import { refuseWhilePublic } from '../../hooks/refuseWhilePublic.ts'
import { endpoints } from './endpoints/index.ts'
import { narrativeFields } from './narrativeFields.ts'
import { stateFields } from './stateFields.ts'

/** An organ's annual report for one year, as it is being worked on. */
export const Reports: CollectionConfig = {
  slug: 'reports',
  labels: {
    singular: { zh: '年度报告', en: 'Report' },
    plural: { zh: '年度报告', en: 'Reports' },
  },
  disableDuplicate: true, // another organ's or year's report is made anew, with blank rows
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'year', 'stage', 'reconciliationStatus', 'updatedAt'],
    components: { beforeListTable: ['/src/admin/importing/ImportReport.tsx#ImportReport'] },
    group: { zh: '年度报告', en: 'Annual reports' },
  },
  defaultSort: '-year',
  access: {
    read: withinSubtree('organization'),
    create: forOwnOrganization,
    update: ownOrganization('organization'),
    delete: administrators,
  },
  hooks: {
    beforeValidate: [fillInFormat, refuseForeignChannels],
    beforeChange: [keepIdentity, refuseWhilePublic, nameReport, keepDays],
    afterChange: [createSectionsAndRows, recordReportEdit],
    beforeDelete: [deleteContents, recordReportDelete],
  },
  endpoints,
  indexes: [{ fields: ['organization', 'year'], unique: true }],
  fields: [
    {
      name: 'workbench',
      type: 'ui',
      admin: {
        components: { Field: '/src/admin/workbench/Workbench.tsx#Workbench' },
        condition: (data) => Boolean(data?.id),
      },
    },
    {
      name: 'title',
      type: 'text',
      label: { zh: '标题', en: 'Title' },
      admin: { readOnly: true, description: { zh: '由机关和年度生成', en: 'Made from the rest' } },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'organization',
          type: 'relationship',
          relationTo: 'organizations',
          required: true,
          index: true,
          label: { zh: '机关', en: 'Organization' },
        },
        {
          name: 'year',
          type: 'number',
          required: true,
          index: true,
          label: { zh: '报告年度', en: 'Report year' },
          validate: (value: unknown) =>
            (Number.isInteger(value) && Number(value) >= 2008 && Number(value) <= 2100) ||
            '报告年度应为 2008 至 2100 之间的整数',
        },
        {
          name: 'format',
          type: 'select',
          index: true,
          options: formats.map(({ key, label }) => ({ value: key, label })),
          label: { zh: '格式', en: 'Format' },
          admin: {
            description: {
              zh: '不选则按年度确定；创建后不再改变',
              en: 'By the year when left empty; fixed once created',
            },
          },
        },
      ],
    },
    ...narrativeFields,
    ...stateFields,
    {
      name: 'acknowledgements',
      type: 'array',
      label: { zh: '说明', en: 'Acknowledgements' },
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
      fields: [
        { name: 'key', type: 'text', required: true },
        { name: 'rule', type: 'text', required: true },
        { name: 'by', type: 'text', required: true },
        { name: 'at', type: 'date', required: true },
        { name: 'reason', type: 'textarea', required: true },
      ],
    },
  ],
}
