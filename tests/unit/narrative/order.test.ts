import { describe, expect, it } from '@jest/globals'
import { movedOrders, type Direction } from '../../../src/narrative/order.ts'

const siblings = (...orders: number[]) =>
  orders.map((order, index) => ({ id: 'abcdef'.charAt(index), order }))

const cases: [string, number[], string, Direction, [string, number][]][] = [
  [
    'swaps with the one before',
    [0, 1, 2],
    'b',
    'up',
    [
      ['b', 0],
      ['a', 1],
    ],
  ],
  [
    'swaps with the one after',
    [0, 1, 2],
    'b',
    'down',
    [
      ['c', 1],
      ['b', 2],
    ],
  ],
  ['leaves the first where it is', [0, 1], 'a', 'up', []],
  ['leaves the last where it is', [0, 1], 'b', 'down', []],
  ['knows nothing of strangers', [0, 1], 'x', 'down', []],
  [
    'parts numbers that repeat',
    [0, 0, 0],
    'c',
    'up',
    [
      ['c', 1],
      ['b', 2],
    ],
  ],
  [
    'closes gaps',
    [3, 7],
    'a',
    'down',
    [
      ['b', 0],
      ['a', 1],
    ],
  ],
]

describe('moving a sub-section', () => {
  it.each(cases)('%s', (_, orders, id, direction, expected) => {
    const changes = movedOrders(siblings(...orders), id, direction)
    expect(changes.map(({ id: of, order }) => [of, order])).toEqual(expected)
  })
})
