import type { Field } from 'payload'
import { formats } from '../../formats/index.ts'

const day = { date: { pickerAppearance: 'dayOnly' as const, displayFormat: 'yyyy-MM-dd' } }

/** Whose report it is, for which year and in which form; its period, contact and date. */
export const basicsFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { zh: '标题', en: 'Title' },
    admin: { readOnly: true, description: { zh: '由机关和年度生成', en: 'Made from the rest' } },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'organization',
        type: 'relationship',
        relationTo: 'organizations',
        required: true,
        index: true,
        label: { zh: '机关', en: 'Organization' },
      },
      {
        name: 'year',
        type: 'number',
        required: true,
        index: true,
        label: { zh: '报告年度', en: 'Report year' },
        validate: (value: unknown) =>
          (Number.isInteger(value) && Number(value) >= 2008 && Number(value) <= 2100) ||
          '报告年度应为 2008 至 2100 之间的整数',
      },
      {
        name: 'format',
        type: 'select',
        index: true,
        options: formats.map(({ key, label }) => ({ value: key, label })),
        label: { zh: '格式', en: 'Format' },
        admin: {
          description: {
            zh: '不选则按年度确定；创建后不再改变',
            en: 'By the year when left empty; fixed once created',
          },
        },
      },
    ],
  },
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
]
