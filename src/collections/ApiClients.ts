import type { CollectionConfig } from 'payload'
import { administrators } from '../access/administrators.ts'

/**
 * Programs with a key: the WeChat team's own systems. What is public needs none; a key opens the
 * article of a cleared draft of the organ, and takes receipts for its channels.
 */
export const ApiClients: CollectionConfig = {
  slug: 'api-clients',
  auth: { useAPIKey: true, disableLocalStrategy: true },
  labels: {
    singular: { zh: '接口客户端', en: 'API client' },
    plural: { zh: '接口客户端', en: 'API clients' },
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'organization'],
    group: { zh: '系统管理', en: 'Administration' },
  },
  access: {
    read: administrators,
    create: administrators,
    update: administrators,
    delete: administrators,
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: { zh: '名称', en: 'Name' } },
    {
      name: 'organization',
      type: 'relationship',
      relationTo: 'organizations',
      label: { zh: '所属机关', en: 'Organization' },
    },
    {
      name: 'channels',
      type: 'relationship',
      relationTo: 'channels',
      hasMany: true,
      label: { zh: '公开渠道', en: 'Channels' },
    },
  ],
}
