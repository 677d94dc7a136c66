'use client'
import { useField } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import type { TypedCell } from '../../sheet/typedCell.ts'
import { AddChannel } from './AddChannel.tsx'
import { CountInput } from './CountInput.tsx'
import { FigureFindings } from './FigureFindings.tsx'
import type { NarrativeDesk } from './narrativeDesk.ts'
import { useChannelRows } from './useChannelRows.ts'
import type { NamedChannel } from './useFigures.ts'
import type { OpenSection } from './useOpenSection.ts'

interface Props extends NarrativeDesk {
  organization: string
  opened: OpenSection
  channels: readonly NamedChannel[]
  readChannels: () => Promise<void>
}

/** How much was disclosed, in all and by channel, as the text says it: fields of the form. */
export function ChannelFigures({ organization, opened, channels, readChannels, ...desk }: Props) {
  const { mayEdit, say } = desk
  const id = useId()
  const { value: total = null, setValue: setTotal } = useField<TypedCell>({
    path: 'disclosureFigures.total',
  })
  const { rows, add, remove, setCount } = useChannelRows()
  const [place, focusOn] = useFocus()
  useEffect(() => {
    if (opened.focus === 'figures') place.current?.querySelector('input')?.focus()
  }, [opened, place])
  const addAndFill = (channel: string) => {
    add(channel)
    focusOn(`[data-channel="${channel}"] input`)
  }
  const nameOf = (channel: string) => channels.find((one) => one.id === channel)?.name ?? '其他渠道'
  const others = channels.filter((channel) => !rows.some((row) => row.id === channel.id))
  return (
    <section ref={place} className="gongkai-channels" aria-labelledby={`${id}-title`}>
      <h4 id={`${id}-title`}>主动公开数量与公开渠道</h4>
      <p>
        正文所说的数字，随“保存”一起保存。同一条信息在几个渠道公开的各计一次，但其中任何一个渠道不能超过总数。
      </p>
      <div className="gongkai-channels__total">
        <label htmlFor={`${id}-total`}>主动公开总数（条）</label>
        <CountInput
          id={`${id}-total`}
          label="主动公开总数"
          value={total}
          readOnly={!mayEdit}
          onChange={setTotal}
        />
      </div>
      <table>
        <caption className="gongkai-narrative__said">各渠道的公开数量</caption>
        <thead>
          <tr>
            <th scope="col">公开渠道</th>
            <th scope="col">数量（条）</th>
            {mayEdit && <th scope="col">操作</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-channel={row.id}>
              <th scope="row">{nameOf(row.id)}</th>
              <td>
                <CountInput
                  label={`${nameOf(row.id)}的公开数量`}
                  value={row.count}
                  readOnly={!mayEdit}
                  onChange={(count) => setCount(row.id, count)}
                />
              </td>
              {mayEdit && (
                <td>
                  <button
                    type="button"
                    className="gongkai-channels__remove"
                    aria-label={`移除${nameOf(row.id)}`}
                    onClick={() => {
                      remove(row.id)
                      focusOn('select')
                      say(`已移除${nameOf(row.id)}，保存后生效`)
                    }}
                  >
                    移除
                  </button>
                </td>
              )}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={mayEdit ? 3 : 2}>还没有公开渠道。</td>
            </tr>
          )}
        </tbody>
      </table>
      {mayEdit && (
        <AddChannel
          organization={organization}
          others={others}
          onAdd={addAndFill}
          onCreated={async (channel) => {
            await readChannels()
            addAndFill(channel)
          }}
        />
      )}
      <FigureFindings
        {...desk}
        total={total}
        onTotal={setTotal}
        onCount={setCount}
        channels={channels.filter((channel) => rows.some((row) => row.id === channel.id))}
      />
    </section>
  )
}

/** Moves the focus within an element, to what may first have to be drawn there. */
function useFocus() {
  const place = useRef<HTMLElement>(null)
  const sought = useRef<string>(undefined)
  useEffect(() => {
    const found =
      sought.current && place.current?.querySelector<HTMLElement>(`${sought.current}:enabled`)
    if (!found) return
    sought.current = undefined
    found.focus()
  })
  const focusOn = (selector: string) => void (sought.current = selector)
  return [place, focusOn] as const
}
