import type { CollectionConfig } from 'payload'
import { nobody } from '../../access/nobody.ts'
import { isSupervisor, supervisors } from '../../access/supervisors.ts'
import type { User } from '../../payload-types.ts'
import { eventTypes, testEvent } from '../../webhooks/index.ts'
import { deliveryEndpoints } from './endpoints.ts'

/** The panel tells it, better than a form; lists have it as a column. */
const inPanel = { condition: () => false }

/**
 * The log of what websites were told, and the list of what they are still to be told: one record for
 * each event and webhook, made in the transaction of the event itself.
 */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: {
    singular: { zh: '通知发送记录', en: 'Webhook delivery' },
    plural: { zh: '通知发送记录', en: 'Webhook deliveries' },
  },
  disableDuplicate: true,
  lockDocuments: false,
  endpoints: deliveryEndpoints,
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'webhook', 'state', 'tries', 'lastError', 'occurredAt'],
    group: { zh: '系统管理', en: 'Administration' },
    hidden: ({ user }) =>
      !isSupervisor({ user: user as unknown as User & { collection: 'users' } }),
  },
  defaultSort: '-createdAt',
  access: { read: supervisors, create: nobody, update: nobody, delete: nobody },
  indexes: [
    { fields: ['webhook', 'event'], unique: true },
    { fields: ['webhook', 'report', 'sequence'] },
  ],
  fields: [
    {
      name: 'panel',
      type: 'ui',
      admin: { components: { Field: '/src/admin/webhooks/DeliveryPanel.tsx#DeliveryPanel' } },
    },
    {
      name: 'title',
      type: 'text',
      required: true,
      label: { zh: '通知', en: 'Notice' },
      admin: inPanel, // and the heading of the page
    },
    {
      name: 'webhook',
      type: 'relationship',
      relationTo: 'webhooks',
      required: true,
      index: true,
      label: { zh: '网站通知', en: 'Webhook' },
    },
    {
      // The webhook's, not the report's: whose log it is.
      name: 'organization',
      type: 'relationship',
      relationTo: 'organizations',
      required: true,
      index: true,
      label: { zh: '机关', en: 'Organization' },
      admin: { hidden: true },
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: [
        { value: 'pending', label: { zh: '等待发送', en: 'Pending' } },
        { value: 'sending', label: { zh: '发送中', en: 'Sending' } },
        { value: 'delivered', label: { zh: '已送达', en: 'Delivered' } },
        { value: 'failed', label: { zh: '未送达', en: 'Given up' } },
        { value: 'superseded', label: { zh: '已过时，不再发送', en: 'Superseded' } },
      ],
      label: { zh: '状态', en: 'State' },
      admin: {
        ...inPanel,
        components: { Cell: '/src/admin/webhooks/DeliveryState.tsx#DeliveryStateCell' },
      },
    },
    {
      name: 'type',
      type: 'select',
      required: true,
      options: [...eventTypes, testEvent],
      label: { zh: '事项', en: 'Type' },
    },
    {
      name: 'occurredAt',
      type: 'date',
      required: true,
      label: { zh: '发生时间', en: 'Occurred at' },
      admin: { date: { displayFormat: 'yyyy年M月d日 HH:mm:ss' } },
    },
    {
      name: 'event',
      type: 'text',
      required: true,
      index: true,
      label: { zh: '事件编号（webhook-id）', en: 'Event id' },
    },
    {
      name: 'publication',
      type: 'relationship',
      relationTo: 'publications',
      index: true,
      label: { zh: '发布版本', en: 'Publication' },
    },
    {
      name: 'report',
      type: 'relationship',
      relationTo: 'reports',
      index: true,
      admin: { hidden: true },
    },
    { name: 'sequence', type: 'number', label: { zh: '序号', en: 'Sequence' } },
    {
      name: 'body',
      type: 'textarea',
      required: true,
      label: { zh: '通知正文', en: 'Body' },
      admin: inPanel,
    },
    {
      // Since it was queued or sent anew.
      name: 'tries',
      type: 'number',
      defaultValue: 0,
      label: { zh: '尝试次数', en: 'Tries' },
      admin: inPanel,
    },
    {
      // Time, status, duration, error and beginning of the answer of each try.
      name: 'attempts',
      type: 'json',
      label: { zh: '每次尝试', en: 'Attempts' },
      admin: { ...inPanel, disableListColumn: true },
    },
    {
      name: 'lastError',
      type: 'text',
      label: { zh: '最近的问题', en: 'Last error' },
      admin: inPanel,
    },
    {
      name: 'nextAttemptAt',
      type: 'date',
      index: true,
      label: { zh: '下次尝试', en: 'Next attempt' },
      admin: inPanel,
    },
    {
      name: 'deliveredAt',
      type: 'date',
      label: { zh: '送达时间', en: 'Delivered at' },
      admin: inPanel,
    },
    {
      name: 'replayedBy',
      type: 'text',
      label: { zh: '操作人', en: 'Sent by' },
      admin: { hidden: true },
    },
    // Who is at it, and until when nobody else may be.
    { name: 'owner', type: 'text', admin: { hidden: true } },
    { name: 'leaseUntil', type: 'date', admin: { hidden: true } },
  ],
}
