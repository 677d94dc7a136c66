import type { CollectionConfig } from 'payload'
import { nobody } from '../../access/nobody.ts'
import { forSupervised, isSupervisor, supervisors } from '../../access/supervisors.ts'
import { deleteDeliveries } from '../../hooks/deleteDeliveries.ts'
import { beginWithSecret } from '../../hooks/beginWithSecret.ts'
import type { User } from '../../payload-types.ts'
import { addressProblem, allowedNetworks, eventTypes } from '../../webhooks/index.ts'
import { shortText } from '../fields/shortText.ts'
import { webhookEndpoints } from './endpoints.ts'

const bySystem = { create: nobody, update: nobody }
const kept = { read: nobody, ...bySystem }

/** Systems of websites that are told when a report is published, corrected or withdrawn. */
export const Webhooks: CollectionConfig = {
  slug: 'webhooks',
  labels: {
    singular: { zh: '网站通知', en: 'Webhook' },
    plural: { zh: '网站通知', en: 'Webhooks' },
  },
  disableDuplicate: true,
  endpoints: webhookEndpoints,
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'organization', 'url', 'active'],
    group: { zh: '系统管理', en: 'Administration' },
    hidden: ({ user }) =>
      !isSupervisor({ user: user as unknown as User & { collection: 'users' } }),
    description: {
      zh: '报告发布、更正发布或撤回时，向网站自己的系统发送带签名的通知，网站据此立即更新。',
      en: 'Signed notices to websites when a report is published, corrected or withdrawn.',
    },
  },
  access: {
    read: supervisors,
    create: forSupervised,
    update: supervisors,
    delete: supervisors,
  },
  hooks: { beforeChange: [beginWithSecret], beforeDelete: [deleteDeliveries] },
  fields: [
    {
      name: 'panel',
      type: 'ui',
      admin: { components: { Field: '/src/admin/webhooks/WebhookPanel.tsx#WebhookPanel' } },
    },
    {
      name: 'name',
      type: 'text',
      required: true,
      validate: shortText(100),
      label: { zh: '名称', en: 'Name' },
      admin: { description: { zh: '如 县政府门户网站', en: 'Such as the name of the website' } },
    },
    {
      name: 'organization',
      type: 'relationship',
      relationTo: 'organizations',
      required: true,
      index: true,
      label: { zh: '机关', en: 'Organization' },
      // The log belongs to it, so it stays.
      access: { update: nobody },
      admin: {
        description: {
          zh: '本机关及其所有下级机关的报告都会通知；创建后不再改变',
          en: 'Its reports and those of the organs below it; fixed once created',
        },
      },
    },
    {
      name: 'url',
      type: 'text',
      required: true,
      label: { zh: '接收网址', en: 'URL' },
      validate: (value: unknown) => addressProblem(value, allowedNetworks()) ?? true,
      admin: {
        description: {
          zh: '通知以 POST 发送到这里；建议使用 https，否则内容在途中可被看到',
          en: 'Where notices are sent by POST; https is recommended',
        },
      },
    },
    {
      name: 'events',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: eventTypes.map(({ value }) => value),
      options: [...eventTypes],
      label: { zh: '通知事项', en: 'Events' },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      index: true,
      label: { zh: '启用', en: 'Active' },
    },
    { name: 'description', type: 'textarea', label: { zh: '备注', en: 'Description' } },
    // When a receiver said that it wants no more (410).
    { name: 'switchedOffAt', type: 'date', access: bySystem, admin: { hidden: true } },
    // Encrypted, and never given out again.
    { name: 'secret', type: 'text', hidden: true, access: kept },
    { name: 'previousSecret', type: 'text', hidden: true, access: kept },
    { name: 'previousSecretUntil', type: 'date', hidden: true, access: kept },
    // When the secret was last shown; until then nobody knows it.
    { name: 'secretIssuedAt', type: 'date', access: bySystem, admin: { hidden: true } },
  ],
}
