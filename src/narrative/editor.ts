import {
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import { FigureBlock } from './figureBlock.ts'
import { narrativeLinks } from './linkFeature.ts'
import { narrativeTables } from './tableFeature.ts'
import { worded } from './worded.ts'

/** What a section's text may hold: what the official document and the WeChat article can show. */
export const narrativeFeatures = [
  ParagraphFeature(),
  worded(HeadingFeature({ enabledHeadingSizes: ['h4', 'h5'] }), {
    label: '{{headingLevel}} 级标题',
  }),
  BoldFeature(),
  ItalicFeature(),
  UnderlineFeature(),
  OrderedListFeature(),
  UnorderedListFeature(),
  narrativeLinks(),
  worded(UploadFeature({ enabledCollections: ['media'] }), { label: '图片' }),
  narrativeTables(),
  worded(BlocksFeature({ inlineBlocks: [FigureBlock] }), {
    inlineBlocks: {
      create: '插入{{label}}',
      edit: '选择{{label}}',
      label: '数据',
      remove: '删除{{label}}',
    },
  }),
  FixedToolbarFeature(),
  InlineToolbarFeature(),
]
