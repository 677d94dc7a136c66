import { describe, expect, it } from '@jest/globals'
import { contentKey, learnOpened } from '../../../../src/admin/narrative/drafts/contentKey.ts'
import {
  discarded,
  edited,
  mineKept,
  nothingRead,
  reread,
  saved,
  typed,
  type NarrativeState,
  type StoredSection,
} from '../../../../src/admin/narrative/drafts/narrativeState.ts'
import { restored, snapshotOf } from '../../../../src/admin/narrative/drafts/snapshot.ts'
import { paragraphsToRichText } from '../../../../src/narrative/richText.ts'

const words = (...paragraphs: string[]) => paragraphsToRichText(paragraphs)

const section = (id: string, text: string, more: Partial<StoredSection> = {}): StoredSection => ({
  id,
  key: 'overview',
  heading: `题${id}`,
  order: 0,
  parent: 'part',
  content: words(text),
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
})

const later = '2026-01-02T00:00:00.000Z'

const read = (...sections: StoredSection[]): NarrativeState => reread(nothingRead, sections)

const textsOf = (state: NarrativeState) =>
  edited(state).map(({ heading, content }) => [heading, contentKey(content)])

describe('what is typed in a section', () => {
  it('stands in place of what is saved until it is as it was', () => {
    const state = typed(read(section('a', '旧'), section('b', '乙')), 'a', { content: words('新') })
    expect(textsOf(state)).toEqual([
      ['题a', contentKey(words('新'))],
      ['题b', contentKey(words('乙'))],
    ])
    expect(typed(state, 'a', { content: words('旧') }).drafts).toEqual({})
  })

  it('is of the heading and of the text, each by itself', () => {
    const state = typed(typed(read(section('a', '旧')), 'a', { heading: '新题' }), 'a', {
      content: words('新'),
    })
    const back = typed(state, 'a', { heading: '题a' })
    expect(Object.keys(back.drafts.a ?? {}).sort()).toEqual(['basedOn', 'content'])
  })

  it('is no change where the editor only writes it otherwise', () => {
    const stored = words('旧')
    const opened = structuredClone(stored)
    Object.assign(opened.root, { textFormat: 0 })
    learnOpened(stored, opened)
    const state = read(section('a', '', { content: stored }))
    expect(typed(state, 'a', { content: structuredClone(opened) }).drafts).toEqual({})
  })

  it('is no change, and not drawn anew, when the same is read again', () => {
    const stored = words('旧')
    const opened = structuredClone(stored)
    Object.assign(opened.root, { textFormat: 0 })
    learnOpened(stored, opened)
    const state = read(section('a', '', { content: stored }))
    const again = reread(state, [section('a', '旧', { updatedAt: later })])
    expect(again.sections[0]?.content).toBe(stored)
    const mine = typed(state, 'a', { content: words('新') })
    expect(reread(mine, again.sections).drafts.a).toEqual({ basedOn: later, content: words('新') })
  })

  it('is nothing where nothing was written in an empty section', () => {
    const state = read(section('a', '', { content: null }))
    expect(typed(state, 'a', { content: words() }).drafts).toEqual({})
  })
})

describe('after a save', () => {
  it('what was typed meanwhile stays, on top of what is saved', () => {
    const state = typed(read(section('a', '旧')), 'a', { content: words('新') })
    const sent = state.drafts.a
    if (!sent) throw new Error('Nothing to send')
    const meanwhile = typed(state, 'a', { content: words('新的') })
    const stored = section('a', '新', { updatedAt: later })
    expect(saved(state, stored, sent).drafts).toEqual({})
    expect(saved(meanwhile, stored, sent).drafts).toEqual({
      a: { basedOn: later, content: words('新的') },
    })
  })
})

describe('what somebody else saved', () => {
  const mine = typed(read(section('a', '旧'), section('b', '乙')), 'a', { content: words('我') })
  const theirs = section('a', '他', { updatedAt: later })

  it('is taken over where nothing is typed', () => {
    const next = reread(mine, [section('a', '旧'), section('b', '丙', { updatedAt: later })])
    expect(textsOf(next)[1]).toEqual(['题b', contentKey(words('丙'))])
    expect(next.drafts.a?.contested).toBeUndefined()
  })

  it('is put beside what is typed, for a person to choose', () => {
    const next = reread(mine, [theirs])
    expect(next.drafts.a).toMatchObject({ contested: true, content: words('我') })
    expect(mineKept(next, 'a').drafts.a).toEqual({ basedOn: later, content: words('我') })
    expect(textsOf(discarded(next, 'a'))).toEqual([['题a', contentKey(words('他'))]])
  })

  it('is not contested when only the order changed', () => {
    const next = reread(mine, [section('a', '旧', { order: 3, updatedAt: later })])
    expect(next.drafts.a).toEqual({ basedOn: later, content: words('我') })
  })

  it('does not take what was typed with it when it is removed', () => {
    const next = reread(mine, [section('b', '乙')])
    expect(next.gone.map(({ id }) => id)).toEqual(['a'])
    expect(next.drafts.a).toBeDefined()
    expect(discarded(next, 'a')).toMatchObject({ gone: [], drafts: {} })
  })
})

describe('what was kept on this machine', () => {
  const mine = typed(read(section('a', '旧')), 'a', { heading: '新题', content: words('我') })
  const kept: unknown = JSON.parse(JSON.stringify(snapshotOf(mine)))

  it('comes back as it was', () => {
    expect(restored(read(section('a', '旧')), kept).drafts).toEqual(mine.drafts)
  })

  it('is put beside what was saved since', () => {
    const since = read(section('a', '他', { updatedAt: later }))
    expect(restored(since, kept).drafts.a).toMatchObject({ contested: true, heading: '新题' })
  })

  it('comes back for a section that is no more', () => {
    const next = restored(read(section('b', '乙')), kept)
    expect(next.gone.map(({ heading }) => heading)).toEqual(['题a'])
    expect(next.drafts.a).toMatchObject({ heading: '新题' })
  })

  it('is left where it is not what was kept', () => {
    expect(restored(mine, { a: 1 })).toBe(mine)
  })
})
