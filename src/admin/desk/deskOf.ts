import { observable, type Observable } from './observable.ts'
import type { DeskTabKey } from './tabs.ts'

/** A part of a report that is edited outside of Payload's form: the tables, the sections. */
export interface DeskPart {
  readonly key: 'tables' | 'sections'
  /** Chinese, as in 数据表格没有保存. */
  readonly label: string
  /** How many things differ from what is saved; zero when nothing does. */
  readonly unsaved: Observable<number>
  /** @throws what the API answered; everything typed stays then */
  readonly save: () => Promise<void>
  /** What is unsaved, as JSON, to be kept on this machine. */
  readonly snapshot: () => unknown
  readonly restore: (snapshot: unknown) => void
}

/** What a tab shows beside its label. */
export interface TabMark {
  kind: 'violated' | 'incomplete' | 'warning' | 'unsaved'
  /** For those who do not see it, such as 1 处不符. */
  text: string
}

/** A report's page while it is open: what the tabs share, outside of any of them. */
export interface Desk {
  readonly report: string
  readonly parts: Observable<readonly DeskPart[]>
  readonly marks: Observable<Partial<Record<DeskTabKey, TabMark>>>
  /** Counts up when the server's state of the report may have changed: read it again. */
  readonly version: Observable<number>
}

const desks = new Map<string, Desk>()

/** @returns the one desk of a report in this window */
export function deskOf(report: string): Desk {
  let desk = desks.get(report)
  if (!desk) {
    desk = {
      report,
      parts: observable<readonly DeskPart[]>([]),
      marks: observable<Partial<Record<DeskTabKey, TabMark>>>({}),
      version: observable(0),
    }
    desks.set(report, desk)
  }
  return desk
}

/** Adds the part, in place of one with the same key. */
export const addPart = ({ parts }: Desk, part: DeskPart): void =>
  parts.set([...parts.get().filter(({ key }) => key !== part.key), part])

export const markTab = ({ marks }: Desk, tab: DeskTabKey, mark: TabMark | undefined): void =>
  marks.set({ ...marks.get(), [tab]: mark })

/** To be called after anything was saved past the form. */
export const refreshDesk = ({ version }: Desk): void => version.set(version.get() + 1)
