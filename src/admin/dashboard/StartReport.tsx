'use client'
import { Button, toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { Report } from '../../payload-types.ts'
import { messageOf, postJson } from '../callApi.ts'

/** Makes the report that is due, and opens it. */
export function StartReport({ organ, year }: { organ: string; year: number }) {
  const { admin, api } = useConfig().config.routes
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    try {
      const { doc } = await postJson<{ doc: Report }>(`${api}/reports?depth=0`, {
        organization: organ,
        year,
      })
      router.push(`${admin}/collections/reports/${doc.id}`)
    } catch (error) {
      toast.error(messageOf(error))
      setBusy(false)
    }
  }
  return (
    <Button size="medium" margin={false} disabled={busy} onClick={() => void start()}>
      开始编制{year}年度报告
    </Button>
  )
}
