import type { Payload } from 'payload'
import type { Manifest } from './Manifest.ts'
import type { Document } from './neutral.ts'
import { mongoSource } from './mongoSource.ts'
import { sqliteSource } from './sqliteSource.ts'

/** A database to read from, as of one moment. */
export interface Source extends Pick<Manifest, 'database'> {
  count(collection: string): Promise<number>
  /** In the order of their ids, a page in memory at a time. */
  documents(collection: string): AsyncIterable<Document>
  /** @throws when what was read did not stand there together after all */
  close(): Promise<void>
}

export const isMongoDatabase = ({ db }: Payload): boolean => db.name === 'mongoose'

export const openSource = (payload: Payload): Promise<Source> =>
  isMongoDatabase(payload) ? mongoSource(payload) : sqliteSource(payload)
