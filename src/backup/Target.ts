import type { Payload } from 'payload'
import type { IdKind } from './ids.ts'
import { mongoTarget } from './mongoTarget.ts'
import type { Document } from './neutral.ts'
import { isMongoDatabase } from './Source.ts'
import { sqliteTarget } from './sqliteTarget.ts'

/** A database to fill, all or nothing. */
export interface Target {
  idKind: IdKind
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
  create(collection: string, document: Document): Promise<void>
  documents(collection: string): AsyncIterable<Document>
}

export const openTarget = (payload: Payload): Target =>
  isMongoDatabase(payload) ? mongoTarget(payload) : sqliteTarget(payload)
