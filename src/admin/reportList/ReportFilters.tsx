'use client'
import { Button, useAuth, useConfig, useListQuery } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { idOf } from '../../access/relations.ts'
import { todayInChina } from '../../desk/deadlines.ts'
import { stages } from '../../desk/stages.ts'
import { firstReportYear } from '../../formats/index.ts'
import type { Organization, User } from '../../payload-types.ts'
import { callApi } from '../callApi.ts'
import { standings } from '../overview/Standing.tsx'
import { filterValue, withFilter } from './filters.ts'
import './reportList.css'

interface Filter {
  field: 'year' | 'organization' | 'stage' | 'reconciliationStatus'
  label: string
  options: readonly { value: string; label: string }[]
}

/** Over the list of reports: the filters that are wanted daily. Payload's own shows them as well. */
export function ReportFilters() {
  const { query, refineListData } = useListQuery()
  const organs = useOrgans()
  const filters: Filter[] = [
    { field: 'year', label: '年度', options: years(filterValue(query.where, 'year')) },
    ...(organs.length > 1
      ? [{ field: 'organization' as const, label: '机关', options: organs }]
      : []),
    {
      field: 'stage',
      label: '阶段',
      options: stages.map(({ value, label }) => ({ value, label: label.zh })),
    },
    {
      field: 'reconciliationStatus',
      label: '勾稽',
      options: Object.entries(standings).map(([value, { label }]) => ({ value, label })),
    },
  ]
  const isFiltered = filters.some(({ field }) => filterValue(query.where, field) !== '')
  const show = (where: typeof query.where) => void refineListData({ where })
  const group = useRef<HTMLDivElement>(null)
  const clear = () => {
    show(filters.reduce((where, { field }) => withFilter(where, field, ''), query.where))
    // The button has nothing left to do, and would lose the focus.
    group.current?.querySelector('select')?.focus()
  }

  return (
    <div ref={group} className="gongkai-filters" role="group" aria-label="筛选报告">
      {filters.map((filter) => (
        <Choice
          key={filter.field}
          filter={filter}
          value={filterValue(query.where, filter.field)}
          onChange={(value) => show(withFilter(query.where, filter.field, value))}
        />
      ))}
      <Button
        size="small"
        margin={false}
        buttonStyle="secondary"
        disabled={!isFiltered}
        onClick={clear}
      >
        清除筛选
      </Button>
    </div>
  )
}

interface ChoiceProps {
  filter: Filter
  value: string
  onChange: (value: string) => void
}

function Choice({ filter: { label, options }, value, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <span className="gongkai-filters__choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">全部</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}

function years(chosen: string): Filter['options'] {
  const latest = Number(todayInChina().slice(0, 4))
  const usual = Array.from({ length: latest - firstReportYear + 1 }, (_, back) =>
    String(latest - back),
  )
  const all = chosen === '' || usual.includes(chosen) ? usual : [...usual, chosen]
  return all.map((year) => ({ value: year, label: `${year} 年` }))
}

/** The organs whose reports the person sees. */
function useOrgans(): Filter['options'] {
  const { api } = useConfig().config.routes
  const { user } = useAuth<User>()
  const own = idOf(user?.organization)
  const seesAll = user?.roles.includes('administrator') ?? false
  const [organs, setOrgans] = useState<Filter['options']>([])
  useEffect(() => {
    const query = new URLSearchParams({
      depth: '0',
      pagination: 'false',
      sort: 'name',
      'select[name]': 'true',
      'select[ancestors]': 'true',
    })
    callApi<{ docs: Organization[] }>(`${api}/organizations?${query.toString()}`)
      .then(({ docs }) =>
        docs.filter(
          ({ id, ancestors }) =>
            seesAll || id === own || ancestors?.some((one) => idOf(one) === own),
        ),
      )
      .then((seen) => setOrgans(seen.map(({ id, name }) => ({ value: id, label: name }))))
      // Without the organs the other filters still serve.
      .catch(() => setOrgans([]))
  }, [api, own, seesAll])
  return organs
}
