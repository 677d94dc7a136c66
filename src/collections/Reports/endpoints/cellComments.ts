import type { PayloadRequest } from 'payload'
import { Refused } from '../../../desk/refusals.ts'
import type { CellRef, TableKey } from '../../../formats/types.ts'
import type { CellComment } from '../../../workflow/returnReport.ts'
import { textIn } from './request.ts'

const mostCells = 300

/**
 * The comments on cells in a body.
 * @returns none when absent
 * @throws 400 when one is not whole; whether the form has the cell is not looked at here
 */
export function cellCommentsIn(req: PayloadRequest, value: unknown): CellComment[] {
  if (value === undefined || value === null) return []
  const refuse = (path: string, message: string) => new Refused(req, 'reports', [{ path, message }])
  if (!Array.isArray(value) || value.length > mostCells) {
    throw refuse('cells', `对单元格的意见应为列表，最多 ${mostCells} 条`)
  }
  return value.map((one: unknown, index) => {
    const path = `cells.${index}`
    if (typeof one !== 'object' || one === null) {
      throw refuse(path, '每条意见应为 {"table", "row", "column", "comment"}')
    }
    const given = one as Record<string, unknown>
    const text = (name: keyof CellRef | 'comment', label: string) =>
      textIn(req, given[name], `${path}.${name}`, label, true) ?? ''
    return {
      table: text('table', '单元格的表格') as TableKey,
      row: text('row', '单元格的行'),
      column: text('column', '单元格的列'),
      comment: text('comment', '对单元格的意见'),
    }
  })
}
