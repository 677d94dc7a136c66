import { tableKeys } from '../formats/index.ts'
import type { CellRef } from '../formats/types.ts'
import type { ChangedCell } from './changedCells.ts'

/** Unsaved work, as JSON: what differs from a revision of the report. */
export interface Snapshot {
  /** Key of the form. */
  readonly format: string
  readonly revision: number
  readonly changes: readonly ChangedCell[]
}

/**
 * @param stored what was kept locally, perhaps by another version of this code
 * @returns `undefined` when it is no snapshot
 */
export function readSnapshot(stored: unknown): Snapshot | undefined {
  if (!isObject(stored)) return undefined
  const { format, revision, changes } = stored
  if (typeof format !== 'string' || typeof revision !== 'number') return undefined
  if (!Array.isArray(changes) || !changes.every(isChangedCell)) return undefined
  return { format, revision, changes }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isChangedCell = (value: unknown): value is ChangedCell =>
  isObject(value) &&
  isCellRef(value.cell) &&
  (value.before === null || typeof value.before === 'number') &&
  (value.after === null || ['number', 'string'].includes(typeof value.after))

const isCellRef = (value: unknown): value is CellRef =>
  isObject(value) &&
  tableKeys.some((table) => table === value.table) &&
  typeof value.row === 'string' &&
  typeof value.column === 'string'
