import { observable, type Observable } from './observable.ts'
import type { DeskTabKey } from './tabs.ts'

/** A part of a report's page that is saved and kept by itself; `form` is all of Payload's form. */
export interface DeskPart {
  readonly key: 'tables' | 'sections' | 'form'
  /** Chinese, as in 数据表格没有保存. */
  readonly label: string
  /** How many things differ from what is saved; zero when nothing does. */
  readonly unsaved: Observable<number>
  /** Tells of every change of what is typed. @returns what ends it */
  readonly follow: (listener: () => void) => () => void
  /** @throws what the API answered; everything typed stays then */
  readonly save: () => Promise<void>
  /** What is unsaved, as JSON, to be kept on this machine. */
  readonly snapshot: () => unknown
  /** @returns false when the person put it off; nothing is put back then */
  readonly restore: (snapshot: unknown) => void | Promise<boolean>
}

/** What a tab shows beside its label. */
export interface TabMark {
  kind: 'violated' | 'incomplete' | 'warning' | 'unsaved'
  /** For those who do not see it, such as 1 处不符. */
  text: string
}

/** Why a part was not saved. */
export interface Refusal {
  part: Pick<DeskPart, 'key' | 'label'>
  kind: 'signedOut' | 'unreachable' | 'overtaken' | 'refused'
  /** Chinese. */
  message: string
  /** Path of the field of the form that is to be mended. */
  field?: string
}

/** A report's page while it is open: what the tabs share, outside of any of them. */
export interface Desk {
  readonly report: string
  readonly parts: Observable<readonly DeskPart[]>
  readonly marks: Observable<Partial<Record<DeskTabKey, TabMark>>>
  readonly saving: Observable<boolean>
  /** What the last save did not save. */
  readonly refusals: Observable<readonly Refusal[]>
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
      saving: observable(false),
      refusals: observable<readonly Refusal[]>([]),
      version: observable(0),
    }
    desks.set(report, desk)
  }
  return desk
}

const goneAfterMs = 1_000

const pages = new Map<string, number>()

/**
 * Keeps the report's desk while its page is there. With the page goes what was typed and not saved:
 * it is kept on this machine and offered when the page is opened again, also to nobody else.
 * @returns what is to be called when the page goes
 */
export function openPage(report: string): () => void {
  pages.set(report, (pages.get(report) ?? 0) + 1)
  return () => {
    pages.set(report, (pages.get(report) ?? 1) - 1)
    // Payload builds the page anew at times, which is no leaving.
    setTimeout(() => {
      if (pages.get(report) === 0) desks.delete(report)
    }, goneAfterMs)
  }
}

/** Adds the part, in place of one with the same key. */
export const addPart = ({ parts }: Desk, part: DeskPart): void =>
  parts.set([...parts.get().filter(({ key }) => key !== part.key), part])

export function markTab({ marks }: Desk, tab: DeskTabKey, mark: TabMark | undefined): void {
  const before = marks.get()[tab]
  if (before?.kind === mark?.kind && before?.text === mark?.text) return
  marks.set({ ...marks.get(), [tab]: mark })
}

/** To be called after anything was saved past the form. */
export const refreshDesk = ({ version }: Desk): void => version.set(version.get() + 1)

/**
 * Follows each of the parts that the page has, and those that it gets.
 * @param follow how one part is followed; @returns what ends it
 * @returns what ends it all
 */
export function followParts(
  { parts }: Desk,
  follow: (part: DeskPart, listener: () => void) => () => void,
  listener: () => void,
): () => void {
  const stops: (() => void)[] = []
  const stopAll = () => stops.splice(0).forEach((stop) => stop())
  const begin = () => stops.push(...parts.get().map((part) => follow(part, listener)))
  begin()
  const stop = parts.subscribe(() => {
    stopAll()
    begin()
    listener()
  })
  return () => {
    stop()
    stopAll()
  }
}
