import { refuseValue } from '../formats/officialValue.ts'
import type { CellValue, Column } from '../formats/types.ts'
import { tidy } from './plainText.ts'

export interface CellReading {
  readonly value: CellValue
  /** What of the text is not in the value, and why (Chinese); absent when nothing was dropped. */
  readonly dropped?: { readonly text: string; readonly reason: string }
}

const dash = /^[-－—–―_]{1,2}$/
const number =
  /^(?<sign>[-+−–])?\s*(?<whole>\d{1,3}(?:[, ]\d{3})+|0|[1-9]\d*)(?<decimals>\.\d+)?\s*(?<unit>亿元|万元|元|[件条项个份次宗起篇])?(?<note>\s*\(.*\)|\s*\n\D.*)?$/su

/**
 * Reads a cell as printed. Whatever is no clear number is `null`, with the text handed back.
 * @param unit the unit that the file's own column head names, where it differs from the form's
 */
export function readCell(column: Column, printed: string, unit = column.unit): CellReading {
  const { value, note, problem } = readPrinted(column, printed, unit)
  if (problem) return { value, dropped: { text: tidy(printed), reason: `${problem}，未填入` } }
  return note ? { value, dropped: { text: note, reason: '数字后的说明未填入' } } : { value }
}

export interface PrintedValue {
  readonly value: CellValue
  /** What stands after the number, such as (其中修订16件). */
  readonly note?: string
  /** Chinese: why the text is no value of the column; absent when it is one or blank. */
  readonly problem?: string
}

/**
 * How a printed cell is read, from files and from the clipboard alike: a dash is zero; a blank is
 * `null`; a unit that is the column's own may follow the number.
 */
export function readPrinted(column: Column, printed: string, unit = column.unit): PrintedValue {
  const text = tidy(printed.normalize('NFKC'))
  if (text === '') return { value: null }
  if (dash.test(text)) return { value: 0 }
  const parts = number.exec(text)?.groups
  if (!parts) return { value: null, problem: '不是数字' }
  if (!fitsColumn(column, unit, parts.unit)) {
    const problem = `单位与表格要求（${column.unit ?? '无单位'}）不符，未换算`
    return { value: null, problem }
  }
  const value = numberFrom(parts.sign, parts.whole ?? '', parts.decimals)
  const problem = refuseValue(column, value)
  if (problem) return { value: null, problem }
  const note = parts.note ? tidy(parts.note) : ''
  return note ? { value, note } : { value }
}

function fitsColumn(column: Column, headUnit: string | undefined, cellUnit: string | undefined) {
  const money = column.type === 'money'
  if (cellUnit === undefined) return !money || headUnit === column.unit
  return money ? cellUnit === column.unit : !cellUnit.endsWith('元')
}

function numberFrom(sign: string | undefined, whole: string, decimals: string | undefined): number {
  const size = Number(whole.replace(/[, ]/g, '') + (decimals ?? ''))
  return sign && sign !== '+' && size !== 0 ? -size : size
}

/** Whether a cell holds a figure (or stands for one), rather than a label. */
export function looksLikeValue(printed: string): boolean {
  const text = tidy(printed.normalize('NFKC'))
  return dash.test(text) || number.test(text)
}
