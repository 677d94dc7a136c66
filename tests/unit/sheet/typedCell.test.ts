import { describe, expect, it } from '@jest/globals'
import { typedCell } from '../../../src/sheet/typedCell.ts'

describe('a cell as it was typed', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['12', 12],
    ['１２', 12],
    ['1,234', 1234],
    ['１，３５２', 1352],
    [' 7 ', 7],
    ['-3', -3],
    ['−3', -3],
    ['18.871', 18.871],
    ['12 345.5', 12345.5],
    ['-0', 0],
    // Left for the server to name and refuse, rather than guessed at or dropped.
    ['5x', '5x'],
    ['1.', '1.'],
    ['十二', '十二'],
    ['1e3', '1e3'],
    ['12,5', '12,5'],
    ['3 5', '3 5'],
    ['9'.repeat(400), '9'.repeat(400)],
  ])('%p is %p', (text, cell) => {
    expect(typedCell(text)).toBe(cell)
  })
})
