import { describe, expect, it, jest } from '@jest/globals'
import { blankTables } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import { checkPatch } from '../../../src/formats/patch.ts'
import type { CellValue } from '../../../src/formats/types.ts'
import { Sheet } from '../../../src/sheet/Sheet.ts'
import { readSnapshot } from '../../../src/sheet/snapshot.ts'
import type { TypedCell } from '../../../src/sheet/typedCell.ts'
import { cellAt, withCells } from '../../support/balancedTables.ts'

const format = formatOf('2021')
const received = cellAt('applications.received.naturalPerson')
const carriedIn = cellAt('applications.carriedIn.naturalPerson')
const fees = cellAt('disclosure.fees.amount')

const baseWith = (cells: Record<string, CellValue> = {}, revision = 1) => ({
  revision,
  tables: withCells(blankTables(format), cells),
})

const path = 'applications.received.naturalPerson'
const otherPath = 'applications.carriedIn.naturalPerson'

const type = (sheet: Sheet, value: TypedCell, cell = received, mergeKey?: string) =>
  sheet.apply({ label: '输入', changes: [{ cell, value }], ...(mergeKey ? { mergeKey } : {}) })

describe('a sheet', () => {
  it('holds the base until something is typed, and knows what differs from it', () => {
    const sheet = new Sheet(format, baseWith({ [path]: 3 }))
    expect([sheet.valueOf(received), sheet.isDirty()]).toEqual([3, false])

    type(sheet, 5)
    expect([sheet.valueOf(received), sheet.baseOf(received)]).toEqual([5, 3])
    expect([sheet.isDirty(), sheet.isChanged(received), sheet.isChanged(carriedIn)]).toEqual([
      true,
      true,
      false,
    ])
    expect(sheet.changes()).toEqual([{ cell: received, before: 3, after: 5 }])
    expect(sheet.patch()).toEqual({ applications: { received: { naturalPerson: 5 } } })

    type(sheet, 3)
    expect([sheet.isDirty(), sheet.changes(), sheet.patch()]).toEqual([false, [], {}])
  })

  it('tells blank from zero', () => {
    const sheet = new Sheet(format, baseWith({ [path]: 0 }))
    type(sheet, null)
    type(sheet, 0, carriedIn)
    expect(sheet.patch()).toEqual({
      applications: { received: { naturalPerson: null }, carriedIn: { naturalPerson: 0 } },
    })
    expect(sheet.tables().applications.received?.naturalPerson).toBeNull()
  })

  it('lists changes in the order of the form, whatever the order of typing', () => {
    const sheet = new Sheet(format, baseWith())
    type(sheet, 2, carriedIn)
    type(sheet, 1)
    type(sheet, 0, fees)
    expect(sheet.changes().map(({ cell }) => cell)).toEqual([fees, received, carriedIn])
  })

  it('has only the cells of its form', () => {
    const sheet = new Sheet(format, baseWith())
    const procurement = cellAt('disclosure.procurement.amount')
    expect(() => type(sheet, 1, procurement)).toThrow(RangeError)
    expect(sheet.isDirty()).toBe(false)
  })
})

describe('wrong entries', () => {
  it.each<[string, TypedCell, typeof fees]>([
    ['text', '十二', received],
    ['a negative count', -1, received],
    ['a broken count', 1.5, received],
    ['too many decimals', 0.1234567, fees],
    ['a count of billions', 99_999_999_999, received],
  ])(
    '%s stays as typed, is blank to the engine and named as the server names it',
    (_, value, cell) => {
      const sheet = new Sheet(format, baseWith({ [path]: 3, 'disclosure.fees.amount': 3 }))
      type(sheet, value, cell)
      expect(sheet.valueOf(cell)).toBe(value)
      expect(sheet.tables()[cell.table][cell.row]?.[cell.column]).toBeNull()
      const [problem] = checkPatch(format, sheet.patch()).problems
      expect(sheet.wrongEntries()).toEqual([
        { cell, text: String(value), message: problem?.message },
      ])
    },
  )

  it('are gone with the next right one', () => {
    const sheet = new Sheet(format, baseWith())
    type(sheet, 'x')
    expect(sheet.wrongEntries()).toHaveLength(1)
    type(sheet, 1)
    expect(sheet.wrongEntries()).toEqual([])
  })
})

