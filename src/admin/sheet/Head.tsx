import { memo, useCallback, useSyncExternalStore } from 'react'
import type { LayoutCell } from '../../formats/layout.ts'
import type { TableKey } from '../../formats/types.ts'
import { scopes } from '../../publication/tableParts.ts'
import { headId } from './ids.ts'
import type { SheetView } from './SheetView.ts'

interface Props {
  view: SheetView
  table: TableKey
  head: LayoutCell
  /** Its row and column in the printed table. */
  position: string
}

/** A head, which stands out while the person is at a cell that it speaks of. */
export const Head = memo(function Head({ view, table, head, position }: Props) {
  const id = headId(table, position)
  const follow = useCallback((listener: () => void) => view.heads.follow(id, listener), [view, id])
  const read = () => view.heads.get(id)
  const isLit = useSyncExternalStore(follow, read, read)
  return (
    <th
      id={id}
      scope={head.kind === 'value' ? undefined : scopes[head.kind]}
      colSpan={head.colSpan}
      rowSpan={head.rowSpan}
      data-kind={head.kind}
      data-column={position.split('-')[1]}
      data-lit={isLit || undefined}
    >
      {head.text}
    </th>
  )
})
