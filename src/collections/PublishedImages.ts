import type { CollectionConfig } from 'payload'
import { nobody } from '../access/nobody.ts'
import { keepPublication } from '../hooks/keepPublication.ts'

/**
 * The bytes of what publications show, each under its own digest. In the database, so that every
 * process has them; written by publishing and read by the public API alone.
 */
export const PublishedImages: CollectionConfig = {
  slug: 'published-images',
  labels: {
    singular: { zh: '已发布的图片', en: 'Published image' },
    plural: { zh: '已发布的图片', en: 'Published images' },
  },
  disableDuplicate: true,
  admin: { hidden: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  hooks: { beforeChange: [keepPublication], beforeDelete: [keepPublication] },
  fields: [
    // SHA-256 of the bytes, with the extension of their type.
    { name: 'name', type: 'text', required: true, unique: true, index: true },
    { name: 'mimeType', type: 'text', required: true },
    { name: 'width', type: 'number', required: true },
    { name: 'height', type: 'number', required: true },
    // Base64, which both databases keep.
    { name: 'data', type: 'textarea', required: true },
  ],
}
