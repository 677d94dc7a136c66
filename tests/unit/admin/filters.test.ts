import { describe, expect, it } from '@jest/globals'
import { filterValue, withFilter } from '../../../src/admin/reportList/filters.ts'

const is = (field: string, equals: string) => ({ [field]: { equals } })
const like = { title: { like: '营丘' } }

describe('the filters over the list of reports', () => {
  it.each([
    ['nothing', undefined, ''],
    ['an empty query', {}, ''],
    ['a plain condition', is('year', '2021'), '2021'],
    ['the shape of Payload’s own filter', { or: [{ and: [like, is('year', '2021')] }] }, '2021'],
    ['an alternative without it', { or: [{ and: [is('year', '2021')] }, { and: [like] }] }, ''],
    ['another operator', { or: [{ and: [{ year: { greater_than: 2020 } }] }] }, ''],
  ])('are read from %s', (_, where, value) => {
    expect(filterValue(where, 'year')).toBe(value)
  })

  it.each([
    ['are added', undefined, '2021', { or: [{ and: [is('year', '2021')] }] }],
    [
      'replace what was chosen, and keep the rest',
      { or: [{ and: [is('year', '2020'), like] }] },
      '2021',
      { or: [{ and: [like, is('year', '2021')] }] },
    ],
    [
      'narrow every alternative',
      { or: [{ and: [like] }, { and: [is('stage', 'drafting')] }] },
      '2021',
      {
        or: [
          { and: [like, is('year', '2021')] },
          { and: [is('stage', 'drafting'), is('year', '2021')] },
        ],
      },
    ],
    [
      'are taken away',
      { or: [{ and: [is('year', '2020'), like] }] },
      '',
      { or: [{ and: [like] }] },
    ],
    ['leave nothing behind', is('year', '2020'), '', { or: [] }],
  ])('%s', (_, where, value, after) => {
    expect(withFilter(where, 'year', value)).toEqual(after)
  })
})
