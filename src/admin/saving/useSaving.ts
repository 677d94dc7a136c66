'use client'
import { toast, useAuth, useConfig, useForm, useOperation } from '@payloadcms/ui'
import type { User } from '../../payload-types.ts'
import { deskOf } from '../desk/deskOf.ts'
import { savePage } from './savePage.ts'
import { showRefused } from './showRefused.ts'
import { refusedWords } from './words.ts'

/** @returns what saves all of the report's page, and tells how it went */
export function useSaving(report: string): () => Promise<void> {
  const { api } = useConfig().config.routes
  const { user } = useAuth<User>()
  const { submit } = useForm()
  const operation = useOperation()
  return async () => {
    const desk = deskOf(report)
    if (desk.saving.get()) return
    if (operation === 'create') return void (await submit())
    const refusals = await savePage(desk, api, { id: user?.id ?? '' })
    if (refusals.length === 0) toast.success('已保存')
    else
      toast.error(refusedWords(refusals), { action: { label: '查看原因', onClick: showRefused } })
  }
}
