import { useSyncExternalStore } from 'react'
import type { Sheet, WrongEntry } from '../../sheet/Sheet.ts'

/** What is drawn again only when it changes, not with every cell. */

export const useWrongEntries = (sheet: Sheet): readonly WrongEntry[] => {
  const read = () => sheet.wrongEntries()
  return useSyncExternalStore(sheet.subscribe, read, read)
}

/** @returns how many cells differ from what is saved */
export const useUnsavedCells = (sheet: Sheet): number => {
  const read = () => sheet.changes().length
  return useSyncExternalStore(sheet.subscribe, read, read)
}
