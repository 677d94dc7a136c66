export interface DataTableProps {
  caption: string
  /** The first heads the rows. */
  columns: readonly string[]
  rows: readonly (readonly string[])[]
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
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
