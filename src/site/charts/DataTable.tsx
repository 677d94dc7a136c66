/** A cell of several parts, each kept together: where it is narrow they stand below each other. */
export type Cell = string | readonly string[]

export interface DataTableProps {
  caption: string
  /** The first heads the rows. */
  columns: readonly string[]
  rows: readonly (readonly [head: string, ...cells: Cell[]])[]
}

/** The numbers behind a picture. */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    <table className="data">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells], row) => (
          <tr key={row}>
            <th scope="row">{head}</th>
            {cells.map((cell, column) => (
              <DataCell key={column} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DataCell({ cell }: { cell: Cell }) {
  if (typeof cell === 'string') return <td>{cell}</td>
  return (
    <td className="breakable">
      {cell.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </td>
  )
}
