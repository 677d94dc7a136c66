/** A cell of an HTML table before it is laid out. */
export interface SpannedCell {
  readonly text: string
  readonly colSpan: number
  readonly rowSpan: number
}

/** Wider than any form; keeps a broken or hostile colspan from filling the memory. */
const widest = 60

/**
 * Lays out merged cells on a grid.
 * @returns rows in which a merged cell stands in its first place and the others are `undefined`
 */
export function expandTable(rows: readonly (readonly SpannedCell[])[]): (string | undefined)[][] {
  const grid: (string | undefined)[][] = rows.map(() => [])
  const taken: boolean[][] = rows.map(() => [])
  rows.forEach((cells, top) => {
    let left = 0
    for (const cell of cells) {
      while (taken[top]?.[left]) left += 1
      const width = Math.min(cell.colSpan, widest)
      const bottom = Math.min(rows.length, top + cell.rowSpan)
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < left + width; x += 1) {
          const line = taken[y]
          if (line) line[x] = true
        }
        fillTo(grid[y], left + width)
      }
      const line = grid[top]
      if (line) line[left] = cell.text
      left += width
    }
  })
  return grid
}

function fillTo(row: (string | undefined)[] | undefined, length: number): void {
  while (row && row.length < length) row.push(undefined)
}
