import { toast } from '@payloadcms/ui'
import type { Direction } from '../../narrative/order.ts'
import { messageOf } from '../callApi.ts'
import type { StoredSection } from './drafts/narrativeState.ts'
import type { NarrativeDesk } from './narrativeDesk.ts'

/** Moves a sub-section by one place, and tells where it is then. */
export async function moveIn(
  { narrative, outline, say }: NarrativeDesk,
  { id, parent, heading }: StoredSection,
  direction: Direction,
): Promise<void> {
  const siblings = outline.find(({ part }) => part.id === parent)?.children ?? []
  const to = siblings.findIndex((sibling) => sibling.id === id) + (direction === 'up' ? 0 : 2)
  if (to < 1 || to > siblings.length) {
    say(direction === 'up' ? '已经是第一个小节' : '已经是最后一个小节')
    return
  }
  try {
    await narrative.move(id, direction)
    say(`“${heading}”已移到第 ${to} 个，共 ${siblings.length} 个`)
  } catch (error) {
    toast.error(`没有移动：${messageOf(error)}`)
  }
}