describe('undo and redo', () => {
  it('go over whole edits and say what they did', () => {
    const sheet = new Sheet(format, baseWith({ [path]: 3 }))
    type(sheet, 5)
    sheet.apply({
      label: '粘贴',
      changes: [
        { cell: received, value: 6 },
        { cell: carriedIn, value: 1 },
      ],
    })
    expect(sheet.undo()).toEqual({
      label: '粘贴',
      changes: [
        { cell: received, value: 5 },
        { cell: carriedIn, value: null },
      ],
    })
    expect([sheet.valueOf(received), sheet.valueOf(carriedIn)]).toEqual([5, null])
    expect(sheet.undo()?.changes).toEqual([{ cell: received, value: 3 }])
    expect([sheet.canUndo, sheet.undo(), sheet.isDirty()]).toEqual([false, undefined, false])

    expect(sheet.redo()?.changes).toEqual([{ cell: received, value: 5 }])
    expect(sheet.redo()?.label).toBe('粘贴')
    expect([sheet.canRedo, sheet.redo(), sheet.valueOf(carriedIn)]).toEqual([false, undefined, 1])
  })

  it('drop what was undone once something else is typed', () => {
    const sheet = new Sheet(format, baseWith())
    type(sheet, 1)
    sheet.undo()
    type(sheet, 2)
    expect(sheet.canRedo).toBe(false)
  })

  it('keep no step for an edit that changes nothing', () => {
    const sheet = new Sheet(format, baseWith({ [path]: 3 }))
    type(sheet, 3)
    expect(sheet.canUndo).toBe(false)
  })

  it('take typing under one key as one step, and no further', () => {
    const sheet = new Sheet(format, baseWith())
    type(sheet, 1, received, 'a')
    type(sheet, 12, received, 'a')
    type(sheet, 123, received, 'b')
    sheet.undo()
    expect(sheet.valueOf(received)).toBe(12)
    type(sheet, 7, received, 'a')
    sheet.undo()
    expect(sheet.valueOf(received)).toBe(12)
    sheet.undo()
    expect([sheet.valueOf(received), sheet.canUndo]).toEqual([null, false])
  })

  it('have nothing to undo where typing went back to what was there', () => {
    const sheet = new Sheet(format, baseWith())
    type(sheet, 1, received, 'a')
    type(sheet, null, received, 'a')
    expect(sheet.canUndo).toBe(false)
  })
})

describe('a new base', () => {
  it('after a save: nothing is changed any more, and undo still works', () => {
    const sheet = new Sheet(format, baseWith({ [path]: 3 }))
    type(sheet, 5)
    const tables = sheet.tables()
    sheet.rebase(baseWith({ [path]: 5 }, 2), { sent: sheet.snapshot() })
    expect([sheet.isDirty(), sheet.base.revision]).toEqual([false, 2])
    expect(sheet.tables()).toBe(tables)
    sheet.undo()
    expect(sheet.changes()).toEqual([{ cell: received, before: 5, after: 3 }])
  })

  it.each<[string, TypedCell]>([
    ['something new', 7],
    ['what was there before', 3],
    ['text', 'x'],
    ['nothing', null],
  ])('keeps %s that was typed while the save was under way', (_, typed) => {
    const sheet = new Sheet(format, baseWith({ [path]: 3 }))
    type(sheet, 5)
    const sent = sheet.snapshot()
    type(sheet, typed)
    sheet.rebase(baseWith({ [path]: 5 }, 2), { sent })
    expect(sheet.changes()).toEqual([{ cell: received, before: 5, after: typed }])
  })

  it('takes over what others wrote where this person wrote nothing', () => {
    const sheet = new Sheet(format, baseWith({ [path]: 3 }))
    type(sheet, 5)
    sheet.rebase(baseWith({ [path]: 3, [otherPath]: 9 }, 2))
    expect([sheet.valueOf(received), sheet.valueOf(carriedIn)]).toEqual([5, 9])
    expect(sheet.changes()).toEqual([{ cell: received, before: 3, after: 5 }])
    expect(sheet.tables().applications.carriedIn?.naturalPerson).toBe(9)
  })

  it('lists conflicts, and keeps the entries that it is told to keep', () => {
    const sheet = new Sheet(format, baseWith({ [path]: 3 }))
    type(sheet, 5)
    type(sheet, 1, carriedIn)
    type(sheet, 2, fees)
    const theirs = baseWith({ [path]: 4, [otherPath]: 8, 'disclosure.fees.amount': 2 }, 2)
    expect(sheet.conflictsWith(theirs)).toEqual([
      { cell: received, base: 3, mine: 5, theirs: 4 },
      { cell: carriedIn, base: null, mine: 1, theirs: 8 },
    ])
    sheet.rebase(theirs, { keep: (cell) => cell.row === 'received' })
    expect(sheet.changes()).toEqual([{ cell: received, before: 4, after: 5 }])
    expect([sheet.valueOf(carriedIn), sheet.valueOf(fees)]).toEqual([8, 2])
  })

  it('undo does not bring back what was there before others wrote', () => {
    const sheet = new Sheet(format, baseWith({ [path]: 3 }))
    sheet.apply({
      label: '粘贴',
      changes: [
        { cell: received, value: 5 },
        { cell: carriedIn, value: 1 },
      ],
    })
    sheet.rebase(baseWith({ [path]: 4 }, 2))
    expect(sheet.undo()?.changes).toEqual([{ cell: carriedIn, value: null }])
    expect(sheet.valueOf(received)).toBe(5)
  })
})

