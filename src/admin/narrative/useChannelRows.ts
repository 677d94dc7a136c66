'use client'
import { useField, useForm, useFormFields } from '@payloadcms/ui'
import { useMemo } from 'react'
import { idOf } from '../../access/relations.ts'
import type { TypedCell } from '../../sheet/typedCell.ts'

const counts = 'disclosureFigures.channels'

/** A channel that the text names. */
export interface ChannelRow {
  /** The channel's id. */
  id: string
  /** `null` where the text gives no number; a text where what was typed is none. */
  count: TypedCell
}

export interface ChannelRows {
  rows: ChannelRow[]
  add: (channel: string) => void
  remove: (channel: string) => void
  setCount: (channel: string, count: TypedCell) => void
}

/**
 * The form keeps which channels the text names apart from how many items each has. A person edits
 * one list.
 */
export function useChannelRows(): ChannelRows {
  const { addFieldRow, removeFieldRow, dispatchFields, setModified } = useForm()
  const { value: named, setValue: setNamed } = useField<(string | { id: string })[]>({
    path: 'channels',
  })
  const counted = useCounted()
  const ids = useMemo(() => {
    const all = [...(named ?? []).map(idOf), ...counted.map(({ id }) => id)]
    return [...new Set(all.filter((id) => id !== undefined))]
  }, [named, counted])
  const placeOf = (channel: string) => counted.findIndex(({ id }) => id === channel)
  const forget = (channel: string) => {
    const rowIndex = placeOf(channel)
    if (rowIndex >= 0) removeFieldRow({ path: counts, rowIndex })
  }

  return {
    rows: ids.map((id) => ({ id, count: counted[placeOf(id)]?.count ?? null })),
    add: (channel) => setNamed([...new Set([...ids, channel])]),
    remove: (channel) => {
      forget(channel)
      setNamed(ids.filter((id) => id !== channel))
    },
    setCount: (channel, count) => {
      const at = placeOf(channel)
      // A channel whose number is taken away is still one that the text names.
      if (!(named ?? []).map(idOf).includes(channel)) setNamed(ids)
      if (count === null) return forget(channel)
      if (at < 0) {
        return addFieldRow({ path: counts, schemaPath: counts, subFieldState: row(channel, count) })
      }
      dispatchFields({ type: 'UPDATE', path: `${counts}.${at}.count`, value: count, valid: true })
      setModified(true)
    },
  }
}

const row = (channel: string, count: TypedCell) => ({
  channel: { value: channel, initialValue: channel, valid: true },
  count: { value: count, initialValue: count, valid: true },
})

function useCounted(): ChannelRow[] {
  const written = useFormFields(([fields]) =>
    JSON.stringify(
      (fields[counts]?.rows ?? []).map((_, index) => ({
        id: idOf(fields[`${counts}.${index}.channel`]?.value as string | { id: string }) ?? '',
        count: fields[`${counts}.${index}.count`]?.value ?? null,
      })),
    ),
  )
  return useMemo(() => JSON.parse(written) as ChannelRow[], [written])
}
