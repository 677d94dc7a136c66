'use client'
import { useEffect, useState } from 'react'
import type { DeskState } from '../../desk/deskState.ts'
import { formatOf } from '../../formats/index.ts'
import type { Format } from '../../formats/types.ts'
import { figureText, type NarrativeFigures } from '../../narrative/figures.ts'
import { callApi, messageOf } from '../callApi.ts'
import { figureValues } from '../desk/figureValues.ts'

/** What the picker can offer of a report. */
export interface ReportFigures {
  format: Format
  channels: NarrativeFigures['channels']
}

interface Loaded {
  figures?: ReportFigures
  /** Chinese. */
  problem?: string
}

/** Reads from the server which figures a report has; shows their numbers if nobody else does. */
export function useReportFigures(report: string | undefined): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({})
  useEffect(() => {
    if (!report) return
    let isWanted = true
    callApi<DeskState & { disclosureFigures: NarrativeFigures }>(`/api/reports/${report}/desk`)
      .then(({ format: key, tables, disclosureFigures: figures }) => {
        const format = formatOf(key)
        if (!figureValues.has(report)) {
          figureValues.set(report, (source) => figureText({ format, tables, figures }, source))
        }
        if (isWanted) setLoaded({ figures: { format, channels: figures.channels } })
      })
      .catch((error: unknown) => {
        if (isWanted) setLoaded({ problem: messageOf(error) })
      })
    return () => {
      isWanted = false
    }
  }, [report])
  return loaded
}
