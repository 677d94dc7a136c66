import type { Payload } from 'payload'
import { mongoTarget } from './mongoTarget.ts'
import type { Document } from './neutral.ts'
import { isMongoDatabase } from './Source.ts'
import { sqliteTarget } from './sqliteTarget.ts'

/** A database to fill, all or nothing. */
export interface Target {
  /** Whether a reference to what is not there is refused by the database. */
  keepsReferences: boolean
  /**
   * Runs work on the database, and leaves it as it was when the work throws.
   * @throws {Refusal} when it is not empty
   */
  fill(collections: readonly string[], work: (inside: Inside) => Promise<void>): Promise<void>
}

/** What work may do within. */
export interface Inside {
  /** @param data without an id the database makes one */
  create(collection: string, data: Partial<Document>): Promise<void>
  documents(collection: string): AsyncIterable<Document>
}

export const openTarget = (payload: Payload): Target =>
  isMongoDatabase(payload) ? mongoTarget(payload) : sqliteTarget(payload)
