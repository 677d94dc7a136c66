import type { CollectionConfig } from 'payload'
import { ownOrganization } from '../../access/ownOrganization.ts'
import { hasRole } from '../../access/roles.ts'
import { withinSubtree } from '../../access/withinSubtree.ts'
import { formats } from '../../formats/index.ts'
import { checkContent } from '../../hooks/checkContent.ts'
import { shortText } from '../fields/shortText.ts'
import { moveEndpoint } from './move.ts'
import { guardSection, guardSectionDelete } from '../../hooks/guardSection.ts'
import { refuseBulk } from '../../hooks/refuseBulk.ts'
import { refuseStale } from '../../hooks/refuseStale.ts'
import { recordSectionDelete, recordSectionEdit } from '../../hooks/recordEdit.ts'

/** The narrative: six statutory sections, each with as many sub-sections as the organ wants. */
export const Sections: CollectionConfig = {
  slug: 'sections',
  labels: {
    singular: { zh: '章节', en: 'Section' },
    plural: { zh: '章节', en: 'Sections' },
  },
  disableDuplicate: true,
  lockDocuments: false, // of two saves the later is refused, see refuseStale
  admin: { hidden: true }, // edited on the page of their report
  defaultSort: 'order',
  access: {
    read: withinSubtree('report.organization'),
    // The organ is that of the report, so the hook decides whose sub-section it may be.
    create: ({ req }) => hasRole(req, 'editor', 'reviewer', 'administrator'),
    update: ownOrganization('report.organization'),
    delete: ownOrganization('report.organization'),
  },
  hooks: {
    beforeOperation: [refuseBulk('delete', '章节不能成批删除，请逐个删除')],
    beforeChange: [refuseStale, guardSection],
    afterChange: [recordSectionEdit],
    beforeDelete: [guardSectionDelete],
    afterDelete: [recordSectionDelete],
  },
  endpoints: [moveEndpoint],
  fields: [
    {
      name: 'report',
      type: 'relationship',
      relationTo: 'reports',
      required: true,
      index: true,
      label: { zh: '年度报告', en: 'Report' },
    },
    {
      name: 'key',
      type: 'select',
      required: true,
      options: formats[0].sections.map(({ key, heading }) => ({ value: key, label: heading })),
      label: { zh: '所属部分', en: 'Part' },
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'sections',
      index: true,
      label: { zh: '上级章节', en: 'Parent' },
    },
    {
      name: 'order',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { zh: '顺序', en: 'Order' },
    },
    {
      name: 'heading',
      type: 'text',
      required: true,
      validate: shortText(200),
      label: { zh: '标题', en: 'Heading' },
    },
    {
      name: 'content',
      type: 'richText',
      label: { zh: '正文', en: 'Content' },
      hooks: { beforeValidate: [checkContent] },
    },
  ],
}
