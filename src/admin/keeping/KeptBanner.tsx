'use client'
import { Banner, Button, toast, useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import type { User } from '../../payload-types.ts'
import { deskOf, type DeskPart } from '../desk/deskOf.ts'
import { useObservable } from '../desk/observable.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { useMayEdit } from '../reconciliation/useMayEdit.ts'
import { countWords } from '../saving/words.ts'
import { formatShortTime } from '../time.ts'
import { forget, forgetOld, keep, keptWork, type KeptWork, type Owner } from './keptWork.ts'
import { thisPage, useKeeping } from './useKeeping.ts'

/**
 * Unsaved work of the person that an earlier page has left on this machine, when the browser was
 * closed or the session had ended: offered, never put back by itself.
 */
export function KeptBanner({ desk }: { desk: ReportDesk }) {
  const { user } = useAuth<User>()
  const mayEdit = useMayEdit(desk)
  return user ? <Offer key={user.id} user={user.id} report={desk.report} mayEdit={mayEdit} /> : null
}

function Offer({ user, report, mayEdit }: Owner & { mayEdit: boolean }) {
  const parts = useObservable(deskOf(report).parts)
  const [works, setWorks] = useState(() => waiting({ user, report }))
  const [busy, setBusy] = useState(false)
  useKeeping({ user, report })

  const [work] = works
  if (!work) return null
  const done = () => {
    forget(localStorage, { user, report }, work.page)
    setWorks(works.slice(1))
  }
  const isReady = keysOf(work).every((key) => parts.some((part) => part.key === key))
  const putBack = async () => {
    setBusy(true)
    try {
      const rest = await restoreWork(parts, work)
      if (keysOf(rest).length === 0) {
        done()
        toast.success('已恢复，请核对后保存')
      } else {
        keep(localStorage, { user, report }, rest)
        setWorks([rest, ...works.slice(1)])
      }
    } finally {
      setBusy(false)
    }
  }
  return (
    <div role="region" aria-label="本机留存的修改">
      <Banner type="info" className="gongkai-notice">
        <span>
          本机留有您 {formatShortTime(work.at)} 没有保存的修改（{wordsOf(work)}）。
          {!mayEdit && '报告现在不能修改。'}
        </span>
        <span className="gongkai-notice__buttons">
          {mayEdit && (
            <Button {...small} disabled={busy || !isReady} onClick={() => void putBack()}>
              恢复这些修改
            </Button>
          )}
          <Button {...small} buttonStyle="secondary" disabled={busy} onClick={done}>
            不要了
          </Button>
        </span>
      </Banner>
    </div>
  )
}

function waiting(owner: Owner): readonly KeptWork[] {
  forgetOld(localStorage, new Date())
  return keptWork(localStorage, owner).filter(({ page }) => page !== thisPage)
}

const keysOf = ({ parts }: KeptWork): DeskPart['key'][] => Object.keys(parts) as DeskPart['key'][]

const wordsOf = (work: KeptWork): string =>
  countWords(keysOf(work).map((key) => ({ key, count: work.parts[key]?.count ?? 0 })))

/** @returns what the person has put off, part by part */
async function restoreWork(parts: readonly DeskPart[], work: KeptWork): Promise<KeptWork> {
  const rest: KeptWork = { ...work, parts: { ...work.parts } }
  for (const part of parts) {
    const kept = work.parts[part.key]
    if (kept && (await part.restore(kept.snapshot)) !== false) delete rest.parts[part.key]
  }
  return rest
}

const small = { size: 'small', margin: false } as const
