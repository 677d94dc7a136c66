import type { CellRef } from '../../formats/types.ts'
import type { DeskTabKey } from './tabs.ts'

/** A place on a report's page that something else on the page points to. */
export interface DeskTarget {
  tab: DeskTabKey
  cell?: CellRef
  /** Id of a section, or `preamble`. */
  section?: string
  /** Offsets into the passage of that section, as a finding gives them. */
  passage?: { start: number; end: number }
  /** Path of a field of the form, such as `contact.phone`. */
  field?: string
}

const listeners = new Set<(target: DeskTarget) => void>()
let pending: DeskTarget | undefined

/** Opens the tab and moves the focus to the cell, section or field. */
export function goTo(target: DeskTarget): void {
  pending = target
  for (const listener of [...listeners]) listener(target)
}

/** @returns how to stop listening */
export function onGoTo(listener: (target: DeskTarget) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * What a tab's content asks when it appears: the target that opened it, once.
 * @param tab the tab that asks
 */
export function takeTarget(tab: DeskTabKey): DeskTarget | undefined {
  if (pending?.tab !== tab) return undefined
  const target = pending
  pending = undefined
  return target
}
