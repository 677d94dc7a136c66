import { describe, expect, it } from '@jest/globals'
import { locate } from '../../../../src/admin/narrative/locate.ts'

const cases: [string, string, { before: string; quote: string }, string | undefined][] = [
  ['in plain text', '甲。乙3件。丙。', { before: '甲。', quote: '乙3件。' }, '乙3件。'],
  [
    'over a line that is broken otherwise',
    '甲。乙\n3件。',
    { before: '甲。\n', quote: '乙3件' },
    '乙\n3件',
  ],
  ['with an invisible caret inside', '乙\u200B3件', { before: '', quote: '乙3件' }, '乙\u200B3件'],
  ['not where the words are gone', '甲。', { before: '甲。', quote: '乙3件' }, undefined],
  ['not for no words', '甲。', { before: '', quote: ' ' }, undefined],
]

describe('a sentence is found on the screen', () => {
  it.each(cases)('%s', (_, text, sought, expected) => {
    const found = locate(text, sought)
    expect(found && text.slice(found.start, found.end)).toBe(expected)
  })

  it('at the place that is nearest to where it should be', () => {
    const text = '收到3件。另外收到3件。又收到3件。'
    const before = '收到3件。另外'
    expect(locate(text, { before, quote: '收到3件' })).toEqual({ start: 7, end: 11 })
  })
})
