'use client'
import { Button, useAuth, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { User } from '../../payload-types.ts'
import { ImportForm } from './ImportForm.tsx'
import { ImportResult, type Imported } from './ImportResult.tsx'
import './importing.css'

/** Above the list of reports: makes a report of a file and tells what was read of it. */
export function ImportReport() {
  const { routes } = useConfig().config
  const { user } = useAuth<User>()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [imported, setImported] = useState<Imported>()
  const roles: readonly string[] = user?.roles ?? []
  if (!['editor', 'reviewer', 'administrator'].some((role) => roles.includes(role))) return null

  const toggle = () => {
    setOpen(!open)
    setImported(undefined)
  }
  return (
    <div className="gongkai-import">
      <Button
        id="gongkai-import"
        size="small"
        margin={false}
        buttonStyle="secondary"
        extraButtonProps={{ 'aria-expanded': open }}
        onClick={toggle}
      >
        导入报告
      </Button>
      {open && !imported && (
        <ImportForm
          api={routes.api}
          onImported={(result) => {
            setImported(result)
            router.refresh()
          }}
          onCancel={toggle}
        />
      )}
      {open && imported && <ImportResult admin={routes.admin} imported={imported} />}
    </div>
  )
}
