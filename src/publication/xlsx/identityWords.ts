import { columnLabel, rowLabel } from '../../formats/labels.ts'
import type { Authority, Format } from '../../formats/types.ts'
import type { Identity } from '../../reconciliation/identities.ts'

const authorities: Readonly<Record<Authority, string>> = {
  statutory: '法定勾稽关系',
  arithmetic: '合计关系',
  convention: '常规关系',
}

/** What an identity is, of which table it speaks and in which row or column: four cells of a list. */
export const wordsOf = (format: Format, identity: Identity): string[] => [
  authorities[identity.rule.authority],
  identity.rule.statement,
  format.tables[identity.rule.table].label,
  lineLabel(format, identity),
]

function lineLabel(format: Format, { rule, line, total }: Identity): string {
  if (rule.along === 'columns') return `“${rowLabel(format, rule.table, line)}”行`
  const [first] = total
  return first ? `“${columnLabel(format, first.cell)}”列` : line
}
