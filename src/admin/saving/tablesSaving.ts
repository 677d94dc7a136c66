import { cellPath } from '../../formats/labels.ts'
import type { CellRef } from '../../formats/types.ts'
import { readSnapshot } from '../../sheet/snapshot.ts'
import type { Conflict } from '../../sheet/changedCells.ts'
import type { SheetBase } from '../../sheet/Sheet.ts'
import { ApiProblem } from '../callApi.ts'
import type { DeskPart } from '../desk/deskOf.ts'
import { observable } from '../desk/observable.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { cellsBetween, disagreementOn, mergedWords, type RecordedSave } from './cellWords.ts'
import { askWhich, type Mine } from './merging.ts'
import type { TablesServer } from './tablesServer.ts'

interface Saving {
  readonly server: TablesServer
  /** Shows the person what was done for them. */
  readonly tell: (message: string) => void
}

const savings = new WeakMap<ReportDesk, Saving>()

/**
 * The tables as a part of the report's page: saved as one, merged when somebody else has saved in
 * between, never overwritten.
 */
export function tablesPart(desk: ReportDesk, saving: Saving): DeskPart {
  const { sheet } = desk
  savings.set(desk, saving)
  const unsaved = observable(sheet.changes().length)
  sheet.subscribe(() => unsaved.set(sheet.changes().length))
  return {
    key: 'tables',
    label: '数据表格',
    unsaved,
    follow: sheet.subscribe,
    save: () => save(desk),
    snapshot: () => sheet.snapshot(),
    restore: (snapshot) => restore(desk, snapshot),
  }
}

/**
 * Saves numbers that do not add up as they are.
 * @throws as `save`
 */
export const saveHeld = (desk: ReportDesk, reason: string): Promise<void> => save(desk, { reason })

/** @throws {ApiProblem} what the API answered, or that the merge was put off; all typed stays */
async function save(desk: ReportDesk, hold?: { reason: string }): Promise<void> {
  const { sheet } = desk
  const { server } = savingOf(desk)
  for (;;) {
    const sent = sheet.snapshot()
    const { revision } = sheet.base
    try {
      const saved = await server.save({ revision, tables: sheet.patch(), ...(hold && { hold }) })
      sheet.rebase(saved, { sent })
      desk.theirs.set(undefined)
      return
    } catch (error) {
      if (!isOvertaken(error)) throw error
      if (!(await merge(desk, await server.read()))) throw putOff()
    }
  }
}

const putOff = () => new ApiProblem(409, '他人已保存新的修改，合并后才能保存')

/** Somebody has saved before; another stage also answers 409, and no merge helps there. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  error.status === 409 &&
  typeof (error.data as { revision?: unknown } | undefined)?.revision === 'number'

/**
 * Puts together what is typed here and what the server has. What only one side has changed needs no
 * question.
 * @returns whether it is done; not when the person puts it off
 */
export async function merge(desk: ReportDesk, theirs: SheetBase): Promise<boolean> {
  const { report, sheet } = desk
  const { server, tell } = savingOf(desk)
  const conflicts = sheet.conflictsWith(theirs)
  const saves = await server.savesAfter(sheet.base.revision).catch((): RecordedSave[] => [])
  desk.theirs.set(theirs)
  const mine = await whichStay(report, desk, conflicts, saves)
  if (!mine) return false
  const before = sheet.base.tables
  const isContested = new Set(conflicts.map(({ cell }) => cellPath(cell)))
  const keep = (cell: CellRef) => !isContested.has(cellPath(cell)) || mine.has(cellPath(cell))
  sheet.rebase(theirs, { keep })
  desk.theirs.set(undefined)
  const taken = cellsBetween(sheet.format, before, theirs.tables).filter(
    (cell) => !sheet.isChanged(cell),
  )
  if (taken.length > 0) tell(mergedWords(taken.length, saves))
  return true
}

async function whichStay(
  report: string,
  { sheet }: ReportDesk,
  conflicts: readonly Conflict[],
  saves: readonly RecordedSave[],
): Promise<Mine | undefined> {
  if (conflicts.length === 0) return new Set()
  return askWhich(report, conflicts.map(disagreementOn(sheet.format, saves)))
}

/**
 * Puts unsaved work back; where the server has moved on, the person says which it is to be.
 * @returns whether it is back; not when the person puts the decision off
 */
async function restore(desk: ReportDesk, stored: unknown): Promise<boolean> {
  const snapshot = readSnapshot(stored)
  if (!snapshot) return true
  const { report, sheet } = desk
  const { server } = savingOf(desk)
  const saves = await server.savesAfter(snapshot.revision).catch((): RecordedSave[] => [])
  const conflicts = sheet.restore(snapshot)
  const mine = await whichStay(report, desk, conflicts, saves)
  if (!mine) {
    sheet.undo()
    return false
  }
  sheet.apply({
    label: '采用他人的修改',
    changes: conflicts
      .filter(({ cell }) => !mine.has(cellPath(cell)))
      .map(({ cell, theirs }) => ({ cell, value: theirs })),
  })
  return true
}

function savingOf(desk: ReportDesk): Saving {
  const saving = savings.get(desk)
  if (!saving) throw new Error(`The tables of ${desk.report} are no part of a page`)
  return saving
}
