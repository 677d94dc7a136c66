'use client'
import { FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { findRow } from '../../formats/cells.ts'
import { formats } from '../../formats/index.ts'
import type { Cells, Column } from '../../formats/types.ts'
import './cells.css'

/**
 * The cells of one row as number fields under their official labels. An empty field is a blank cell,
 * which is not the same as zero. The form's label of a column does not differ between forms where
 * its key is the same.
 */
export const CellsField: JSONFieldClientComponent = ({ path, field, readOnly }) => {
  const { value, setValue, showError, errorMessage } = useField<Cells>({ path })
  const table = useFormFields(([fields]) => fields.table?.value)
  const row = useFormFields(([fields]) => fields.row?.value)
  const columns = columnsOf(String(table), String(row), Object.keys(value ?? {}))
  const change = (key: string, text: string) =>
    setValue({ ...value, [key]: text === '' ? null : Number(text) })
  return (
    <div className="field-type gongkai-cells">
      <FieldLabel label={field.label} path={path} />
      <div className="gongkai-cells__row">
        {columns.map(({ key, label, type }) => (
          <label key={key} className="gongkai-cells__cell">
            <span>{label}</span>
            <input
              type="number"
              inputMode={type === 'money' ? 'decimal' : 'numeric'}
              step={type === 'money' ? '0.000001' : '1'}
              value={value?.[key] ?? ''}
              placeholder="未填"
              readOnly={readOnly}
              onChange={(event) => change(key, event.target.value)}
            />
          </label>
        ))}
      </div>
      {showError && <p role="alert">{errorMessage}</p>}
    </div>
  )
}

/** The columns of the row in the form that has just these cells. */
function columnsOf(table: string, row: string, keys: string[]): readonly Column[] {
  for (const format of formats) {
    const columns = findRow(format, table, row)?.columns
    const same = columns?.length === keys.length && columns.every(({ key }) => keys.includes(key))
    if (columns && same) return columns
  }
  return keys.map((key) => ({ key, label: key, type: 'count' }))
}
