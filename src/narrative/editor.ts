import {
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import { FigureBlock } from './figureBlock.ts'
import { narrativeTables } from './tableFeature.ts'

/** What a section's text may hold: what the official document and the WeChat article can show. */
export const narrativeFeatures = [
  ParagraphFeature(),
  HeadingFeature({ enabledHeadingSizes: ['h4', 'h5'] }),
  BoldFeature(),
  ItalicFeature(),
  UnderlineFeature(),
  OrderedListFeature(),
  UnorderedListFeature(),
  LinkFeature({ enabledCollections: [] }),
  UploadFeature({ enabledCollections: ['media'] }),
  narrativeTables(),
  BlocksFeature({ inlineBlocks: [FigureBlock] }),
  FixedToolbarFeature(),
  InlineToolbarFeature(),
]
