import type { CollectionConfig } from 'payload'
import { forOwnOrganization, ownOrganization } from '../access/ownOrganization.ts'
import { people } from '../access/people.ts'
import { hasRole } from '../access/roles.ts'
import { keepSlug } from '../hooks/keepSlug.ts'
import { refuseWhileInUse } from '../hooks/refuseWhileInUse.ts'
import { shortText } from './fields/shortText.ts'
import { slugPattern } from './fields/slug.ts'
import { wechatFields } from './fields/wechat.ts'

const channelKinds = [
  { value: 'website', label: { zh: '政府网站', en: 'Website' } },
  { value: 'wechat', label: { zh: '微信公众号', en: 'WeChat account' } },
  { value: 'weibo', label: { zh: '微博', en: 'Weibo' } },
  { value: 'app', label: { zh: '客户端', en: 'App' } },
  { value: 'newspaper', label: { zh: '报纸', en: 'Newspaper' } },
  { value: 'television', label: { zh: '广播电视', en: 'Television' } },
  { value: 'noticeBoard', label: { zh: '公告栏', en: 'Notice board' } },
  { value: 'other', label: { zh: '其他', en: 'Other' } },
] as const

/** Where an organ makes information public: its website, WeChat accounts, newspapers and so on. */
export const Channels: CollectionConfig = {
  slug: 'channels',
  labels: {
    singular: { zh: '公开渠道', en: 'Channel' },
    plural: { zh: '公开渠道', en: 'Channels' },
  },
  disableDuplicate: true,
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'organization', 'account'],
    group: { zh: '年度报告', en: 'Annual reports' },
  },
  access: {
    read: people,
    create: forOwnOrganization,
    update: ownOrganization('organization'),
    delete: ({ req }) => hasRole(req, 'administrator'),
  },
  hooks: {
    beforeChange: [keepSlug],
    beforeDelete: [
      refuseWhileInUse([
        {
          collection: 'reports',
          paths: ['channels', 'disclosureFigures.channels.channel'],
          label: '份年度报告',
        },
        { collection: 'receipts', paths: ['channel'], label: '条公众号发布回执' },
        { collection: 'wechat-drafts', paths: ['channel'], label: '份公众号草稿' },
      ]),
    ],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      validate: shortText(100),
      label: { zh: '名称', en: 'Name' },
    },
    {
      name: 'slug',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { zh: '网址标识', en: 'Slug' },
      validate: slugPattern,
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: [...channelKinds],
      label: { zh: '类型', en: 'Kind' },
    },
    {
      name: 'organization',
      type: 'relationship',
      relationTo: 'organizations',
      required: true,
      index: true,
      label: { zh: '主办机关', en: 'Organization' },
    },
    {
      name: 'account',
      type: 'text',
      label: { zh: '账号名', en: 'Account' },
      admin: { description: { zh: '如公众号“古都营丘”', en: 'The name of the account' } },
    },
    { name: 'url', type: 'text', label: { zh: '网址', en: 'Address' } },
    ...wechatFields,
    {
      // What an import found in a text becomes known with the report that names it, not before.
      name: 'listed',
      type: 'checkbox',
      defaultValue: true,
      index: true,
      label: { zh: '对外列出', en: 'Listed publicly' },
      admin: {
        position: 'sidebar',
        description: {
          zh: '在公开接口的渠道列表中列出；导入时读出的渠道随报告发布而列出',
          en: 'In the public list of channels; those found by an import are listed on publishing',
        },
      },
    },
  ],
}
