import type { Plugin } from 'payload'

/**
 * Gives every collection string ids, as the embedded database has them: a link, a receipt or a
 * backup then means the same on both databases, and an id that is none is simply not found.
 * The adapter makes the ids (see mongoAdapter.ts); nobody chooses one.
 */
export const stringIds: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    fields: [
      {
        name: 'id',
        type: 'text',
        admin: { hidden: true },
        access: { create: () => false, update: () => false },
      },
      ...collection.fields,
    ],
  })),
})
