import { refuseValue } from '../../formats/officialValue.ts'
import type { CellValue, Column } from '../../formats/types.ts'
import type { TypedCell } from '../../sheet/typedCell.ts'
import type { CellMark } from './cellMarks.ts'

/** All that one cell shows. Flat, so that two of them are compared at a glance. */
export interface CellState {
  readonly text: string
  readonly content: 'blank' | 'zero' | 'number' | 'wrong'
  readonly isChanged: boolean
  readonly isReadOnly: boolean
  readonly isEditing: boolean
  /** The one cell that the keyboard is at. */
  readonly isActive: boolean
  /** Where Tab enters the table. */
  readonly isTabStop: boolean
  readonly isSelected: boolean
  readonly mark: CellMark['kind'] | undefined
  readonly badge: string | undefined
  readonly isCommented: boolean
  /** What the cell held in the year before, such as 上年 3; only while that is shown. */
  readonly lastYear: string | undefined
  /** All that is to be said of the cell, line by line; empty when nothing is. */
  readonly note: string
}

/** What is wrong with an entry, of the cell itself: “abc”不是数字. */
export function refusalOf(column: Column, value: TypedCell): string | undefined {
  return refuseValue(column, value)?.replace(/^的值/, '填写的')
}

export const contentOf = (value: TypedCell, refusal: string | undefined): CellState['content'] => {
  if (value === null) return 'blank'
  if (refusal !== undefined) return 'wrong'
  return value === 0 ? 'zero' : 'number'
}

/** Blank and zero are different things, of last year's values too. */
export const lastYearText = (value: CellValue): string => (value === null ? '未填' : String(value))
