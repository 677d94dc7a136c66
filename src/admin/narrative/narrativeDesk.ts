import type { Finding } from '../../reconciliation/types.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import type { NarrativeState } from './drafts/narrativeState.ts'
import type { Narrative } from './drafts/openNarrative.ts'
import type { OutlinePart } from './headings.ts'
import type { OpenSection } from './useOpenSection.ts'

/** What all that is drawn of a report's text needs of it. */
export interface NarrativeDesk {
  desk: ReportDesk
  narrative: Narrative
  state: NarrativeState
  outline: OutlinePart[]
  findings: readonly Finding[]
  /** What a figure of the text shows now. */
  figure: (source: string) => string
  /** Whether the person may change it now. */
  mayEdit: boolean
  open: (section: OpenSection) => void
  /** Tells those who do not see it what was done. */
  say: (what: string) => void
}
