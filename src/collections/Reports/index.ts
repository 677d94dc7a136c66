import type { CollectionConfig } from 'payload'
import { administrators } from '../../access/administrators.ts'
import { nobody } from '../../access/nobody.ts'
import { forOwnOrganization, ownOrganization } from '../../access/ownOrganization.ts'
import { withinSubtree } from '../../access/withinSubtree.ts'
import { createSectionsAndRows } from '../../hooks/createSectionsAndRows.ts'
import { deleteContents } from '../../hooks/deleteContents.ts'
import { fillInFormat } from '../../hooks/fillInFormat.ts'
import { keepDays } from '../../hooks/keepDays.ts'
import { keepIdentity } from '../../hooks/keepIdentity.ts'
import { nameReport } from '../../hooks/nameReport.ts'
import { recordReportDelete, recordReportEdit } from '../../hooks/recordEdit.ts'
import { refuseForeignChannels } from '../../hooks/refuseForeignChannels.ts'
import { refuseStale } from '../../hooks/refuseStale.ts'
import { refuseWhilePublic } from '../../hooks/refuseWhilePublic.ts'
import { endpoints } from './endpoints/index.ts'
import { deskBar, panels } from './panels.ts'

/** An organ's annual report for one year, as it is being worked on. */
export const Reports: CollectionConfig = {
  slug: 'reports',
  labels: {
    singular: { zh: '年度报告', en: 'Report' },
    plural: { zh: '年度报告', en: 'Reports' },
  },
  // Several people fill in a report at once; what they change differently is merged.
  lockDocuments: false,
  disableDuplicate: true, // another organ's or year's report is made anew, with blank rows
  admin: {
    useAsTitle: 'title',
    hideAPIURL: true,
    defaultColumns: [
      'title',
      'year',
      'organization',
      'stage',
      'reconciliationStatus',
      'revision',
      'updatedAt',
    ],
    components: {
      beforeListTable: [
        '/src/admin/importing/ImportReport.tsx#ImportReport',
        '/src/admin/reportList/ReportFilters.tsx#ReportFilters',
      ],
      edit: { SaveButton: '/src/admin/desk/SaveButton.tsx#SaveButton' },
    },
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
    beforeChange: [refuseStale, keepIdentity, refuseWhilePublic, nameReport, keepDays],
    afterChange: [createSectionsAndRows, recordReportEdit],
    beforeDelete: [deleteContents, recordReportDelete],
  },
  endpoints,
  indexes: [{ fields: ['organization', 'year'], unique: true }],
  fields: [
    deskBar,
    ...panels,
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
