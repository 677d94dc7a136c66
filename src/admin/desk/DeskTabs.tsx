'use client'
import { RenderFields, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { ClientTab, TabsFieldClientComponent } from 'payload'
import { getFieldPaths } from 'payload/shared'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { StatusLine } from '../overview/StatusLine.tsx'
import { deskOf } from './deskOf.ts'
import { goTo, onGoTo } from './navigation.ts'
import { useObservable } from './observable.ts'
import { isDeskTab, type DeskTabKey } from './tabs.ts'
import './desk.css'

/**
 * The tabs of a report's page. Payload's own show no marks, are no tabs to a screen reader and
 * cannot be opened from elsewhere on the page.
 */
export const DeskTabs: TabsFieldClientComponent = (props) => {
  const { id } = useDocumentInfo()
  const { tabs } = props.field
  const visible = useFormFields(([fields]) =>
    tabs
      .flatMap((tab, index) =>
        (fields[tab.id ?? '']?.passesCondition ?? true) ? String(index) : [],
      )
      .join(),
  )
  const shown = tabs
    .map((tab, index) => ({ tab, index, key: keyOf(tab) }))
    .filter(({ index }) => visible.split(',').includes(String(index)))
  const [active, open] = useActiveTab(shown.map(({ key }) => key))
  const strip = useRef<HTMLDivElement>(null)

  const move = (event: KeyboardEvent) => {
    const at = shown.findIndex(({ key }) => key === active)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key]
    const next = to === undefined ? undefined : shown.at(to % shown.length)
    if (!next) return
    event.preventDefault()
    open(next.key)
    strip.current?.querySelector<HTMLElement>(`#desk-tab-${next.key}`)?.focus()
  }

  return (
    <div className="gongkai-desk">
      {id && <StatusLine id={String(id)} />}
      {shown.length > 1 && (
        <div
          ref={strip}
          className="gongkai-desk__tabs"
          role="tablist"
          aria-label="报告的各部分"
          onKeyDown={move}
        >
          {shown.map(({ tab, key }) => (
            <DeskTab key={key} tab={tab} isActive={key === active} open={() => open(key)} />
          ))}
        </div>
      )}
      {shown.map(({ tab, index, key }) => {
        const { indexPath, path, schemaPath } = getFieldPaths({
          field: tab,
          index,
          parentIndexPath: props.indexPath ?? '',
          parentPath: props.parentPath ?? '',
          parentSchemaPath: props.parentSchemaPath ?? '',
        })
        return (
          <div
            key={key}
            id={`desk-panel-${key}`}
            role={shown.length > 1 ? 'tabpanel' : undefined}
            aria-labelledby={`desk-tab-${key}`}
            className={`gongkai-desk__panel gongkai-desk__panel--${key}`}
            hidden={key !== active}
          >
            {key === active && (
              <RenderFields
                fields={tab.fields}
                parentIndexPath={indexPath}
                parentPath={path}
                parentSchemaPath={schemaPath}
                permissions={props.permissions ?? true}
                readOnly={props.readOnly}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

const keyOf = (tab: ClientTab): DeskTabKey => {
  const key: unknown = (tab.admin?.custom as { desk?: unknown } | undefined)?.desk
  if (!isDeskTab(key)) throw new Error('A tab of a report says not which one it is')
  return key
}

interface TabProps {
  tab: ClientTab
  isActive: boolean
  open: () => void
}

function DeskTab({ tab, isActive, open }: TabProps) {
  const { id } = useDocumentInfo()
  const key = keyOf(tab)
  const mark = useObservable(deskOf(String(id)).marks)[key]
  return (
    <button
      type="button"
      role="tab"
      id={`desk-tab-${key}`}
      aria-selected={isActive}
      aria-controls={`desk-panel-${key}`}
      tabIndex={isActive ? 0 : -1}
      className="gongkai-desk__tab"
      onClick={open}
    >
      {labelOf(tab)}
      {mark && (
        <span className={`gongkai-desk__mark gongkai-desk__mark--${mark.kind}`}>{mark.text}</span>
      )}
    </button>
  )
}

const labelOf = ({ label }: ClientTab): string =>
  typeof label === 'object' ? (label.zh ?? '') : String(label ?? '')

/** The address remembers the tab, so that a link can open it and a reload comes back to it. */
function useActiveTab(keys: readonly DeskTabKey[]): [DeskTabKey | undefined, OpenTab] {
  const [chosen, choose] = useState<DeskTabKey>()
  useEffect(() => {
    const fromAddress = () => {
      const key = window.location.hash.slice(1)
      if (isDeskTab(key)) choose(key)
    }
    fromAddress()
    window.addEventListener('hashchange', fromAddress)
    const stop = onGoTo(({ tab }) => choose(tab))
    return () => {
      window.removeEventListener('hashchange', fromAddress)
      stop()
    }
  }, [])
  const open = (key: DeskTabKey) => {
    window.history.replaceState(window.history.state, '', `#${key}`)
    goTo({ tab: key })
  }
  return [chosen && keys.includes(chosen) ? chosen : keys[0], open]
}

type OpenTab = (key: DeskTabKey) => void
