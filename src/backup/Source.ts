import type { Payload } from 'payload'
import type { Manifest } from './Manifest.ts'
import type { Document } from './neutral.ts'
import { mongoSource } from './mongoSource.ts'
import { sqliteSource } from './sqliteSource.ts'

/** A database to read from. */
export interface Source extends Pick<Manifest, 'database' | 'consistency'> {
  count(collection: string): Promise<number>
  /** In the order of their ids, a page in memory at a time. */
  documents(collection: string): AsyncIterable<Document>
  close(): Promise<void>
}

export const isMongoDatabase = ({ db }: Payload): boolean => db.name === 'mongoose'

export const openSource = (payload: Payload): Promise<Source> =>
  isMongoDatabase(payload) ? mongoSource(payload) : sqliteSource(payload)
