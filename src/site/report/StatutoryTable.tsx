import { LRUCache } from 'lru-cache'
import { formatOf, isFormatKey } from '../../formats/index.ts'
import type { TableKey } from '../../formats/types.ts'
import { tableHtml } from '../../publication/tableHtml.ts'
import type { Report } from '../api/types.ts'
import { DataTable } from '../charts/DataTable.tsx'
import { numberText } from '../figures/numbers.ts'

const names = { disclosure: '主动公开表', applications: '依申请公开表', disputes: '复议诉讼表' }

/** A table of the form in a frame that can be reached by keyboard: narrow screens slide it. */
export function StatutoryTable({ report, table }: { report: Report; table: TableKey }) {
  const isKnown = isFormatKey(report.format)
  const label = isKnown ? formatOf(report.format).tables[table].label : names[table]
  const frame = {
    className: `frame statutory statutory--${table}`,
    role: 'region',
    'aria-label': label,
    tabIndex: 0,
  }
  return (
    <>
      <p className="slide-hint" aria-hidden="true">
        表格较宽时，可左右滑动查看
      </p>
      {isKnown ? (
        // Of our own making, from numbers and the labels of the form, each escaped.
        <div {...frame} dangerouslySetInnerHTML={{ __html: drawn(report, table) }} />
      ) : (
        <div {...frame}>
          <AsListed report={report} table={table} />
        </div>
      )}
    </>
  )
}

/** Kept by the digest of what they show: the heads of each cell take longer than all the rest. */
const tables = new LRUCache<string, string>({ max: 300 })

function drawn(report: Report, table: TableKey): string {
  const key = `${table} ${report.digest}`
  const known = tables.get(key) ?? tableHtml(report, table)
  tables.set(key, known)
  return known
}

/** A form that this website does not know yet: row by row, with the labels that the API gives. */
function AsListed({ report, table }: { report: Report; table: TableKey }) {
  const { columns, rows } = report.tables[table]
  return (
    <DataTable
      caption={names[table]}
      columns={[
        '项目',
        ...columns.map(({ label, group }) => (group ? `${group}：${label}` : label)),
      ]}
      rows={rows.map(({ labels, cells }) => [
        labels.join(' '),
        ...columns.map(({ key }) => (key in cells ? numberText(cells[key] ?? null) : '')),
      ])}
    />
  )
}
