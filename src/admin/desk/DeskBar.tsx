'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { StatusLine } from '../overview/StatusLine.tsx'
import { DeskWatch } from '../saving/DeskWatch.tsx'
import { deskOf, type TabMark } from './deskOf.ts'
import { useObservable } from './observable.ts'
import { deskTabs, type DeskTabKey } from './tabs.ts'
import { useActiveTab } from './useActiveTab.ts'
import './desk.css'

/**
 * Over a report's fields: where it stands, and the tabs. Payload's own tabs show no marks, are no
 * tabs to a screen reader, and cannot be opened from elsewhere on the page.
 */
export function DeskBar() {
  const { id } = useDocumentInfo()
  return id ? <Bar report={String(id)} /> : <OnlyBasics />
}

function Bar({ report }: { report: string }) {
  const [active, open] = useActiveTab()
  const marks = useObservable(deskOf(report).marks)
  const bar = useRef<HTMLDivElement>(null)
  usePanels(bar, active)

  const move = (event: KeyboardEvent) => {
    const at = deskTabs.findIndex(({ key }) => document.activeElement?.id === `desk-tab-${key}`)
    const last = deskTabs.length - 1
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key]
    const next = to === undefined ? undefined : deskTabs.at(to % deskTabs.length)
    if (!next) return
    event.preventDefault()
    open(next.key)
    document.getElementById(`desk-tab-${next.key}`)?.focus()
  }

  return (
    <div ref={bar} className="gongkai-desk">
      <StatusLine id={report} />
      <DeskWatch report={report} />
      <div className="gongkai-desk__tabs" role="tablist" aria-label="报告的各部分" onKeyDown={move}>
        {deskTabs.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`desk-tab-${key}`}
            aria-selected={key === active}
            aria-controls={`desk-panel-${key}`}
            tabIndex={key === active ? 0 : -1}
            className="gongkai-desk__tab"
            onClick={() => open(key)}
          >
            {label}
            {marks[key] && <Mark mark={marks[key]} />}
          </button>
        ))}
      </div>
    </div>
  )
}

const Mark = ({ mark: { kind, text } }: { mark: TabMark }) => (
  <span className={`gongkai-desk__mark gongkai-desk__mark--${kind}`}>{text}</span>
)

/** A report that is not there yet has nothing but its basics. */
function OnlyBasics() {
  const place = useRef<HTMLDivElement>(null)
  usePanels(place, 'basics')
  return <div ref={place} />
}

/**
 * Shows one panel. The panels are Payload's groups, which take no attributes of ours, so they are
 * set on the elements.
 */
function usePanels(bar: { current: HTMLElement | null }, active: DeskTabKey): void {
  useLayoutEffect(() => {
    const fields = bar.current?.closest<HTMLElement>('.document-fields')
    if (!fields) return
    fields.dataset.deskTab = active
    for (const { key } of deskTabs) {
      const panel = fields.querySelector(`.gongkai-panel--${key}`)
      panel?.setAttribute('id', `desk-panel-${key}`)
      panel?.setAttribute('role', 'tabpanel')
      panel?.setAttribute('aria-labelledby', `desk-tab-${key}`)
    }
  })
}
