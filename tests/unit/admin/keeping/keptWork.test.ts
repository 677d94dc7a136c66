import { beforeEach, describe, expect, it } from '@jest/globals'
import {
  forget,
  forgetOld,
  keep,
  keptWork,
  type KeptWork,
  type Storage,
} from '../../../../src/admin/keeping/keptWork.ts'

/** As the browser's, and full beyond a number of characters. */
class FakeStorage implements Storage {
  readonly #items = new Map<string, string>()
  constructor(readonly room = Infinity) {}
  get length() {
    return this.#items.size
  }
  key = (index: number) => [...this.#items.keys()][index] ?? null
  getItem = (key: string) => this.#items.get(key) ?? null
  removeItem = (key: string) => void this.#items.delete(key)
  setItem = (key: string, value: string) => {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError')
    this.#items.set(key, value)
  }
}

const editor = { user: 'editor', report: 'r1' }
const work = (page: string, at: string, parts: KeptWork['parts'] = tables): KeptWork => ({
  page,
  at,
  parts,
})
const tables: KeptWork['parts'] = { tables: { count: 2, snapshot: { changes: [1, 2] } } }

describe('unsaved work on this machine', () => {
  let storage: FakeStorage
  beforeEach(() => {
    storage = new FakeStorage()
  })

  it('is given back to the same person for the same report only, the newest first', () => {
    const [old, fresh] = [work('a', '2026-01-02T10:00'), work('b', '2026-01-03T10:00')]
    keep(storage, editor, old)
    keep(storage, editor, fresh)
    keep(storage, { ...editor, user: 'reviewer' }, work('c', '2026-01-04T10:00'))
    keep(storage, { ...editor, report: 'r2' }, work('d', '2026-01-04T10:00'))
    // An id that begins like another.
    keep(storage, { ...editor, report: 'r11' }, work('e', '2026-01-04T10:00'))
    expect(keptWork(storage, editor)).toEqual([fresh, old])
  })

  it('takes the place of what the same page kept, and goes when nothing is unsaved', () => {
    keep(storage, editor, work('a', '2026-01-02T10:00'))
    keep(storage, editor, work('b', '2026-01-02T10:00'))
    keep(storage, editor, work('a', '2026-01-02T10:05'))
    expect(keptWork(storage, editor).map(({ at }) => at)).toEqual([
      '2026-01-02T10:05',
      '2026-01-02T10:00',
    ])
    keep(storage, editor, work('a', '2026-01-02T10:06', {}))
    forget(storage, editor, 'b')
    expect(storage.length).toBe(0)
  })

  it('tells when there is no room, and leaves what was kept', () => {
    const full = new FakeStorage(200)
    keep(full, editor, work('a', '2026-01-02T10:00'))
    const large = { tables: { count: 1, snapshot: 'x'.repeat(300) } }
    expect(() => keep(full, editor, work('a', '2026-01-02T10:05', large))).toThrow()
    expect(keptWork(full, editor)[0]?.at).toBe('2026-01-02T10:00')
  })

  it.each([
    '',
    'no JSON',
    'null',
    '[]',
    '{"page":"a"}',
    '{"page":"a","at":"x","parts":{"tables":1}}',
  ])('that cannot be read (%s) is passed over, and taken away in time', (stored) => {
    storage.setItem('gongkai.unsaved.editor.r1.x', stored)
    expect(keptWork(storage, editor)).toEqual([])
    forgetOld(storage, new Date('2026-01-10'))
    expect(storage.length).toBe(0)
  })

  it('that nobody has asked for in two months is taken away, and nothing of others', () => {
    storage.setItem('payload-theme', 'dark')
    keep(storage, editor, work('a', '2026-01-02T10:00:00.000Z'))
    forgetOld(storage, new Date('2026-02-28'))
    expect(keptWork(storage, editor)).toHaveLength(1)
    forgetOld(storage, new Date('2026-03-10'))
    expect(keptWork(storage, editor)).toEqual([])
    expect(storage.getItem('payload-theme')).toBe('dark')
  })
})
