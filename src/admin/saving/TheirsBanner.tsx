'use client'
import { Banner, Button } from '@payloadcms/ui'
import { useObservable } from '../desk/observable.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { merge } from './tablesSaving.ts'

/** Somebody else has saved the tables while there are unsaved cells here. */
export function TheirsBanner({ desk }: { desk: ReportDesk }) {
  const theirs = useObservable(desk.theirs)
  if (!theirs) return null
  return (
    <Banner type="info" className="gongkai-notice">
      <span>他人已保存表格的新修改，您保存之前需要合并；您填的都还在。</span>
      <Button
        size="small"
        margin={false}
        buttonStyle="secondary"
        onClick={() => void merge(desk, theirs)}
      >
        现在合并
      </Button>
    </Banner>
  )
}
