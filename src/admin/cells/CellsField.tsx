'use client'
import { FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useId } from 'react'
import { findRow } from '../../formats/cells.ts'
import { formats } from '../../formats/index.ts'
import type { Column } from '../../formats/types.ts'
import { CellInput } from './CellInput.tsx'
import type { TypedCell } from '../../sheet/typedCell.ts'
import { useRefusals } from './useRefusals.ts'
import './cells.css'

/**
 * The cells of one row as number fields under their official labels. An empty field is a blank cell,
 * which is not the same as zero. A refused save shows why and keeps what was typed.
 */
export const CellsField: JSONFieldClientComponent = ({ path, field, readOnly }) => {
  const id = useId()
  const { value, setValue, disabled } = useField<Record<string, TypedCell>>({ path })
  const table = useFormFields(([fields]) => String(fields.table?.value))
  const row = useFormFields(([fields]) => String(fields.row?.value))
  const columns = columnsOf(table, row, Object.keys(value ?? {}))
  const refusals = useRefusals(path)
  const isRefused = (column: string) =>
    refusals.some((refusal) => refusal.path === `tables.${table}.${row}.${column}`)
  return (
    <div className="field-type gongkai-cells">
      <FieldLabel label={field.label} path={path} as="span" />
      <p className="gongkai-cells__hint">留空表示尚未填写；没有发生的填 0。</p>
      <div className="gongkai-cells__row" role="group" aria-label="单元格">
        {columns.map((column) => (
          <CellInput
            key={column.key}
            column={column}
            value={value?.[column.key] ?? null}
            readOnly={Boolean(readOnly || disabled)}
            describedBy={isRefused(column.key) ? id : undefined}
            onChange={(cell) => setValue({ ...value, [column.key]: cell })}
          />
        ))}
      </div>
      <div id={id} role="alert">
        {refusals.length > 0 && (
          <div className="gongkai-cells__refusal">
            <strong>没有保存，填写的内容仍在：</strong>
            <ul>
              {refusals.map((refusal) => (
                <li key={refusal.path + refusal.message}>{refusal.message}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  )
}

/**
 * The columns of the row in the form that has just these cells. A column's label does not differ
 * between forms where its key is the same.
 */
function columnsOf(table: string, row: string, keys: string[]): readonly Column[] {
  for (const format of formats) {
    const columns = findRow(format, table, row)?.columns
    const same = columns?.length === keys.length && columns.every(({ key }) => keys.includes(key))
    if (columns && same) return columns
  }
  return keys.map((key) => ({ key, label: key, type: 'count' }))
}
