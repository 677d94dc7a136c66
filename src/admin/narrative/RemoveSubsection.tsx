'use client'
import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui'
import { plainTextOf } from '../../narrative/plainText.ts'
import { referencesIn } from '../../narrative/references.ts'
import { messageOf } from '../callApi.ts'
import { applied, type StoredSection } from './drafts/narrativeState.ts'
import { headingOf } from './headings.ts'
import type { NarrativeDesk } from './narrativeDesk.ts'

interface Props extends NarrativeDesk {
  section: StoredSection
}

/** Asks, says what is lost, and removes at once. */
export function RemoveSubsection({ section, ...desk }: Props) {
  const { narrative, state, say, open } = desk
  const { openModal } = useModal()
  const slug = `remove-${section.id}`
  const name = headingOf(state, section)
  const remove = async () => {
    try {
      await narrative.remove(section.id)
      say(`已删除“${name}”`)
      open({ id: section.parent ?? 'preamble', focus: 'entry' })
    } catch (error) {
      toast.error(`没有删除：${messageOf(error)}`)
    }
  }
  return (
    <>
      <Button
        size="small"
        margin={false}
        buttonStyle="secondary"
        aria-haspopup="dialog"
        onClick={() => openModal(slug)}
      >
        删除
      </Button>
      <ConfirmationModal
        modalSlug={slug}
        heading={`删除“${name}”`}
        body={lossOf(applied(section, state.drafts[section.id]).content)}
        confirmLabel="删除"
        confirmingLabel="正在删除…"
        cancelLabel="取消"
        onConfirm={remove}
      />
    </>
  )
}

/** In words, such as 正文 120 字、图片 1 张将一并删除，不能恢复。 */
function lossOf(content: unknown): string {
  const characters = plainTextOf(content, () => '').replace(/\s/g, '').length
  const { sources, images } = referencesIn(content)
  const lost = [
    characters > 0 && `正文 ${characters} 字`,
    sources.length > 0 && `引用的数据 ${sources.length} 个`,
    images.length > 0 && `图片 ${images.length} 张`,
  ].filter(Boolean)
  return lost.length > 0 ? `${lost.join('、')}将一并删除，不能恢复。` : '这个小节还没有正文。'
}
