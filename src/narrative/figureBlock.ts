import type { Block } from 'payload'
import { figureBlock } from './figures.ts'

/** A figure in the text: it says where its number stands and shows what stands there. */
export const FigureBlock: Block = {
  slug: figureBlock,
  labels: {
    singular: { zh: '表中数据', en: 'Figure' },
    plural: { zh: '表中数据', en: 'Figures' },
  },
  admin: { components: { Block: '/src/admin/narrative/FigureBlock.tsx#FigureBlock' } },
  fields: [
    {
      name: 'source',
      type: 'text',
      label: { zh: '显示哪个数据', en: 'Shows' },
      validate: (value: unknown) => (value ? true : '请先选择一个数据'),
      admin: {
        components: { Field: '/src/admin/narrative/FigureSourceField.tsx#FigureSourceField' },
      },
    },
  ],
}
