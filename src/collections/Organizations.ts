import type { CollectionConfig } from 'payload'
import { administrators } from '../access/administrators.ts'
import { people } from '../access/people.ts'
import { keepSlug } from '../hooks/keepSlug.ts'
import { refuseWhileInUse } from '../hooks/refuseWhileInUse.ts'
import { setAncestors } from '../hooks/setAncestors.ts'
import { deadlinesField, organKinds } from './fields/deadlines.ts'
import { shortText } from './fields/shortText.ts'
import { slugPattern } from './fields/slug.ts'

/** The organs that report, as a tree: a county above its towns and offices. */
export const Organizations: CollectionConfig = {
  slug: 'organizations',
  labels: {
    singular: { zh: '机关', en: 'Organization' },
    plural: { zh: '机关', en: 'Organizations' },
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'region', 'kind', 'parent'],
    group: { zh: '系统管理', en: 'Administration' },
  },
  access: { read: people, create: administrators, update: administrators, delete: administrators },
  hooks: {
    beforeChange: [keepSlug, setAncestors],
    beforeDelete: [
      refuseWhileInUse([
        { collection: 'reports', paths: ['organization'], label: '份年度报告' },
        { collection: 'publications', paths: ['organization'], label: '个发布版本' },
        { collection: 'organizations', paths: ['parent'], label: '个下级机关' },
        { collection: 'users', paths: ['organization'], label: '个用户' },
        { collection: 'channels', paths: ['organization'], label: '个公开渠道' },
        { collection: 'webhooks', paths: ['organization'], label: '个网站通知' },
      ]),
    ],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      validate: shortText(100),
      label: { zh: '机关全称', en: 'Full name' },
    },
    {
      name: 'slug',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { zh: '网址标识', en: 'Slug' },
      admin: {
        description: {
          zh: '公开网址中的名字，如 yingqiu；创建后不再改变',
          en: 'Names the organization in public addresses; fixed once created',
        },
      },
      validate: slugPattern,
    },
    {
      name: 'region',
      type: 'text',
      index: true,
      label: { zh: '行政区划', en: 'Region' },
      admin: { description: { zh: '如 山东省潍坊市昌乐县', en: 'Administrative division' } },
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'organizations',
      label: { zh: '上级机关', en: 'Parent' },
      index: true,
    },
    {
      name: 'kind',
      type: 'select',
      defaultValue: 'organ',
      options: [...organKinds],
      label: { zh: '类别', en: 'Kind' },
      admin: {
        description: {
          zh: '决定法定截止日期：行政机关为次年1月31日，县级以上人民政府为次年3月31日',
          en: 'Decides the statutory date: 31 January or, for governments, 31 March',
        },
      },
    },
    deadlinesField,
    {
      name: 'ancestors',
      type: 'relationship',
      relationTo: 'organizations',
      hasMany: true,
      index: true,
      label: { zh: '所有上级', en: 'Ancestors' },
      admin: { hidden: true, readOnly: true },
    },
  ],
}
