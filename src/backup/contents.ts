import type { FlattenedField, SanitizedCollectionConfig, SanitizedConfig } from 'payload'

/**
 * What a backup leaves out of Payload's own collections: all of it comes and goes while the product
 * runs. Jobs are made anew from the drafts of articles that are not done (src/push/recover.ts), the
 * key-value store holds who is in a report and tokens of WeChat, locks say who has a page open, and
 * migrations belong to the database that they were run on.
 */
const leftOut = ['payload-jobs', 'payload-kv', 'payload-locked-documents', 'payload-migrations']

/** Payload's own, whose ids are of another kind on each database; nothing refers to them. */
const withIdsOfTheDatabase = ['payload-preferences']

/** Whoever restores is not signed in as everybody who was, and no link to a new password works. */
const passing = ['sessions', 'resetPasswordToken', 'resetPasswordExpiration']

export type Collections = readonly SanitizedCollectionConfig[]

/** @returns the collections that a backup holds, in the order of its file */
export const backedUp = ({ collections }: Pick<SanitizedConfig, 'collections'>): Collections =>
  collections.filter(({ slug }) => !leftOut.includes(slug))

/** @returns whether its documents keep their ids; else each database makes its own */
export const keepsIds = (slug: string): boolean => !withIdsOfTheDatabase.includes(slug)

/** @returns the fields that a backup holds of a collection */
export const fieldsOf = ({ auth, flattenedFields }: SanitizedCollectionConfig): FlattenedField[] =>
  auth ? flattenedFields.filter(({ name }) => !passing.includes(name)) : flattenedFields

/** @returns the names of a document's files, beside it on the disk */
export function fileNamesOf(
  { upload }: SanitizedCollectionConfig,
  document: Record<string, unknown>,
): string[] {
  if (!upload || upload.disableLocalStorage) return []
  const sizes = Object.values((document.sizes ?? {}) as Record<string, { filename?: unknown }>)
  return [document, ...sizes]
    .map(({ filename }) => filename)
    .filter((name) => typeof name === 'string')
}

/** @returns where a collection keeps its files */
export const folderOf = ({ upload, slug }: SanitizedCollectionConfig): string =>
  upload.staticDir ?? slug
