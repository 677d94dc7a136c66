'use client'
import { Banner, Pill, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef, useState } from 'react'
import { idOf } from '../../access/relations.ts'
import { editableStages, stageLabel, type Stage } from '../../desk/stages.ts'
import type { User } from '../../payload-types.ts'
import type { Finding } from '../../reconciliation/types.ts'
import { postJson } from '../callApi.ts'
import { formatTime } from '../time.ts'
import { Findings } from './Findings.tsx'
import { Links } from './Links.tsx'
import { Standing } from './Standing.tsx'
import { useReportState, type ReportState } from './useReportState.ts'
import { Verbs } from './Verbs.tsx'
import { verbsFor } from './verbs.ts'
import { Warnings } from './Warnings.tsx'
import './overview.css'

/** On a saved report: where it stands, what is wrong with it, and what can be done about it. */
export function Overview() {
  const { id } = useDocumentInfo()
  return id ? <ReportOverview key={id} id={String(id)} /> : null
}

function ReportOverview({ id }: { id: string }) {
  const { routes } = useConfig().config
  const { user } = useAuth<User>()
  const { lastUpdateTime, savedDocumentData } = useDocumentInfo()
  const router = useRouter()
  const region = useRef<HTMLElement>(null)
  const [version, setVersion] = useState(0)
  const seen = `${version} ${lastUpdateTime}`
  const { state, error } = useReportState(routes.api, id, seen)
  const address = `${routes.api}/reports/${id}`

  const refresh = () => {
    setVersion((before) => before + 1)
    router.refresh()
    // The button that had the focus may be gone.
    region.current?.focus()
  }
  const acknowledge = async ({ key }: Finding, reason: string) => {
    await postJson(`${address}/acknowledge`, { key, reason })
    refresh()
  }
  const mayAcknowledge =
    state &&
    editableStages.includes(state.report.stage) &&
    mayEdit(user, idOf(savedDocumentData?.organization as string | { id: string } | undefined))

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
      {state && (
        <>
          <Summary state={state} />
          <Verbs address={address} verbs={verbsFor(state, user?.roles ?? [])} onDone={refresh} />
          <Findings reconciliation={state.reconciliation} />
          <Warnings
            findings={state.reconciliation.findings}
            onAcknowledge={mayAcknowledge ? acknowledge : undefined}
          />
          <Links admin={routes.admin} report={id} state={state} />
        </>
      )}
    </section>
  )
}

function Summary({ state: { report, reconciliation, current } }: { state: ReportState }) {
  const { hold } = report
  return (
    <>
      <div className="gongkai-overview__summary" role="status">
        <Pill pillStyle={current ? 'success' : 'light'} size="small">
          {stageLabel(report.stage)}
        </Pill>
        <span>{publicly(report.publishedRevision, current)}</span>
        <Standing reconciliation={reconciliation} />
      </div>
      {!editableStages.includes(report.stage) && <p>{fixedBecause(report.stage)}</p>}
      {hold?.reason && (
        <Banner type="error">
          <strong>暂存（保留差异），解决之前不能发布：</strong>
          {hold.reason}
          {hold.by && hold.at && `（${hold.by}，${formatTime(hold.at)}）`}
        </Banner>
      )}
    </>
  )
}

function publicly(published: number, current: ReportState['current']): string {
  if (current) return `公开的是第 ${current.revision} 版，${formatTime(current.publishedAt)}发布`
  return published > 0 ? `第 ${published} 版已撤回，公众看不到` : '尚未发布'
}

const fixedBecause = (stage: Stage): string =>
  stage === 'published' || stage === 'withdrawn'
    ? '内容已固定。需要改动时，由审核人员先“更正”，再修改、发布。'
    : `报告“${stageLabel(stage)}”，此时不能修改内容。`

/** As the server sees it: those who work at the report's own organ, and administrators. */
function mayEdit(user: User | null | undefined, organization: string | undefined): boolean {
  const roles = user?.roles ?? []
  if (roles.includes('administrator')) return true
  const own = organization !== undefined && idOf(user?.organization) === organization
  return own && (roles.includes('editor') || roles.includes('reviewer'))
}
