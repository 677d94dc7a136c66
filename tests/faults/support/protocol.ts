import type { PersonKey } from '../../support/office.ts'

/** What the parent of a worker asks for, a line of JSON each, answered in any order. */
export type Order = { id: number } & (
  | { do: 'call'; call: Call }
  | { do: 'look' }
  | { do: 'usage' }
  | { do: 'furnish'; reports: readonly NewReport[] }
  | { do: 'sql'; statement: string }
)

/** A request as a browser would send it. */
export interface Call {
  as: PersonKey
  method: 'GET' | 'PUT' | 'POST' | 'PATCH'
  path: string
  body?: unknown
  /** Sent as a form: a text file and fields. */
  upload?: { name: string; text: string; fields: Record<string, string> }
}

export interface Answer<T = any> {
  status: number
  body: T
  /** Of the answer's headers, those that tests look at. */
  retryAfter: string | null
}

export interface NewReport {
  year: number
  format: '2019' | '2021'
}

/** What a worker says. */
export type Saying =
  | { ready: true }
  /** The first write to the database on behalf of an order. */
  | { writing: number }
  | { done: number; result: unknown }
  | { failed: number; message: string }

export interface Usage {
  files: number
  /** Bytes, after a collection of garbage. */
  resident: number
}
