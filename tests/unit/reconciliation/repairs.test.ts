import { describe, expect, it } from '@jest/globals'
import { componentsOf, smallestRepairs } from '../../../src/reconciliation/repairs.ts'
import type { Equation } from '../../../src/reconciliation/repairs.ts'

const equation = (family: string, residual: number, ...cells: number[]): Equation => ({
  family,
  residual,
  terms: cells.map((cell) => ({ cell, sign: 1 })),
})

/** Cells 0 and 1 over 2 and 3, with sums over rows and columns. */
const square = (...residuals: [number, number, number, number]) => [
  equation('rows', residuals[0], 0, 1),
  equation('rows', residuals[1], 2, 3),
  equation('columns', residuals[2], 0, 2),
  equation('columns', residuals[3], 1, 3),
]

const search = (equations: Equation[], left = 1_000, largestSet = 3) => ({
  equations,
  allows: () => true,
  largestSet,
  budget: { left },
})

describe('smallestRepairs', () => {
  it('finds the one cell that all failures share', () => {
    expect(smallestRepairs(search(square(2, 0, 2, 0)))).toEqual([[{ cell: 0, delta: -2 }]])
  })

  it('finds two cells whose failures cancel out in a row', () => {
    expect(smallestRepairs(search(square(0, 0, 2, -2)))).toEqual([
      [
        { cell: 0, delta: -2 },
        { cell: 1, delta: 2 },
      ],
      [
        { cell: 2, delta: -2 },
        { cell: 3, delta: 2 },
      ],
    ])
  })

  it('finds each set once, however it is come by', () => {
    const repairs = smallestRepairs(search(square(1, 5, 1, 5)))
    expect(repairs).toEqual([
      [
        { cell: 0, delta: -1 },
        { cell: 3, delta: -5 },
      ],
    ])
  })

  it.each([
    ['a larger set would be needed', search(square(1, 5, 1, 5), 1_000, 1)],
    ['the budget runs out', search(square(1, 5, 1, 5), 2)],
    ['no cell may be changed so', { ...search(square(2, 0, 2, 0)), allows: () => false }],
    ['the equations contradict each other', search(square(1, 0, 0, 0))],
  ])('finds none when %s', (_, hopeless) => {
    expect(smallestRepairs(hopeless)).toEqual([])
  })
})

describe('componentsOf', () => {
  it('keeps together what shares cells, over others too', () => {
    const [one, two, bridge, apart] = [
      equation('a', 0, 1, 2),
      equation('a', 0, 3, 4),
      equation('b', 0, 2, 3),
      equation('a', 0, 9),
    ]
    expect(componentsOf([one, two, apart, bridge])).toEqual([[apart], [one, two, bridge]])
  })
})
