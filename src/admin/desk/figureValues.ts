'use client'
import { useSyncExternalStore } from 'react'
import { observable } from './observable.ts'

/** What the figures of one report's narrative show at the moment, typed and unsaved cells too. */
export interface FigureResolver {
  /** The number as the text shows it, such as 3 or 〔未填〕. */
  (source: string): string
}

const resolvers = observable<ReadonlyMap<string, FigureResolver>>(new Map())

/** Who has a report's tables open tells here what its figures show. */
export const figureValues = {
  /**
   * To be called whenever a cell or a channel's count changes.
   * @param report its id
   */
  set(report: string, resolver: FigureResolver): void {
    const others = new Map(resolvers.get())
    others.delete(report)
    resolvers.set(others.set(report, resolver))
  },
  has: (report: string): boolean => resolvers.get().has(report),
}

/**
 * The number that a figure shows now. Only figures whose own number changed are drawn again.
 * @param report its id; without it, the report that was told of last
 * @returns `undefined` while nobody has told what the report's figures show
 */
export function useFigureValue(source: string, report?: string): string | undefined {
  const read = () => {
    const known = resolvers.get()
    const resolver = report === undefined ? [...known.values()].at(-1) : known.get(report)
    return resolver?.(source)
  }
  return useSyncExternalStore(resolvers.subscribe, read, () => undefined)
}
