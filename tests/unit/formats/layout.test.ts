import { describe, expect, it } from '@jest/globals'
import { cellRefsOf } from '../../../src/formats/cells.ts'
import { formatOf, formats, tableKeys } from '../../../src/formats/index.ts'
import { cellPath } from '../../../src/formats/labels.ts'
import { layoutOf } from '../../../src/formats/layout.ts'
import type { TableLayout } from '../../../src/formats/layout.ts'

const layouts = formats.flatMap((format) =>
  tableKeys.map((table) => ({
    name: `${format.key} ${table}`,
    format,
    table,
    layout: layoutOf(table, format.tables[table]),
  })),
)

/** Lays the cells out as a browser does, and says how often each place is covered. */
function covered({ columns, rows }: TableLayout): number[][] {
  const grid = rows.map(() => Array<number>(columns).fill(0))
  rows.forEach((cells, y) => {
    let x = 0
    for (const { colSpan, rowSpan } of cells) {
      while ((grid[y]?.[x] ?? 0) > 0) x += 1
      for (let down = 0; down < rowSpan; down += 1) {
        for (let across = 0; across < colSpan; across += 1) {
          const line = grid[y + down]
          if (!line || x + across >= columns) throw new Error(`a cell of row ${y} sticks out`)
          line[x + across] = (line[x + across] ?? 0) + 1
        }
      }
      x += colSpan
    }
  })
  return grid
}

describe.each(layouts)('the layout of $name', ({ format, table, layout }) => {
  it('covers every place once', () => {
    expect(covered(layout)).toEqual(layout.rows.map(() => Array<number>(layout.columns).fill(1)))
    const area = layout.rows
      .flat()
      .reduce((sum, { colSpan, rowSpan }) => sum + colSpan * rowSpan, 0)
    expect(area).toBe(layout.columns * layout.rows.length)
  })

  it('has every cell of the form once, in its order', () => {
    const cells = layout.rows.flat().flatMap(({ cell }) => (cell ? [cellPath(cell)] : []))
    expect(cells).toEqual(
      cellRefsOf(format)
        .filter((cell) => cell.table === table)
        .map(cellPath),
    )
  })
})

describe('the layout of table 3', () => {
  const layout = layoutOf('applications', formatOf('2021').tables.applications)
  const cellWith = (text: string) => layout.rows.flat().find((cell) => cell.text === text)

  it.each([
    ['申请人情况', 7, 1],
    ['法人或其他组织', 5, 1],
    ['自然人', 1, 2],
    ['一、本年新收政府信息公开申请数量', 3, 1],
    ['三、本年度办理结果', 1, 22],
    ['（一）予以公开', 2, 1],
    ['（三）不予公开', 1, 8],
    ['（六）其他处理', 1, 3],
    ['（七）总计', 2, 1],
    ['四、结转下年度继续办理', 3, 1],
  ])('merges %s over %d columns and %d rows', (text, colSpan, rowSpan) => {
    expect(cellWith(text)).toMatchObject({ colSpan, rowSpan })
  })
})
