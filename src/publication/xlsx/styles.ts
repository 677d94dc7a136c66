import type { CellStyle } from 'hucre/xlsx'

/** How the cells of the workbooks look: as plain as the printed form, with what is checked told apart. */

const line = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: line, right: line, bottom: line, left: line }
const centred = { horizontal: 'center', vertical: 'center', wrapText: true } as const
const leftwards = { horizontal: 'left', vertical: 'center', wrapText: true } as const
const filled = (rgb: string) => ({
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } as const,
})

export const title: CellStyle = {
  font: { name: '黑体', size: 16 },
  alignment: { ...centred, wrapText: false },
}
export const subtitle: CellStyle = { alignment: leftwards }
export const notice: CellStyle = {
  font: { name: '宋体', size: 11, bold: true, color: { rgb: '9B1C1C' } },
  alignment: leftwards,
}
export const columnHead: CellStyle = { border, alignment: centred, ...filled('F2F2F2') }
export const rowHead: CellStyle = { border, alignment: leftwards }
export const groupHead: CellStyle = { border, alignment: centred, ...filled('E4E4E4') }
export const text: CellStyle = { border, alignment: leftwards }
export const number: CellStyle = { border, alignment: centred }

/** Counts have no decimals; an amount shows those that it has. */
const value = (numFmt?: string): CellStyle => ({
  border,
  alignment: { horizontal: 'center', vertical: 'center' },
  ...(numFmt ? { numFmt } : {}),
})
export const values = { count: value('0'), signed: value('0'), money: value() } as const

/** What is computed: blue, so that nobody takes it for a published figure. */
export const computed: CellStyle = {
  border,
  alignment: centred,
  font: { name: '宋体', size: 11, color: { rgb: '1F4EAD' } },
}
/** Where a reader may type. */
export const input: CellStyle = { ...value(), ...filled('FFF2CC') }

/** For a verdict that is a difference, and for one that waits for a figure. */
export const differing: CellStyle = {
  font: { bold: true, color: { rgb: '9C0006' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FFC7CE' } },
}
export const waiting: CellStyle = {
  font: { color: { rgb: '7F6000' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FFEB9C' } },
}
