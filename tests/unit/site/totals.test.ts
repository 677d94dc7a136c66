import { describe, expect, it } from '@jest/globals'
import { topmost, totalsOf } from '../../../src/site/figures/totals.ts'
import { organizationTree, type Branch } from '../../../src/site/home/organizationTree.ts'
import { reportContent } from '../../support/publications.ts'

const organ = (slug: string, parent: string | null, years: number[]) => ({
  ...{ slug, name: slug, region: null },
  ...{ parent, years },
})

describe('whose reports make up a year', () => {
  it.each([
    ['the government whose report covers the others', [2021], [2021], ['county']],
    ['the towns, where the county has not published', [2020], [2021], ['town', 'other']],
    ['nobody, where nobody has', [2020], [2020], []],
  ])('%s', (_, countyYears, townYears, expected) => {
    const organs = [
      organ('county', null, countyYears),
      organ('town', 'county', townYears),
      organ('other', 'county', townYears),
    ]
    expect(topmost(organs, 2021).map(({ slug }) => slug)).toEqual(expected)
  })

  it('looks past an organ between that has not published', () => {
    const organs = [
      organ('city', null, [2021]),
      organ('county', 'city', []),
      organ('town', 'county', [2021]),
    ]
    expect(topmost(organs, 2021).map(({ slug }) => slug)).toEqual(['city'])
  })

  it('comes to an end where superiors go round in a circle', () => {
    const organs = [organ('a', 'b', []), organ('b', 'a', []), organ('c', 'a', [2021])]
    expect(topmost(organs, 2021).map(({ slug }) => slug)).toEqual(['c'])
  })
})

it('adds up what is stated, and nothing for what is not', () => {
  const received = (total: number | null) => ({ applications: { received: { total } } })
  const { top } = totalsOf([
    reportContent({ total: 10, tables: received(3) }),
    reportContent({ total: null, tables: received(4) }),
  ])
  expect(top).toMatchObject([
    { key: 'disclosed', value: 10 },
    { key: 'received', value: 7 },
    { key: 'handled', value: 0 },
    { key: 'disputes', value: 0 },
  ])
})

describe('the tree of organs', () => {
  const shape = (branches: Branch[]): unknown =>
    branches.map(({ organization: { slug }, below }) =>
      below.length > 0 ? { [slug]: shape(below) } : slug,
    )

  it('has each organ once, those with a superior elsewhere by themselves', () => {
    const tree = organizationTree([
      organ('town', 'county', []),
      organ('county', 'city-on-another-page', []),
      organ('other', null, []),
    ])
    expect(shape(tree)).toEqual([{ county: ['town'] }, 'other'])
  })
})
