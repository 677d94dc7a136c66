import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openNarrative } from '../../../../src/admin/narrative/drafts/openNarrative.ts'
import type { Section } from '../../../../src/payload-types.ts'

const early = '2026-01-01T00:00:00.000Z'
const later = '2026-01-02T00:00:00.000Z'

const section = (id: string, more: Partial<Section> = {}) =>
  ({
    ...{ id, key: 'overview', heading: `题${id}`, order: Number(id), parent: 'part' },
    ...{ content: null, updatedAt: early, createdAt: early, report: 'r' },
    ...more,
  }) as Section

const part = section('part', { heading: '一、总体情况', order: 0, parent: null })

/** As the REST API: of two saves that looked at the same state the later is refused. */
class SectionsServer {
  sections = [part, section('1'), section('2')]

  answer = (address: string, init?: RequestInit): Promise<Response> =>
    Promise.resolve(
      init?.method === 'PATCH' ? this.#save(address, init) : Response.json({ docs: this.sections }),
    )

  #save(address: string, { body, headers }: RequestInit): Response {
    const id = /sections\/(\w+)/.exec(address)?.[1]
    const found = this.sections.find((one) => one.id === id)
    if (!found) return refusal(403, '您无权执行此操作。')
    if (new Headers(headers).get('x-gongkai-base') !== found.updatedAt) return refusal(409, '过时')
    const doc = { ...found, ...(JSON.parse(body as string) as Partial<Section>), updatedAt: later }
    this.sections = this.sections.map((one) => (one.id === id ? doc : one))
    return Response.json({ doc })
  }
}

const refusal = (status: number, message: string) =>
  Response.json({ errors: [{ message }] }, { status })

describe('saving what is typed in sections', () => {
  let server: SectionsServer
  let reports = 0
  const opened = async () => {
    const narrative = openNarrative('/api', `report-${++reports}`)
    await narrative.read()
    narrative.type('1', { heading: '新题一' })
    narrative.type('2', { heading: '新题二' })
    return narrative
  }

  beforeEach(() => {
    server = new SectionsServer()
    jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation((address, init) => server.answer(address as string, init))
  })
  afterEach(() => void jest.restoreAllMocks())

  it('leaves nothing unsaved', async () => {
    const narrative = await opened()
    await narrative.save()
    expect(narrative.state.get().drafts).toEqual({})
    expect(server.sections.map(({ heading }) => heading)).toEqual([
      '一、总体情况',
      '新题一',
      '新题二',
    ])
  })

  it.each([
    [
      'somebody else has saved',
      () => {
        server.sections[1] = section('1', { heading: '他的题', updatedAt: later })
      },
      '“（一）新题一”已被他人改过，请先选定用哪一份',
    ],
    [
      'somebody else has removed',
      () => {
        server.sections.splice(1, 1)
      },
      '“（一）新题一”已被他人删除，请重新添加或放弃',
    ],
  ])('says of one that %s what is to be decided, and saves the other', async (_, happen, words) => {
    const narrative = await opened()
    happen()
    await expect(narrative.save()).rejects.toThrow(words)
    await expect(narrative.save()).rejects.toThrow('已被他人')
    expect(Object.keys(narrative.state.get().drafts)).toEqual(['1'])
    expect(server.sections.at(-1)?.heading).toBe('新题二')
  })

  it('asks for the heading of a sub-section that has none', async () => {
    const narrative = await opened()
    narrative.type('1', { heading: ' ' })
    await expect(narrative.save()).rejects.toThrow('没有标题，请填写小节的标题')
    expect(server.sections[1]?.heading).toBe('题1')
  })
})
