'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { findRow, rowsOf } from '../../formats/cells.ts'
import { tableKeys } from '../../formats/index.ts'
import { cellLabel } from '../../formats/labels.ts'
import type { CellRef, Format, TableKey } from '../../formats/types.ts'

export interface CellComment extends CellRef {
  comment: string
}

interface Props {
  format: Format
  value: readonly CellComment[]
  onChange: (value: CellComment[]) => void
}

/** Comments on single cells: the list so far, and a line to add one. */
export function CellCommentsField({ format, value, onChange }: Props) {
  const [draft, setDraft] = useState<CellComment>(firstCell(format, 'applications'))
  const complete = draft.comment.trim() !== ''
  const add = () => {
    onChange([...value, { ...draft, comment: draft.comment.trim() }])
    setDraft({ ...draft, comment: '' })
  }
  return (
    <fieldset className="gongkai-cell-comments">
      <legend>对单元格的意见（可不填）</legend>
      {value.length > 0 && (
        <ul>
          {value.map(({ comment, ...cell }, index) => (
            <li key={index}>
              <span>
                {cellLabel(format, cell)}：{comment}
              </span>
              <Button
                size="xsmall"
                margin={false}
                buttonStyle="secondary"
                aria-label={`删去对${cellLabel(format, cell)}的意见`}
                onClick={() => onChange(value.filter((_, other) => other !== index))}
              >
                删去
              </Button>
            </li>
          ))}
        </ul>
      )}
      <CellChoice format={format} cell={draft} onChange={setDraft} />
      <Labelled label="对该单元格的意见">
        {(id) => (
          <input
            id={id}
            type="text"
            maxLength={2000}
            value={draft.comment}
            onChange={({ target }) => setDraft({ ...draft, comment: target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // The page is a form, and Enter would save it.
              event.preventDefault()
              if (complete) add()
            }}
          />
        )}
      </Labelled>
      <Button
        size="small"
        margin={false}
        buttonStyle="secondary"
        disabled={!complete}
        onClick={add}
      >
        添加这条意见
      </Button>
    </fieldset>
  )
}

interface ChoiceProps {
  format: Format
  cell: CellComment
  onChange: (cell: CellComment) => void
}

function CellChoice({ format, cell, onChange }: ChoiceProps) {
  const columns = findRow(format, cell.table, cell.row)?.columns ?? []
  return (
    <div className="gongkai-cell-comments__choice">
      <Choice
        label="表格"
        value={cell.table}
        options={tableKeys.map((key) => ({ key, label: format.tables[key].label }))}
        onChange={(table) =>
          onChange({ ...firstCell(format, table as TableKey), comment: cell.comment })
        }
      />
      <Choice
        label="行"
        value={cell.row}
        options={rowsOf(format)
          .filter(({ table }) => table === cell.table)
          .map(({ row }) => ({ key: row.key, label: row.labels.join(' ') }))}
        onChange={(row) => onChange({ ...cell, row, column: columnIn(format, cell, row) })}
      />
      <Choice
        label="列"
        value={cell.column}
        options={columns}
        onChange={(column) => onChange({ ...cell, column })}
      />
    </div>
  )
}

interface Options {
  label: string
  value: string
  options: readonly { key: string; label: string }[]
  onChange: (key: string) => void
}

const Choice = ({ label, value, options, onChange }: Options) => (
  <Labelled label={label}>
    {(id) => (
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Labelled>
)

function Labelled({
  label,
  children,
}: {
  label: string
  children: (id: string) => React.ReactNode
}) {
  const id = useId()
  return (
    <span className="gongkai-labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </span>
  )
}

function firstCell(format: Format, table: TableKey): CellComment {
  const [group] = format.tables[table].groups
  const row = group?.rows[0]?.key ?? ''
  return { table, row, column: group?.columns[0]?.key ?? '', comment: '' }
}

/** The column stays where the other row has it. */
function columnIn(format: Format, { table, column }: CellRef, row: string): string {
  const columns = findRow(format, table, row)?.columns ?? []
  return columns.some(({ key }) => key === column) ? column : (columns[0]?.key ?? '')
}
