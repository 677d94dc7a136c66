import { idOf } from '../../../access/relations.ts'
import type { Direction } from '../../../narrative/order.ts'
import type { Section } from '../../../payload-types.ts'
import { callApi, postJson } from '../../callApi.ts'
import type { Change, Draft, StoredSection } from './narrativeState.ts'

/** The sections of one report over Payload's REST API. */
export interface SectionsApi {
  read: () => Promise<StoredSection[]>
  /** @throws 409 when the section was saved by somebody else since the draft was begun */
  save: (id: string, draft: Draft) => Promise<StoredSection>
  add: (part: StoredSection, order: number, change: Change) => Promise<StoredSection>
  move: (id: string, direction: Direction) => Promise<void>
  remove: (id: string) => Promise<void>
}

export function sectionsApi(api: string, report: string): SectionsApi {
  const address = (id = '') => `${api}/sections/${id}?depth=0`
  return {
    read: async () => {
      const where = `&where[report][equals]=${report}&pagination=false&sort=order`
      const { docs } = await callApi<{ docs: Section[] }>(`${address()}${where}`)
      return docs.map(storedOf)
    },
    save: async (id, { basedOn, heading, content }) => {
      const headers = { 'Content-Type': 'application/json', 'x-gongkai-base': basedOn }
      const body = JSON.stringify({ heading, content })
      const { doc } = await callApi<Saved>(address(id), { method: 'PATCH', headers, body })
      return storedOf(doc)
    },
    add: async ({ id: parent, key }, order, { heading, content }) => {
      const { doc } = await postJson<Saved>(address(), {
        ...{ report, parent, key, order, heading, content },
      })
      return storedOf(doc)
    },
    move: async (id, direction) => {
      await postJson(`${api}/sections/${id}/move`, { direction })
    },
    remove: async (id) => {
      await callApi(address(id), { method: 'DELETE' })
    },
  }
}

interface Saved {
  doc: Section
}

const storedOf = ({ id, key, heading, order, parent, content, updatedAt }: Section) => ({
  ...{ id, key, heading, order, content, updatedAt },
  parent: idOf(parent),
})
