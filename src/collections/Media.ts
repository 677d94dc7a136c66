import type { CollectionConfig } from 'payload'
import path from 'node:path'
import { administrators } from '../access/administrators.ts'
import { people } from '../access/people.ts'
import { hasRole } from '../access/roles.ts'

/** Pictures for the narrative. They belong to the desk; the public gets what a publication holds. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: {
    singular: { zh: '图片', en: 'Image' },
    plural: { zh: '图片', en: 'Images' },
  },
  admin: { group: { zh: '年度报告', en: 'Annual reports' } },
  access: {
    read: people,
    create: ({ req }) => hasRole(req, 'editor', 'reviewer', 'administrator'),
    // A picture says not whose it is, so nobody replaces another's.
    update: administrators,
    delete: administrators,
  },
  upload: {
    staticDir: path.resolve(process.env.APP_ROOT || process.cwd(), 'data/media'),
    pasteURL: false, // pictures come from the person's own files, never from another host
    mimeTypes: ['image/png', 'image/jpeg', 'image/gif', 'image/webp'],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      label: { zh: '替代文字', en: 'Alternative text' },
      admin: { description: { zh: '向看不到图片的读者说明内容', en: 'Describes the image' } },
    },
  ],
}
