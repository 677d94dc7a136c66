import {
  find,
  typed,
  type Draft,
  type NarrativeState,
  type StoredSection,
} from './narrativeState.ts'

/** What is unsaved, to be kept on this machine: each with the section that it was typed in. */
export type NarrativeSnapshot = { section: StoredSection; draft: Draft }[]

export const snapshotOf = (state: NarrativeState): NarrativeSnapshot =>
  Object.entries(state.drafts).flatMap(([id, draft]) => {
    const section = find(state, id)
    return section ? [{ section: { ...section, content: undefined }, draft }] : []
  })

/** Puts back what was kept. What was saved by somebody else in between is put beside it. */
export function restored(state: NarrativeState, snapshot: unknown): NarrativeState {
  if (!Array.isArray(snapshot)) return state
  return (snapshot as NarrativeSnapshot).reduce(restoredOne, state)
}

function restoredOne(
  state: NarrativeState,
  { section, draft }: NarrativeSnapshot[number],
): NarrativeState {
  const now = find(state, section.id)
  const { basedOn, contested: _, ...change } = draft
  if (!now) return typed({ ...state, gone: [...state.gone, section] }, section.id, change)
  const next = typed(state, section.id, change)
  const own = next.drafts[section.id]
  if (!own || basedOn === now.updatedAt) return next
  return { ...next, drafts: { ...next.drafts, [section.id]: { ...own, contested: true } } }
}
