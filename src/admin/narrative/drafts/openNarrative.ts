import { headingOf } from '../headings.ts'
import { ApiProblem, messageOf } from '../../callApi.ts'
import { addPart, deskOf, refreshDesk, type Desk, type DeskPart } from '../../desk/deskOf.ts'
import { observable, type Observable } from '../../desk/observable.ts'
import type { Direction } from '../../../narrative/order.ts'
import {
  discarded,
  find,
  mineKept,
  nothingRead,
  reread,
  saved,
  typed,
  type Change,
  type NarrativeState,
  type StoredSection,
} from './narrativeState.ts'
import { sectionsApi } from './sectionsApi.ts'
import { restored, snapshotOf } from './snapshot.ts'

/** The text of a report that is open in this window, with all that is typed and not saved. */
export interface Narrative {
  readonly state: Observable<NarrativeState>
  /** Why it could not be read, in Chinese. */
  readonly problem: Observable<string | undefined>
  readonly read: () => Promise<void>
  readonly type: (id: string, change: Change) => void
  /** @throws with what was refused; everything typed stays */
  readonly save: () => Promise<void>
  /** @returns the new sub-section, the last of its part */
  readonly add: (part: StoredSection, change: Change) => Promise<StoredSection>
  readonly move: (id: string, direction: Direction) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly keepMine: (id: string) => void
  readonly discard: (id: string) => void
}

/** A desk goes with its page, and the narrative with the desk. */
const opened = new WeakMap<Desk, Narrative>()

/**
 * @param api path of Payload's REST API
 * @returns the one narrative of a report in this window; the report's desk saves and keeps it as a
 *   part from when it is read, since before that nothing can be put back into it.
 */
export function openNarrative(api: string, report: string): Narrative {
  const desk = deskOf(report)
  const narrative = opened.get(desk) ?? newNarrative(api, desk)
  opened.set(desk, narrative)
  return narrative
}

function newNarrative(api: string, desk: Desk): Narrative {
  const server = sectionsApi(api, desk.report)
  const state = observable(nothingRead)
  const problem = observable<string | undefined>(undefined)
  const unsaved = observable(0)
  state.subscribe(() => unsaved.set(Object.keys(state.get().drafts).length))
  const change = (next: (now: NarrativeState) => NarrativeState) => state.set(next(state.get()))

  const read = async () => {
    try {
      const sections = await server.read()
      change((now) => reread(now, sections))
      problem.set(undefined)
      if (!desk.parts.get().includes(part)) addPart(desk, part)
    } catch (error) {
      problem.set(messageOf(error))
    }
  }
  const saveOne = async (id: string): Promise<string | undefined> => {
    const draft = state.get().drafts[id]
    const section = find(state.get(), id)
    if (!draft || !section) return undefined
    const name = `“${headingOf(state.get(), section)}”`
    const undecided = undecidedIn(state.get(), id)
    if (undecided) return name + undecided
    try {
      const doc = await server.save(id, draft)
      change((now) => saved(now, doc, draft))
      return undefined
    } catch (error) {
      // What is not there any more is answered as what may not be touched.
      if (error instanceof ApiProblem && [403, 404, 409].includes(error.status)) await read()
      return name + (undecidedIn(state.get(), id) ?? `：${messageOf(error)}`)
    }
  }
  const save = async () => {
    const refused: string[] = []
    for (const id of Object.keys(state.get().drafts)) {
      const message = await saveOne(id)
      if (message) refused.push(message)
    }
    if (refused.length > 0) throw new ApiProblem(400, refused.join('；'))
  }
  /** What changes the order of things goes to the server at once. */
  const atOnce = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } finally {
      await read()
      refreshDesk(desk)
    }
  }

  const part: DeskPart = {
    key: 'sections',
    label: '正文',
    unsaved,
    follow: state.subscribe,
    save,
    snapshot: () => snapshotOf(state.get()),
    restore: (snapshot) => change((now) => restored(now, snapshot)),
  }
  return {
    state,
    problem,
    read,
    save,
    type: (id, typedNow) => change((now) => typed(now, id, typedNow)),
    add: (part, given) => atOnce(() => server.add(part, lastOrder(state.get(), part) + 1, given)),
    move: (id, direction) => atOnce(() => server.move(id, direction)),
    remove: (id) =>
      atOnce(async () => {
        await server.remove(id)
        change((now) => discarded(now, id))
      }),
    keepMine: (id) => change((now) => mineKept(now, id)),
    discard: (id) => change((now) => discarded(now, id)),
  }
}

/** What a person has to do before a section can be saved. */
function undecidedIn({ drafts, gone }: NarrativeState, id: string): string | undefined {
  if (drafts[id]?.contested) return '已被他人改过，请先选定用哪一份'
  if (gone.some((section) => section.id === id)) return '已被他人删除，请重新添加或放弃'
  return drafts[id]?.heading?.trim() === '' ? '没有标题，请填写小节的标题' : undefined
}

const lastOrder = ({ sections }: NarrativeState, { id }: StoredSection): number =>
  Math.max(-1, ...sections.filter(({ parent }) => parent === id).map(({ order }) => order))