describe('unsaved work', () => {
  it('comes back from JSON as one step', () => {
    const sheet = new Sheet(format, baseWith({ [path]: 3 }))
    type(sheet, '5x')
    type(sheet, null, received)
    type(sheet, '十', carriedIn)
    const kept = readSnapshot(JSON.parse(JSON.stringify(sheet.snapshot())))
    const again = new Sheet(format, baseWith({ [path]: 3 }))
    expect(kept && again.restore(kept)).toEqual([])
    expect(again.changes()).toEqual(sheet.changes())
    again.undo()
    expect(again.isDirty()).toBe(false)
  })

  it('names the cells that were written by others meanwhile', () => {
    const sheet = new Sheet(format, baseWith({ [path]: 3 }))
    type(sheet, 5)
    type(sheet, 1, carriedIn)
    const later = new Sheet(format, baseWith({ [path]: 4, [otherPath]: 1 }, 2))
    expect(later.restore(sheet.snapshot())).toEqual([
      { cell: received, base: 3, mine: 5, theirs: 4 },
    ])
    expect(later.valueOf(received)).toBe(5)
  })

  it('leaves out cells that the form does not have', () => {
    const old = formatOf('2019')
    const sheet = new Sheet(old, { revision: 1, tables: blankTables(old) })
    type(sheet, 1, cellAt('disclosure.procurement.amount'))
    type(sheet, 2)
    const later = new Sheet(format, baseWith())
    later.restore(sheet.snapshot())
    expect(later.changes().map(({ cell }) => cell)).toEqual([received])
  })

  it.each([
    null,
    'x',
    {},
    { format: '2021', revision: 1 },
    { format: '2021', revision: 1, changes: [{}] },
    { format: '2021', revision: 1, changes: [{ cell: received, before: 1, after: {} }] },
    { format: '2021', revision: 1, changes: [{ cell: { table: 'x' }, before: 1, after: 1 }] },
  ])('is not read from %j', (stored) => {
    expect(readSnapshot(stored)).toBeUndefined()
  })
})

describe('for those who watch', () => {
  it('tells of a change in a cell to the cell and to all, once', () => {
    const sheet = new Sheet(format, baseWith())
    const [any, here, elsewhere] = [jest.fn(), jest.fn(), jest.fn()]
    const end = sheet.subscribe(any)
    sheet.subscribeTo(received, here)
    sheet.subscribeTo(carriedIn, elsewhere)
    type(sheet, 1)
    type(sheet, 1)
    expect([any, here, elsewhere].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0])
    end()
    sheet.undo()
    expect([any, here, elsewhere].map(({ mock }) => mock.calls.length)).toEqual([1, 2, 0])
  })

  it('tells a cell that it is saved, and one that others have written', () => {
    const sheet = new Sheet(format, baseWith())
    type(sheet, 1)
    const [here, there, elsewhere] = [jest.fn(), jest.fn(), jest.fn()]
    sheet.subscribeTo(received, here)
    sheet.subscribeTo(carriedIn, there)
    sheet.subscribeTo(fees, elsewhere)
    sheet.rebase(baseWith({ [path]: 1, [otherPath]: 2 }, 2))
    expect([here, there, elsewhere].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0])
  })

  it('returns the same lists and tables until something changes', () => {
    const sheet = new Sheet(format, baseWith())
    type(sheet, 'x')
    const seen = () => [sheet.changes(), sheet.wrongEntries(), sheet.tables()] as const
    const [changes, wrong, tables] = seen()
    expect(seen().every((list, i) => list === [changes, wrong, tables][i])).toBe(true)
    type(sheet, 'xy')
    expect(sheet.changes()).not.toBe(changes)
    expect(sheet.wrongEntries()).not.toBe(wrong)
    expect(sheet.tables()).toBe(tables)
    type(sheet, 1)
    expect(sheet.tables()).not.toBe(tables)
  })
})
