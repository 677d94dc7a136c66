'use client'
import { Banner, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { readinessOf } from '../../desk/readiness.ts'
import type { ReportState } from '../../desk/reportState.ts'
import { editableStages } from '../../desk/stages.ts'
import type { User } from '../../payload-types.ts'
import type { Finding } from '../../reconciliation/types.ts'
import { postJson } from '../callApi.ts'
import { deskOf, refreshDesk } from '../desk/deskOf.ts'
import { goTo, onGoTo } from '../desk/navigation.ts'
import { Checklist } from './Checklist.tsx'
import { Findings } from './Findings.tsx'
import { Links } from './Links.tsx'
import { Returned } from './Returned.tsx'
import { Summary } from './Summary.tsx'
import { useReportState } from './useReportState.ts'
import { Verbs } from './Verbs.tsx'
import { edits, verbsFor } from './verbs.ts'
import { Warnings } from './Warnings.tsx'
import './overview.css'

/** On a saved report: where it stands, what is wrong with it, and what can be done about it. */
export function Overview() {
  const { id } = useDocumentInfo()
  return id ? <ReportOverview key={id} id={String(id)} /> : null
}

function ReportOverview({ id }: { id: string }) {
  const region = useRef<HTMLElement>(null)
  const { state, error } = useReportState(id)
  useTargets()

  const refresh = () => {
    refreshDesk(deskOf(id))
    // The button that had the focus may be gone.
    region.current?.focus()
  }

  return (
    <section
      ref={region}
      tabIndex={-1}
      className="gongkai-overview"
      aria-label="报告工作台"
      aria-busy={!state && !error}
    >
      {error && (
        <div role="alert">
          <Banner type="error">{error}</Banner>
        </div>
      )}
      {!state && !error && <p role="status">正在核对报告…</p>}
      {state && <Contents state={state} refresh={refresh} />}
    </section>
  )
}

function Contents({ state, refresh }: { state: ReportState; refresh: () => void }) {
  const { api } = useConfig().config.routes
  const { user } = useAuth<User>()
  const { report, reconciliation, current } = state
  const address = `${api}/reports/${report.id}`
  const editable = editableStages.includes(report.stage)
  const acknowledge = async ({ key }: Finding, reason: string) => {
    await postJson(`${address}/acknowledge`, { key, reason })
    // The focus stays in the list, where the next one to explain may be.
    refreshDesk(deskOf(report.id))
  }
  return (
    <>
      <Returned report={report} />
      <Summary state={state} />
      <Verbs address={address} state={state} verbs={verbsFor(state, user)} onDone={refresh} />
      {current && <Links current={current} />}
      <div className="gongkai-overview__columns">
        {editable && <Checklist requirements={readinessOf(state)} />}
        <div id="overview-warnings" tabIndex={-1} className="gongkai-overview__findings">
          <Findings
            reconciliation={reconciliation}
            onShow={({ cells: [cell] }) => goTo({ tab: 'tables', cell })}
          />
          <Warnings
            findings={reconciliation.findings}
            onAcknowledge={editable && edits(report.organization, user) ? acknowledge : undefined}
          />
        </div>
      </div>
    </>
  )
}

/** Moves the focus to the part of this tab that something else on the page points to. */
function useTargets(): void {
  useEffect(
    () =>
      onGoTo(({ tab, field }) => {
        if (tab !== 'overview' || !field) return
        // The tab is shown first.
        requestAnimationFrame(() => document.getElementById(`overview-${field}`)?.focus())
      }),
    [],
  )
}
