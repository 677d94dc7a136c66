import {
  $computeTableCellRectBoundary,
  $computeTableMap,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $getNodeTriplet,
  $getTableColumnIndexFromTableCellNode,
  $getTableNodeFromLexicalNodeOrThrow,
  $getTableRowIndexFromTableCellNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableSelection,
  $mergeCells,
  $setTableColumnIsHeader,
  $setTableRowIsHeader,
  $unmergeCell,
  TableCellHeaderStates,
  type TableCellNode,
} from '@lexical/table'
import { $getSelection } from '@payloadcms/richtext-lexical/lexical'

/** One thing that can be done with the table around the caret. */
export interface TableAction {
  key: string
  /** Chinese. */
  label: string
  /** To be called within an update of the editor. */
  run: () => void
}

/**
 * What the menu offers; to be called within a read or an update of the editor.
 * @param cell the one that the caret is in
 */
export function $tableActions(cell: TableCellNode): TableAction[] {
  const { rows, columns } = $selectedSize()
  const many = (count: number, measure: string) => (count > 1 ? ` ${count} ${measure}` : measure)
  const times = (count: number, insert: () => unknown) => () => {
    for (let i = 0; i < count; i++) insert()
  }
  const insertRow = (after: boolean) => times(rows, () => $insertTableRowAtSelection(after))
  const insertColumn = (after: boolean) =>
    times(columns, () => $insertTableColumnAtSelection(after))
  return [
    ...$mergeActions(cell, rows * columns > 1),
    { key: 'rowAbove', label: `在上方插入${many(rows, '行')}`, run: insertRow(false) },
    { key: 'rowBelow', label: `在下方插入${many(rows, '行')}`, run: insertRow(true) },
    { key: 'columnLeft', label: `在左侧插入${many(columns, '列')}`, run: insertColumn(false) },
    { key: 'columnRight', label: `在右侧插入${many(columns, '列')}`, run: insertColumn(true) },
    ...headerActions(cell),
    { key: 'deleteRows', label: `删除${many(rows, '行')}`, run: $deleteTableRowAtSelection },
    {
      key: 'deleteColumns',
      label: `删除${many(columns, '列')}`,
      run: $deleteTableColumnAtSelection,
    },
    {
      key: 'deleteTable',
      label: '删除表格',
      run: () => $getTableNodeFromLexicalNodeOrThrow(cell).remove(),
    },
  ]
}

function $selectedSize(): { rows: number; columns: number } {
  const selection = $getSelection()
  if (!$isTableSelection(selection)) return { rows: 1, columns: 1 }
  const [anchorCell, , table] = $getNodeTriplet(selection.anchor)
  const [focusCell] = $getNodeTriplet(selection.focus)
  const [map, anchor, focus] = $computeTableMap(table, anchorCell, focusCell)
  const { minRow, maxRow, minColumn, maxColumn } = $computeTableCellRectBoundary(map, anchor, focus)
  return { rows: maxRow - minRow + 1, columns: maxColumn - minColumn + 1 }
}

function $mergeActions(cell: TableCellNode, several: boolean): TableAction[] {
  const merge = () => {
    const selection = $getSelection()
    if ($isTableSelection(selection)) $mergeCells(selection.getNodes().filter($isTableCellNode))
  }
  if (several) return [{ key: 'merge', label: '合并单元格', run: merge }]
  const isMerged = cell.getColSpan() > 1 || cell.getRowSpan() > 1
  return isMerged ? [{ key: 'unmerge', label: '拆分单元格', run: () => $unmergeCell() }] : []
}

function headerActions(cell: TableCellNode): TableAction[] {
  const isRowHead = cell.hasHeaderState(TableCellHeaderStates.ROW)
  const isColumnHead = cell.hasHeaderState(TableCellHeaderStates.COLUMN)
  const table = () => $getTableNodeFromLexicalNodeOrThrow(cell)
  return [
    {
      key: 'rowHead',
      label: isRowHead ? '不再作为表头行' : '设为表头行',
      run: () =>
        $setTableRowIsHeader(table(), $getTableRowIndexFromTableCellNode(cell), !isRowHead),
    },
    {
      key: 'columnHead',
      label: isColumnHead ? '不再作为表头列' : '设为表头列',
      run: () =>
        $setTableColumnIsHeader(
          table(),
          $getTableColumnIndexFromTableCellNode(cell),
          !isColumnHead,
        ),
    },
  ]
}
