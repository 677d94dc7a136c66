'use client'
import { Button, useDocumentDrawer } from '@payloadcms/ui'
import type { NamedChannel } from './useFigures.ts'

interface Props {
  organization: string
  /** Those that are not in the list yet. */
  others: readonly NamedChannel[]
  onAdd: (channel: string) => void
  onCreated: (channel: string) => Promise<void>
}

/** Takes a channel of the organ into the list, or one that is made on the spot. */
export function AddChannel({ organization, others, onAdd, onCreated }: Props) {
  const [Drawer, , { openDrawer, closeDrawer }] = useDocumentDrawer({ collectionSlug: 'channels' })
  return (
    <div className="gongkai-narrative__buttons">
      <select
        aria-label="添加公开渠道"
        value=""
        disabled={others.length === 0}
        onChange={(event) => {
          if (event.target.value) onAdd(event.target.value)
        }}
      >
        <option value="">{others.length > 0 ? '添加渠道…' : '本机关的渠道都已列出'}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button size="small" margin={false} buttonStyle="secondary" onClick={openDrawer}>
        新建渠道
      </Button>
      <Drawer
        initialData={{ organization }}
        redirectAfterCreate={false}
        onSave={({ doc }) => {
          closeDrawer()
          void onCreated(String(doc.id))
        }}
      />
    </div>
  )
}
