import { describe, expect, it } from '@jest/globals'
import { topmost, totalsOf } from '../../../src/site/figures/totals.ts'
import { yearInForce } from '../../../src/site/home/yearInForce.ts'
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
    { key: 'disclosed', value: 10, unstatedBy: 1 },
    { key: 'received', value: 7, unstatedBy: 0 },
    { key: 'handled', value: 0 },
    { key: 'disputes', value: 0 },
  ])
})

describe('the year that is told of', () => {
  const published = (...counts: [year: number, organs: number][]) =>
    counts.flatMap(([year, organs]) => Array.from({ length: organs }, () => ({ years: [year] })))

  it.each([
    ['the newest', published([2023, 5], [2024, 5]), 2024],
    ['the year before while few have published', published([2023, 5], [2024, 2]), 2023],
    ['the newest as soon as half have', published([2023, 4], [2024, 2]), 2024],
    ['the newest after a year without reports', published([2022, 5], [2024, 1]), 2024],
    ['none where there is nothing', [{ years: [] }], undefined],
  ])('is %s', (_, organizations, year) => {
    expect(yearInForce(organizations)).toBe(year)
  })
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
