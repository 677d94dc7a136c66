import { Button } from '@payloadcms/ui'
import type { TableKey } from '../../formats/types.ts'
import { copyTable } from './clipboard.ts'
import { fillWithTotals, fillWithZeros } from './filling.ts'
import { headingId } from './ids.ts'
import type { SheetView } from './SheetView.ts'
import { TableGrid } from './TableGrid.tsx'

interface Props {
  view: SheetView
  table: TableKey
  mayEdit: boolean
}

/** A table under the heading of its section, with what can be done to it as a whole. */
export function TableSection({ view, table, mayEdit }: Props) {
  const { sections, tables } = view.sheet.format
  const { label } = tables[table]
  const heading = sections.find((section) => section.table === table)?.heading ?? label
  const actions = [
    ...(mayEdit
      ? [
          ['其余填零', () => fillWithZeros(view, table)] as const,
          ['合计自动填充', () => fillWithTotals(view, table)] as const,
        ]
      : []),
    ['复制整表', () => copyTable(view, table)] as const,
  ]
  return (
    <section className="gongkai-sheet" aria-labelledby={headingId(table)}>
      <div className="gongkai-sheet__heading">
        <h3 id={headingId(table)} tabIndex={-1}>
          {heading}
        </h3>
        <div className="gongkai-sheet__actions">
          {actions.map(([name, onClick]) => (
            <Button
              key={name}
              size="xsmall"
              margin={false}
              buttonStyle="secondary"
              aria-label={`${name}：${label}`}
              onClick={onClick}
            >
              {name}
            </Button>
          ))}
        </div>
      </div>
      <div className="gongkai-sheet__frame">
        <TableGrid view={view} table={table} />
      </div>
    </section>
  )
}
