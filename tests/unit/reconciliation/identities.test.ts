import { describe, expect, it } from '@jest/globals'
import { formatOf, formats } from '../../../src/formats/index.ts'
import { identitiesOf } from '../../../src/reconciliation/index.ts'
import { blankTables } from '../../../src/formats/cells.ts'
import { naiveVerdicts } from './oracle.ts'

describe('the identities of a form', () => {
  it.each([
    ['2019', { balance: 7, handled: 7, rowTotal: 23, total: 3 }, 14],
    ['2021', { balance: 7, handled: 7, rowTotal: 25, total: 3 }, 9],
    ['2021-single-other', { balance: 7, handled: 7, rowTotal: 23, total: 3 }, 9],
  ])('of %s are as many as the notice has', (key, counts, conventions) => {
    const { binding, conventions: soft } = identitiesOf(formatOf(key))
    const counted: Record<string, number> = {}
    for (const { rule } of binding) {
      const name = rule.rule.split('.')[1] ?? ''
      counted[name] = (counted[name] ?? 0) + 1
    }
    expect(counted).toEqual(counts)
    expect(soft).toHaveLength(conventions)
  })

  it.each(formats.map((format) => [format.key, format] as const))(
    'of %s are those that the notice names',
    (_, format) => {
      const names = identitiesOf(format).binding.map(({ rule, line }) => `${rule.rule}|${line}`)
      expect(new Set(names)).toEqual(new Set(naiveVerdicts(blankTables(format)).keys()))
    },
  )

  it.each(formats.map((format) => [format.key, format] as const))(
    'of %s bind every cell of tables 3 and 4 and none of table 2',
    (_, format) => {
      const { cells, unbound } = identitiesOf(format)
      const tables = new Set(unbound.map((index) => cells[index]?.table))
      expect([...tables]).toEqual(['disclosure'])
      expect(unbound).toHaveLength(cells.filter(({ table }) => table === 'disclosure').length)
    },
  )

  it('are written out once', () => {
    expect(identitiesOf(formatOf('2021'))).toBe(identitiesOf(formatOf('2021')))
  })
})
