'use client'
import { FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { figureOptions, searchFigures, type FigureOption } from '../../narrative/figureOptions.ts'
import { figureLabel } from '../../narrative/figures.ts'
import type { Format } from '../../formats/types.ts'
import { useFigureValue } from '../desk/figureValues.ts'
import { useReportFigures } from './reportFigures.ts'
import { useReportId } from './useReportId.ts'
import './figures.css'

/** Chooses what a figure shows: a list to search in, by table, row and column. */
export const FigureSourceField: TextFieldClientComponent = ({ path, field, readOnly }) => {
  const id = useId()
  const report = useReportId()
  const { value, setValue, disabled, showError, errorMessage } = useField<string>({ path })
  const { figures, problem } = useReportFigures(report)
  const [search, setSearch] = useState('')
  const current = useFigureValue(value ?? '', report)
  const list = useRef<HTMLSelectElement>(null)
  const found = figures
    ? searchFigures(figureOptions(figures.format, figures.channels), search)
    : []
  const isShown = found.some(({ source }) => source === value)
  useEffect(() => {
    // Else the first would look chosen, and a click on it would change nothing.
    if (list.current && !isShown) list.current.selectedIndex = -1
  })
  /** A browser's own list would step past the first while none is chosen. */
  const chooseFirst = (event: KeyboardEvent, keys: readonly string[]) => {
    const [first] = found
    if (!keys.includes(event.key) || event.nativeEvent.isComposing) return
    // The drawer is a form: Enter must not send it.
    event.preventDefault()
    if (first && !isShown) setValue(first.source)
    list.current?.focus()
  }
  if (problem) return <p role="alert">{problem}</p>
  if (!figures) return <p role="status">正在读取本报告的数据……</p>
  return (
    <div className="field-type gongkai-figure-source">
      <FieldLabel label={field.label} path={path} htmlFor={`${id}-list`} />
      <input
        type="search"
        className="gongkai-figure-source__search"
        aria-label="按表、行、列的名称查找"
        placeholder="查找，例如：新收 总计"
        autoFocus
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => chooseFirst(event, ['Enter', 'ArrowDown'])}
      />
      <select
        id={`${id}-list`}
        className="gongkai-figure-source__list"
        ref={list}
        size={14}
        value={value ?? ''}
        disabled={Boolean(readOnly || disabled)}
        aria-invalid={showError}
        aria-describedby={showError ? `${id}-error` : undefined}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => {
          if (!isShown) chooseFirst(event, ['ArrowDown', 'ArrowUp', 'Enter', ' '])
        }}
      >
        {groupsOf(figures.format, found).map(({ label, options }) => (
          <optgroup key={label} label={label}>
            {options.map((option) => (
              <option key={option.source} value={option.source}>
                {option.column ?? option.row}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {showError && (
        <p id={`${id}-error`} role="alert" className="gongkai-figure-source__error">
          {errorMessage}
        </p>
      )}
      <p className="gongkai-figure-source__chosen" role="status">
        {found.length === 0 && '没有这样的数据，请换个词查找。'}
        {value && `已选：${figureLabel(figures.format, value, figures.channels)}，现为 ${current}`}
      </p>
    </div>
  )
}

interface OptionGroup {
  label: string
  options: FigureOption[]
}

/** One group a row of a table; what is in no table comes first. */
function groupsOf(format: Format, options: readonly FigureOption[]): OptionGroup[] {
  const groups = new Map<string, FigureOption[]>()
  for (const option of options) {
    const label = option.table
      ? `${format.tables[option.table].label}：${option.row}`
      : '主动公开数量'
    groups.set(label, [...(groups.get(label) ?? []), option])
  }
  return [...groups].map(([label, members]) => ({ label, options: members }))
}
