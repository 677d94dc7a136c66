'use client'
import { Banner, Button, useConfig } from '@payloadcms/ui'
import { useEffect } from 'react'
import { deskOf, type Refusal } from '../desk/deskOf.ts'
import { goTo, type DeskTarget } from '../desk/navigation.ts'
import { useUnsavedParts } from '../desk/SaveButton.tsx'
import { useObservable } from '../desk/observable.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { Hold } from '../reconciliation/Hold.tsx'
import { fieldLabel, isInText } from './formFields.ts'
import { refusedId } from './showRefused.ts'
import { useSaving } from './useSaving.ts'

/** What the last save did not save, why, and what can be done about it. Nothing typed is lost. */
export function RefusedBanner({ report, desk }: { report: string; desk?: ReportDesk }) {
  const page = deskOf(report)
  const unsaved = useUnsavedParts(page)
  const refusals = useObservable(page.refusals).filter(
    // What has been decided or given up since needs no saving.
    ({ part }) => unsaved.some(({ key }) => key === part.key),
  )
  const save = useSaving(report)
  const [first] = refusals
  // It pushes the tables down: the cell that one is at must not leave the screen.
  useEffect(() => {
    const focused = document.activeElement
    if (first && focused?.closest('[data-cell]')) focused.scrollIntoView({ block: 'nearest' })
  }, [first])
  if (!first) return null
  const isSignedOut = first.kind === 'signedOut'
  const isWorthRepeating = isSignedOut || first.kind === 'unreachable'
  return (
    <div id={refusedId} role="alert">
      <Banner type="error" className="gongkai-notice">
        {isWorthRepeating ? (
          <span>
            {first.message}。没有保存，您的修改都还在本页
            {isSignedOut && '：请在新窗口登录原来的账号，再回到本页保存'}。
          </span>
        ) : (
          <ul>
            {refusals.map((refusal) => (
              <Refused key={refusal.part.key} refusal={refusal} desk={desk} />
            ))}
          </ul>
        )}
        {isSignedOut && <SignIn />}
        {isWorthRepeating && (
          <Button {...small} onClick={() => void save()}>
            再次保存
          </Button>
        )}
      </Banner>
    </div>
  )
}

const places: Record<Refusal['part']['key'], DeskTarget> = {
  tables: { tab: 'tables' },
  sections: { tab: 'narrative' },
  form: { tab: 'basics' },
}

const placeOf = ({ part, field }: Refusal): DeskTarget =>
  field ? { tab: isInText(field) ? 'narrative' : 'basics', field } : places[part.key]

function Refused({ refusal, desk }: { refusal: Refusal; desk?: ReportDesk }) {
  const { part, kind, message } = refusal
  const isViolated = desk?.reconciliation.get().status === 'violated'
  const mayHold = part.key === 'tables' && kind === 'refused' && isViolated
  return (
    <li>
      <span>
        {part.label}没有保存：{message}
      </span>
      <span className="gongkai-notice__buttons">
        <Button {...small} onClick={() => goTo(placeOf(refusal))}>
          转到{refusal.field ? fieldLabel(refusal.field) : part.label}
        </Button>
        {mayHold && desk && (
          <Hold
            desk={desk}
            onDone={() => {
              // This banner goes, and would take the focus with it.
              document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
              deskOf(desk.report).refusals.set([])
            }}
          />
        )}
      </span>
    </li>
  )
}

function SignIn() {
  const { routes } = useConfig().config
  return (
    <a href={`${routes.admin}/login`} target="_blank" rel="noreferrer">
      在新窗口登录
    </a>
  )
}

const small = { size: 'small', margin: false, buttonStyle: 'secondary' } as const
