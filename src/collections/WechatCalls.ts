import type { CollectionConfig } from 'payload'
import { administrators } from '../access/administrators.ts'
import { nobody } from '../access/nobody.ts'

/** How often the API of WeChat was called: one record an account, day and kind of call. */
export const WechatCalls: CollectionConfig = {
  slug: 'wechat-calls',
  labels: {
    singular: { zh: '微信接口调用次数', en: 'Calls of WeChat' },
    plural: { zh: '微信接口调用次数', en: 'Calls of WeChat' },
  },
  disableDuplicate: true,
  lockDocuments: false,
  admin: {
    useAsTitle: 'key',
    defaultColumns: ['key', 'count'],
    group: { zh: '系统管理', en: 'Administration' },
  },
  access: { read: administrators, create: nobody, update: nobody, delete: nobody },
  fields: [
    {
      // AppID, day in China and kind, such as "wx… 2026-01-25 draft/add".
      name: 'key',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { zh: '账号、日期与接口', en: 'Account, day and call' },
    },
    { name: 'count', type: 'number', required: true, label: { zh: '次数', en: 'Count' } },
  ],
}
