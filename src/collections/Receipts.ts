import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { withArticles } from '../access/withinSubtree.ts'

/**
 * What stands in a 公众号: which publication was sent as an article, and where. Only ever added to;
 * of several for a channel and report the last one counts.
 */
export const Receipts: CollectionConfig = {
  slug: 'receipts',
  labels: {
    singular: { zh: '公众号发布回执', en: 'Receipt' },
    plural: { zh: '公众号发布回执', en: 'Receipts' },
  },
  disableDuplicate: true,
  lockDocuments: false,
  admin: {
    useAsTitle: 'link',
    defaultColumns: ['link', 'channel', 'revision', 'recordedAt'],
    group: { zh: '年度报告', en: 'Annual reports' },
  },
  defaultSort: '-recordedAt',
  access: { read: withArticles, create: nobody, update: nobody, delete: nobody },
  fields: [
    {
      name: 'publication',
      type: 'relationship',
      relationTo: 'publications',
      required: true,
      index: true,
      label: { zh: '发布版本', en: 'Publication' },
    },
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
      name: 'channel',
      type: 'relationship',
      relationTo: 'channels',
      required: true,
      index: true,
      label: { zh: '公众号', en: 'Channel' },
    },
    { name: 'revision', type: 'number', required: true, label: { zh: '修订号', en: 'Revision' } },
    { name: 'digest', type: 'text', required: true, label: { zh: '内容摘要值', en: 'Digest' } },
    { name: 'link', type: 'text', required: true, label: { zh: '文章链接', en: 'Link' } },
    {
      name: 'removed',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '已从公众号删除', en: 'Removed since' },
    },
    {
      name: 'recordedAt',
      type: 'date',
      required: true,
      index: true,
      label: { zh: '登记时间', en: 'Recorded at' },
    },
    { name: 'recordedBy', type: 'text', label: { zh: '登记人', en: 'Recorded by' } },
  ],
}
