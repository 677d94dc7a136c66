'use client'
import { useEffect } from 'react'
import { figureText, type FigureContext, type NarrativeFigures } from '../../narrative/figures.ts'
import { narrativeOf } from '../../narrative/passages.ts'
import { figureValues } from '../desk/figureValues.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { edited } from './drafts/narrativeState.ts'
import type { Narrative } from './drafts/openNarrative.ts'

const checkAfterMs = 300

/** Has the engine read the text, the figures and the preamble as they are being typed. */
export function useLiveNarrative(
  { report, sheet, surroundings }: ReportDesk,
  { state }: Narrative,
  preamble: string,
  figures: NarrativeFigures,
): void {
  useEffect(() => {
    const context = (): FigureContext => ({ format: sheet.format, tables: sheet.tables(), figures })
    const tellFigures = () => figureValues.set(report, (source) => figureText(context(), source))

    let told = surroundings.get().narrative
    const check = () => {
      if (state.get().sections.length === 0) return
      told = narrativeOf(preamble, edited(state.get()), context())
      surroundings.set({ ...surroundings.get(), narrative: told, disclosureFigures: figures })
    }
    let waiting: ReturnType<typeof setTimeout> | undefined
    const checkSoon = () => {
      clearTimeout(waiting)
      waiting = setTimeout(check, checkAfterMs)
    }

    tellFigures()
    checkSoon()
    const stops = [
      state.subscribe(checkSoon),
      sheet.subscribe(tellFigures),
      sheet.subscribe(checkSoon),
      // What the server says of the text is overtaken by what is typed.
      surroundings.subscribe(() => {
        if (surroundings.get().narrative !== told) checkSoon()
      }),
    ]
    return () => {
      clearTimeout(waiting)
      for (const stop of stops) stop()
    }
  }, [report, sheet, surroundings, state, preamble, figures])
}
