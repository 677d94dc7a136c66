import type { NarrativeSection } from '../../../narrative/passages.ts'
import { contentKey, storedKey } from './contentKey.ts'

/** The sections of a report while they are edited. Pure: every function gives a new state. */
export interface NarrativeState {
  /** As the server has them. */
  readonly sections: readonly StoredSection[]
  /** What is typed and not saved, by the section's id. */
  readonly drafts: Readonly<Record<string, Draft>>
  /** Sections with something unsaved that somebody else has removed. */
  readonly gone: readonly StoredSection[]
}

export interface StoredSection extends NarrativeSection {
  updatedAt: string
}

export interface Change {
  heading?: string
  /** As the editor writes it. */
  content?: unknown
}

export interface Draft extends Change {
  /** When the section was saved that this was typed over. */
  readonly basedOn: string
  /** Somebody else has changed the section since: a person decides which of the two it is to be. */
  readonly contested?: boolean
}

export const nothingRead: NarrativeState = { sections: [], drafts: {}, gone: [] }

export const find = ({ sections, gone }: NarrativeState, id: string): StoredSection | undefined =>
  [...sections, ...gone].find((section) => section.id === id)

/** @returns the sections with what is typed in place of what is saved */
export const edited = ({ sections, drafts }: NarrativeState): StoredSection[] =>
  sections.map((section) => applied(section, drafts[section.id]))

export function applied(section: StoredSection, draft: Draft | undefined): StoredSection {
  if (!draft) return section
  const { heading = section.heading } = draft
  return { ...section, heading, content: 'content' in draft ? draft.content : section.content }
}

/** Takes down what was typed; what is as it was saved is no change. */
export function typed(state: NarrativeState, id: string, change: Change): NarrativeState {
  const section = find(state, id)
  if (!section) return state
  const before = state.drafts[id] ?? { basedOn: section.updatedAt }
  return withDraft(state, id, real(section, { ...before, ...change }))
}

/** Takes over what the server has now. Nothing typed is lost, and none of it put over the new. */
export function reread(state: NarrativeState, sections: readonly StoredSection[]): NarrativeState {
  const ids = new Set(sections.map(({ id }) => id))
  const gone = [...state.sections, ...state.gone].filter(
    ({ id }) => !ids.has(id) && state.drafts[id],
  )
  const drafts = Object.entries(state.drafts).flatMap(([id, draft]): [string, Draft][] => {
    const now = sections.find((section) => section.id === id)
    if (!now) return [[id, draft]]
    const next = rebased(draft, find(state, id), now)
    return next ? [[id, next]] : []
  })
  return {
    sections: sections.map((one) => kept(one, state)),
    drafts: Object.fromEntries(drafts),
    gone,
  }
}

/** The very same text as before when it did not change, so that nothing is drawn again. */
function kept(section: StoredSection, state: NarrativeState): StoredSection {
  const before = find(state, section.id)
  const isSame = before && storedKey(before.content) === storedKey(section.content)
  return isSame ? { ...section, content: before.content } : section
}

function rebased(
  draft: Draft,
  before: StoredSection | undefined,
  now: StoredSection,
): Draft | undefined {
  if (draft.basedOn === now.updatedAt) return draft
  const isUntouched =
    before && before.heading === now.heading && storedKey(before.content) === storedKey(now.content)
  return isUntouched && !draft.contested
    ? { ...draft, basedOn: now.updatedAt }
    : real(now, { ...draft, contested: true })
}

/**
 * After a section was saved.
 * @param sent what was saved; what was typed since stays unsaved
 */
export function saved(state: NarrativeState, section: StoredSection, sent: Draft): NarrativeState {
  const now = 'content' in sent ? { ...section, content: sent.content } : section
  const sections = state.sections.map((one) => (one.id === now.id ? now : one))
  const draft = state.drafts[now.id]
  const rest = draft && real(now, { ...draft, basedOn: now.updatedAt })
  return withDraft({ ...state, sections }, now.id, rest)
}

/** The person's own is to be put over what somebody else saved. */
export function mineKept(state: NarrativeState, id: string): NarrativeState {
  const [section, draft] = [find(state, id), state.drafts[id]]
  if (!section || !draft) return state
  const { contested: _, ...own } = draft
  return withDraft(state, id, { ...own, basedOn: section.updatedAt })
}

/** Gives up what is unsaved in a section. */
export function discarded(state: NarrativeState, id: string): NarrativeState {
  const gone = state.gone.filter((section) => section.id !== id)
  return withDraft({ ...state, gone }, id, undefined)
}

function withDraft(state: NarrativeState, id: string, draft: Draft | undefined): NarrativeState {
  const { [id]: before, ...others } = state.drafts
  if (before === draft) return state
  return { ...state, drafts: draft ? { ...others, [id]: draft } : others }
}

/** Without what is as the section has it; `undefined` when nothing is left. */
function real(section: StoredSection, { heading, basedOn, contested, ...rest }: Draft) {
  const draft: Draft = {
    basedOn,
    ...(contested && { contested }),
    ...(heading !== undefined && heading !== section.heading && { heading }),
    ...('content' in rest &&
      contentKey(rest.content) !== contentKey(section.content) && { content: rest.content }),
  }
  return 'heading' in draft || 'content' in draft ? draft : undefined
}
