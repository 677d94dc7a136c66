import type { Field } from 'payload'
import { largestCount } from '../../formats/officialValue.ts'

const count = (value: unknown) =>
  value === null ||
  value === undefined ||
  (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= largestCount) ||
  `应为 0 至 ${largestCount} 的整数`

/** Its value is edited where the text speaks of it (src/admin/narrative). */
const editedInText = { components: { Field: '/src/admin/narrative/EditedInText.tsx#EditedInText' } }

/** The text before the six sections, and the figures that the narrative gives. */
export const narrativeFields: Field[] = [
  {
    name: 'preamble',
    type: 'textarea',
    label: { zh: '引言', en: 'Preamble' },
    admin: editedInText,
  },
  {
    name: 'disclosureFigures',
    type: 'group',
    label: { zh: '主动公开数量', en: 'Disclosure figures' },
    admin: editedInText,
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
    admin: editedInText,
  },
]
