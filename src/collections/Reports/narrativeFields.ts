import type { Field } from 'payload'
import { largestCount } from '../../formats/officialValue.ts'

const day = { date: { pickerAppearance: 'dayOnly' as const, displayFormat: 'yyyy-MM-dd' } }

const count = (value: unknown) =>
  value === null ||
  value === undefined ||
  (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= largestCount) ||
  `应为 0 至 ${largestCount} 的整数`

/** What stands around the six sections, and the figures that the narrative gives. */
export const narrativeFields: Field[] = [
  {
    name: 'preamble',
    type: 'textarea',
    label: { zh: '引言', en: 'Preamble' },
    admin: { rows: 4, description: { zh: '第一部分之前的文字', en: 'Before section one' } },
  },
  {
    type: 'collapsible',
    label: { zh: '统计期限与联系方式', en: 'Period and contact' },
    admin: { initCollapsed: true },
    fields: [
      {
        name: 'period',
        type: 'group',
        label: { zh: '统计期限', en: 'Period' },
        fields: [
          {
            type: 'row',
            fields: [
              { name: 'from', type: 'date', label: { zh: '自', en: 'From' }, admin: day },
              { name: 'to', type: 'date', label: { zh: '至', en: 'To' }, admin: day },
            ],
          },
        ],
      },
      {
        name: 'contact',
        type: 'group',
        label: { zh: '联系方式', en: 'Contact' },
        fields: [
          {
            type: 'row',
            fields: [
              { name: 'office', type: 'text', label: { zh: '联系单位', en: 'Office' } },
              { name: 'phone', type: 'text', label: { zh: '联系电话', en: 'Phone' } },
            ],
          },
          {
            type: 'row',
            fields: [
              { name: 'address', type: 'text', label: { zh: '地址', en: 'Address' } },
              { name: 'email', type: 'text', label: { zh: '电子邮箱', en: 'E-mail' } },
            ],
          },
        ],
      },
      {
        name: 'signedOn',
        type: 'date',
        label: { zh: '落款日期', en: 'Signed on' },
        admin: day,
      },
    ],
  },
  {
    name: 'disclosureFigures',
    type: 'group',
    label: { zh: '主动公开数量', en: 'Disclosure figures' },
    admin: {
      description: {
        zh: '正文中所说的主动公开总数和各渠道数量',
        en: 'The numbers that the narrative states',
      },
    },
    fields: [
      {
        name: 'total',
        type: 'number',
        label: { zh: '主动公开总数（条）', en: 'Items in all' },
        validate: count,
      },
      {
        name: 'channels',
        type: 'array',
        label: { zh: '各渠道数量', en: 'By channel' },
        labels: {
          singular: { zh: '渠道', en: 'Channel' },
          plural: { zh: '渠道', en: 'Channels' },
        },
        fields: [
          {
            type: 'row',
            fields: [
              {
                name: 'channel',
                type: 'relationship',
                relationTo: 'channels',
                required: true,
                label: { zh: '公开渠道', en: 'Channel' },
              },
              {
                name: 'count',
                type: 'number',
                required: true,
                label: { zh: '数量（条）', en: 'Items' },
                validate: count,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    name: 'channels',
    type: 'relationship',
    relationTo: 'channels',
    hasMany: true,
    label: { zh: '公开渠道', en: 'Channels' },
    admin: { description: { zh: '正文提到的全部渠道', en: 'All that the narrative names' } },
  },
]
