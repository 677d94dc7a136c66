import type { CollectionConfig } from 'payload'
import { nobody } from '../../access/nobody.ts'
import { withinSubtree } from '../../access/withinSubtree.ts'
import { keepPublication } from '../../hooks/keepPublication.ts'
import { articleEndpoints } from './articleEndpoints.ts'

/**
 * What was published: one immutable record a revision, the only thing that the public API reads.
 * Organ, region and title are copied in, so that a list needs no other collection.
 */
export const Publications: CollectionConfig = {
  slug: 'publications',
  labels: {
    singular: { zh: '发布版本', en: 'Publication' },
    plural: { zh: '发布版本', en: 'Publications' },
  },
  disableDuplicate: true,
  endpoints: articleEndpoints,
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'revision', 'state', 'publishedAt'],
    group: { zh: '年度报告', en: 'Annual reports' },
  },
  defaultSort: '-publishedAt',
  access: {
    read: withinSubtree('organization'),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  hooks: { beforeChange: [keepPublication], beforeDelete: [keepPublication] },
  indexes: [
    { fields: ['report', 'revision'], unique: true },
    { fields: ['organizationSlug', 'year', 'revision'], unique: true },
    // The public lists, newest first: without these each sorts all that is published.
    { fields: ['state', 'publishedAt'] },
    { fields: ['state', 'year', 'publishedAt'] },
    { fields: ['state', 'region', 'publishedAt'] },
  ],
  fields: [
    { name: 'title', type: 'text', required: true, label: { zh: '标题', en: 'Title' } },
    {
      name: 'report',
      type: 'relationship',
      relationTo: 'reports',
      required: true,
      index: true,
      label: { zh: '年度报告', en: 'Report' },
    },
    {
      name: 'organization',
      type: 'relationship',
      relationTo: 'organizations',
      required: true,
      index: true,
      label: { zh: '机关', en: 'Organization' },
    },
    {
      name: 'organizationSlug',
      type: 'text',
      required: true,
      index: true,
      admin: { hidden: true },
    },
    { name: 'organizationName', type: 'text', required: true, admin: { hidden: true } },
    { name: 'region', type: 'text', index: true, admin: { hidden: true } },
    {
      name: 'year',
      type: 'number',
      required: true,
      index: true,
      label: { zh: '报告年度', en: 'Report year' },
    },
    { name: 'format', type: 'text', required: true, label: { zh: '格式', en: 'Format' } },
    { name: 'revision', type: 'number', required: true, label: { zh: '修订号', en: 'Revision' } },
    {
      name: 'state',
      type: 'select',
      required: true,
      options: [
        { value: 'current', label: { zh: '现行', en: 'Current' } },
        { value: 'superseded', label: { zh: '已被更正', en: 'Superseded' } },
        { value: 'withdrawn', label: { zh: '已撤回', en: 'Withdrawn' } },
      ],
      label: { zh: '状态', en: 'State' },
    },
    { name: 'digest', type: 'text', required: true, label: { zh: '内容摘要值', en: 'Digest' } },
    {
      name: 'publishedAt',
      type: 'date',
      required: true,
      index: true,
      label: { zh: '发布时间', en: 'Published at' },
    },
    {
      // Grows with every publication and withdrawal, in the order of their commits: whoever reads on
      // from a number misses nothing and gets nothing twice. Unique, so that of two at once one waits.
      name: 'sequence',
      type: 'number',
      unique: true,
      index: true,
      admin: { hidden: true },
    },
    {
      // Of the report's revisions: what stands for the report in lists of what is new.
      name: 'latest',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      admin: { hidden: true },
    },
    { name: 'withdrawnAt', type: 'date', label: { zh: '撤回时间', en: 'Withdrawn at' } },
    {
      name: 'correctionReason',
      type: 'textarea',
      label: { zh: '更正原因', en: 'Reason for the correction' },
    },
    // Canonical JSON as text, so that both databases give back the very bytes the digest is over.
    { name: 'content', type: 'textarea', required: true, admin: { hidden: true } },
    // What the content shows, so that an image can be found without reading the content.
    { name: 'imageNames', type: 'json', admin: { hidden: true } },
    // Pictures drawn from the figures, for articles: see src/publication/charts.
    { name: 'charts', type: 'json', admin: { hidden: true } },
    // The plain text of the report, for full-text search.
    { name: 'searchText', type: 'textarea', required: true, admin: { hidden: true } },
  ],
}
