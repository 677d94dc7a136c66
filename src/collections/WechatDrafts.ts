import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { withArticles } from '../access/withinSubtree.ts'

/**
 * The way of a publication into the drafts box of one 公众号: one record, so one draft, for each
 * publication and channel. What has been done is written down step by step, so that a push that was
 * cut short goes on where it stopped.
 */
export const WechatDrafts: CollectionConfig = {
  slug: 'wechat-drafts',
  labels: {
    singular: { zh: '公众号草稿', en: 'Draft of an article' },
    plural: { zh: '公众号草稿', en: 'Drafts of articles' },
  },
  disableDuplicate: true,
  lockDocuments: false,
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'channel', 'state', 'updatedAt'],
    group: { zh: '年度报告', en: 'Annual reports' },
  },
  defaultSort: '-updatedAt',
  access: { read: withArticles, create: nobody, update: nobody, delete: nobody },
  indexes: [{ fields: ['publication', 'channel'], unique: true }],
  fields: [
    { name: 'title', type: 'text', required: true, label: { zh: '标题', en: 'Title' } },
    {
      name: 'publication',
      type: 'relationship',
      relationTo: 'publications',
      required: true,
      index: true,
      label: { zh: '发布版本', en: 'Publication' },
    },
    {
      name: 'organization',
      type: 'relationship',
      relationTo: 'organizations',
      required: true,
      index: true,
      label: { zh: '机关', en: 'Organization' },
    },
    {
      name: 'channel',
      type: 'relationship',
      relationTo: 'channels',
      required: true,
      index: true,
      label: { zh: '公众号', en: 'Channel' },
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: [
        { value: 'queued', label: { zh: '等待推送', en: 'Queued' } },
        { value: 'running', label: { zh: '推送中', en: 'Running' } },
        { value: 'drafted', label: { zh: '已进草稿箱', en: 'In the drafts box' } },
        { value: 'failed', label: { zh: '推送失败', en: 'Failed' } },
      ],
      label: { zh: '状态', en: 'State' },
    },
    {
      name: 'attempts',
      type: 'number',
      defaultValue: 0,
      label: { zh: '尝试次数', en: 'Attempts' },
    },
    { name: 'advice', type: 'textarea', label: { zh: '失败原因与建议', en: 'What went wrong' } },
    { name: 'errorCode', type: 'number', label: { zh: '微信错误码', en: 'Error code' } },
    {
      name: 'mediaId',
      type: 'text',
      label: { zh: '草稿的 media_id', en: 'Media id of the draft' },
    },
    { name: 'draftedAt', type: 'date', label: { zh: '进草稿箱时间', en: 'Drafted at' } },
    { name: 'requestedBy', type: 'text', label: { zh: '推送人', en: 'Requested by' } },
    // Addresses that WeChat gave, by the name of the image.
    { name: 'uploads', type: 'json', admin: { hidden: true } },
    // The permanent image that only this draft has for its cover: by it the draft is found again.
    { name: 'coverMediaId', type: 'text', admin: { hidden: true } },
    // Set before the draft is asked for: from then on it may exist although no answer came.
    { name: 'askedAt', type: 'date', admin: { hidden: true } },
    // Who is at it, and until when nobody else may be.
    { name: 'owner', type: 'text', admin: { hidden: true } },
    { name: 'leaseUntil', type: 'date', admin: { hidden: true } },
  ],
}
