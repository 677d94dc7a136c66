import type { AuditEntry } from '../../payload-types.ts'
import type { CellRef } from '../../formats/types.ts'
import type { Patch } from '../../sheet/changedCells.ts'
import type { SheetBase } from '../../sheet/Sheet.ts'
import type { TypedCell } from '../../sheet/typedCell.ts'
import { callApi, sendJson } from '../callApi.ts'
import type { RecordedSave } from './cellWords.ts'

export interface TablesToSave extends Pick<SheetBase, 'revision'> {
  readonly tables: Patch<TypedCell>
  readonly hold?: { readonly reason: string }
}

/** The tables of one report over the API. */
export interface TablesServer {
  /** @throws as `PUT …/tables` refuses */
  readonly save: (save: TablesToSave) => Promise<SheetBase>
  readonly read: () => Promise<SheetBase>
  /** @returns who has saved what after the revision, newest first */
  readonly savesAfter: (revision: number) => Promise<RecordedSave[]>
}

export function tablesServer(api: string, report: string): TablesServer {
  const address = `${api}/reports/${report}/tables`
  return {
    save: (save) => sendJson<SheetBase>('PUT', address, save),
    read: () => callApi<SheetBase>(address),
    savesAfter: async (revision) => {
      const where = `where[report][equals]=${report}&where[action][equals]=saveTables`
      const { docs } = await callApi<{ docs: AuditEntry[] }>(
        `${api}/audit-entries?${where}&sort=-createdAt&limit=50&depth=0`,
      )
      return docs.flatMap((entry) => recordOf(entry, revision))
    },
  }
}

function recordOf({ actorName, createdAt, details }: AuditEntry, after: number): RecordedSave[] {
  const saved = (details ?? {}) as { revision?: number; changes?: CellRef[] }
  if (saved.revision === undefined || saved.revision <= after) return []
  return [{ by: actorName, at: createdAt, cells: saved.changes ?? [] }]
}
